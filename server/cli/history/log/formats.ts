/** The formats of `log`: one line each. */

import type { Context } from '../../context.ts';
import { paintFor } from '../../style.ts';
import { json } from './json.ts';
import type { Life } from './life.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';

type Write = (life: Life, context: Context) => Iterable<string>;

export const logFormats = {
  pretty: (life, { output, environment }) => pretty(life, paintFor(output.isTerminal, environment)),
  json: (life) => [json(life)],
  markdown: (life) => markdown(life),
} satisfies Readonly<Record<string, Write>>;

export type LogFormat = keyof typeof logFormats;
