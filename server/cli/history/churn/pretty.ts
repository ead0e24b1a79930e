/** `churn --format pretty`: for people at a terminal. */

import stringWidth from 'string-width';
import { formatDay } from '../../../../grammar/calendar.ts';
import { shown } from '../../../model/shown.ts';
import type { Risk } from '../../../review/kinds.ts';
import { churnVerdict } from '../../../review/history/churn-words.ts';
import type { Colour, Paint } from '../../style.ts';
import type { ChurnReport } from './churn-of.ts';
import { happenedRows, keptRows } from './rows.ts';

const COLOURS: Readonly<Record<Risk, Colour>> = { high: 'red', medium: 'yellow', low: 'blue', info: 'cyan' };
/** Digits of a commit's id. */
const SHORT_ID = 9;

/** The verdict, two tables, and what happened in order. */
export function* pretty({ base, head, churn }: ChurnReport, paint: Paint): Generator<string> {
  yield `${paint(churnVerdict(churn), 'bold')}\n`;
  yield `${paint(shown(`${base.given} → ${head.given}, ${formatDay(base.day)} to ${formatDay(head.day)}, along what was merged`), 'dim')}\n\n`;
  yield* table(keptRows(churn), paint);
  yield '\n';
  yield* table(happenedRows(churn), paint);
  if (churn.beforeStart > 0) yield `\n${churn.beforeStart} more of these came before the thing had begun, which is planning and not counted.\n`;
  if (churn.events.length > 0) yield `\n${paint('What happened', 'bold')}\n`;
  for (const { commit, day, change: { risk, message } } of churn.events) {
    yield `  ${paint('●', COLOURS[risk])} ${formatDay(day)}  ${shown(message)}\n      ${paint(shown(`${commit.author} · ${commit.id.slice(0, SHORT_ID)} · ${commit.message}`), 'dim')}\n`;
  }
}

function* table(rows: readonly (readonly string[])[], paint: Paint): Generator<string> {
  const texts = rows.map((row) => row.map(shown));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => stringWidth(row[column] ?? ''))));
  for (const [index, row] of texts.entries()) {
    const line = row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - stringWidth(text))).join('  ').trimEnd();
    yield `${index === 0 ? paint(line, 'dim') : index === texts.length - 1 ? paint(line, 'bold') : line}\n`;
  }
}
