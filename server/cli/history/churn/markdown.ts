/** `churn --format markdown`: for a page or an issue. */

import { formatDay } from '../../../../grammar/calendar.ts';
import { code, escapeMarkdown } from '../../../model/markdown.ts';
import { churnVerdict } from '../../../review/history/churn-words.ts';
import type { ChurnReport } from './churn-of.ts';
import { happenedRows, keptRows } from './rows.ts';

/** Digits of a commit's id. */
const SHORT_ID = 9;

/** The verdict, two tables, and what happened in order. */
export function* markdown({ base, head, title, churn }: ChurnReport): Generator<string> {
  yield `## How steady ${title === null ? 'the strategy' : escapeMarkdown(title)} was\n\n`;
  yield `**${churnVerdict(churn)}**\n\n`;
  yield `From ${code(base.given)} (${formatDay(base.day)}) to ${code(head.given)} (${formatDay(head.day)}), along what was merged.\n\n`;
  yield* table(keptRows(churn));
  yield '\n';
  yield* table(happenedRows(churn));
  if (churn.beforeStart > 0) yield `\n${churn.beforeStart} more of these came before the thing had begun, which is planning and not counted.\n`;
  if (churn.events.length > 0) yield '\n### What happened\n\n';
  for (const { commit, day, change: { message } } of churn.events) {
    yield `- **${formatDay(day)}** ${escapeMarkdown(message)} (${escapeMarkdown(commit.author)}, ${code(commit.id.slice(0, SHORT_ID))}: ${escapeMarkdown(commit.message)})\n`;
  }
}

function* table(rows: readonly (readonly string[])[]): Generator<string> {
  for (const [index, row] of rows.entries()) {
    yield `| ${row.map(escapeMarkdown).join(' | ')} |\n`;
    if (index === 0) yield `|${row.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|\n`;
  }
}
