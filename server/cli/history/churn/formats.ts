/** The formats of `churn`: one line each. */

import { churnPicture } from '../../../views/churn/churn.ts';
import type { Context } from '../../context.ts';
import { paintFor } from '../../style.ts';
import type { ChurnReport } from './churn-of.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';

type Write = (report: ChurnReport, context: Context) => Iterable<string>;

export const churnFormats = {
  pretty: (report, { output, environment }) => pretty(report, paintFor(output.isTerminal, environment)),
  json: (report) => [json(report)],
  markdown: (report) => markdown(report),
  svg: ({ base, head, title, churn }) => [churnPicture(churn, { title, from: base.day, to: head.day })],
} satisfies Readonly<Record<string, Write>>;

export type ChurnFormat = keyof typeof churnFormats;
