/** The owners in Markdown: load, contributions and what has no owner, as tables. */

import { kindWord } from '../../model/naming.ts';
import { paragraphs, plain, table } from '../text/markdown.ts';
import { amountShown } from '../titles.ts';
import { matrixOf } from './matrix.ts';
import type { OwnersModel, PeriodLoad } from './model.ts';
import { counted, isOver, ownersSummary } from './summary.ts';

/** The same tables as in the picture. */
export function ownersMarkdown(model: OwnersModel, title: string): string {
  const { owners, periods, unowned, unownedMetrics } = model;
  const matrix = matrixOf(model);
  return paragraphs([
    `# ${plain(title)}`,
    plain(ownersSummary(model)),
    '## Who carries what',
    table(
      ['Team or person', 'Capacity', 'Goals', ...periods.map((period) => `${plain(period.title)}${period.current ? ' (now)' : ''}`)],
      owners.map(({ owner, depth, capacity, goals, loads }) => [
        `${'&emsp;'.repeat(depth)}${owner.kind === 'team' ? `**${plain(owner.title)}**` : plain(owner.title)}`,
        capacity === null ? '' : plain(amountShown(capacity)), goals.length === 0 ? '' : String(goals.length), ...loads.map(loadWords),
      ]),
    ),
    matrix.rows.length === 0 ? '' : '## Who counts on whom',
    matrix.rows.length === 0 ? '' : 'A row answers for objectives, and counts on the columns for a part of so many of them; in brackets where that is only named.',
    table(['', ...matrix.contributors.map((contributor) => plain(contributor.title))], matrix.rows.map(({ owner, cells }) => [
      `**${plain(owner.title)}**`, ...cells.map((cell) => (cell === null ? '' : cell.answered ? String(cell.contributions.length) : `(${cell.contributions.length})`)),
    ])),
    '## Without an owner',
    unowned.length === 0 ? 'Nothing: somebody answers for everything that is on.' : unowned.map((thing) => `- ${kindWord(thing.kind)} ${plain(thing.title)}`).join('\n'),
    unownedMetrics.length === 0 ? '' : `Metrics that nobody looks after: ${unownedMetrics.map((metric) => plain(metric.title)).join(', ')}.`,
  ]);
}

function loadWords({ objectives, keyResults, initiatives, effort }: PeriodLoad): string {
  return [
    ...objectives.length === 0 ? [] : [counted(objectives.length, 'objective', 'objectives')],
    ...keyResults === 0 ? [] : [counted(keyResults, 'key result', 'key results')],
    ...initiatives === 0 ? [] : [counted(initiatives, 'initiative', 'initiatives')],
    ...effort === null ? [] : [`${isOver(effort.share) ? '**' : ''}${plain(amountShown(effort.text))}${effort.share === null ? '' : ` (${Math.round(effort.share * 100)}%)`}${isOver(effort.share) ? '**' : ''}`],
  ].join(', ');
}
