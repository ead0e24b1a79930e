/** The scorecard in Markdown: a table for each group. */

import { bar, percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import { paragraphs, plain, table, titles } from '../text/markdown.ts';
import { amountShown } from '../titles.ts';
import type { Scorecard, ScorecardRow } from './model.ts';
import { countWords, healthWords, meanWords, scorecardSummary } from './summary.ts';

const HEADER = ['What', 'Owner', 'Health', 'Progress', 'Expected', 'Measure', 'Now', 'Confidence', 'Last check-in'];

/** With the objectives and key results of a group indented below each other. */
export function scorecardMarkdown(model: Scorecard, title: string): string {
  const { groups, totals } = model;
  return paragraphs([
    `# ${plain(title)}`,
    plain(scorecardSummary(model)),
    ...groups.flatMap((group) => [
      `## ${plain(group.title)}`,
      plain([countWords(group.totals), healthWords(group.totals), meanWords(group.totals)].filter((part) => part !== '').join('; ')),
      table(HEADER, group.rows.flatMap((row) => lines(row, 0))),
    ]),
    groups.length === 0 ? '' : `**All together**: ${plain([countWords(totals), healthWords(totals), meanWords(totals)].filter((part) => part !== '').join('; '))}`,
  ]);
}

function lines(row: ScorecardRow, depth: number): readonly (readonly string[])[] {
  const { title, kind, of, owners, health, score, expected, measure, current, noData, confidence, lastCheckin } = row;
  const name = kind === 'goal' || kind === 'objective' ? `**${plain(title)}**` : kind === 'metric' ? `*${plain(title)}*` : plain(title);
  return [[
    `${'&emsp;'.repeat(depth)}${name}${of === null ? '' : ` (${kind === 'kr' ? 'of' : 'serves'} ${plain(of.title)})`}`,
    titles(owners),
    health === null ? '' : HEALTH_WORDS[health],
    score === null ? '' : bar(score),
    expected === null ? '' : percent(expected),
    measure === null ? '' : plain(amountShown(measure)),
    current === null ? (noData ? 'no data' : '') : plain(amountShown(current)),
    confidence === null ? '' : percent(confidence.value),
    lastCheckin === null ? '' : lastCheckin.day,
  ], ...row.rows.flatMap((below) => lines(below, depth + 1))];
}
