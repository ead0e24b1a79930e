/** The formats of `review`: one line each. */

import { reviewJson } from '../../review/json.ts';
import { reviewMarkdown } from '../../review/markdown/markdown.ts';
import type { Context } from '../context.ts';
import { namesFromCheckout } from '../formats/base.ts';
import { paintFor } from '../style.ts';
import type { ReviewReport } from './format.ts';
import { github } from './github.ts';
import { hostLinks } from './host-links.ts';
import { pretty } from './pretty.ts';

type Write = (report: ReviewReport, context: Context) => Iterable<string>;

export const reviewFormats = {
  pretty: (report, { output, environment }) => pretty(report, { paint: paintFor(output.isTerminal, environment) }),
  markdown: ({ review }, { environment }) => [reviewMarkdown(review, { linkTo: hostLinks(review, environment), footer: [] })],
  json: ({ review }) => [reviewJson(review)],
  github: (report, { folder, environment }) => github(report, namesFromCheckout(report.top ?? folder, environment)),
} satisfies Readonly<Record<string, Write>>;

export type ReviewFormat = keyof typeof reviewFormats;
