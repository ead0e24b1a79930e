/** The timeline in Markdown: a table for each period. */

import { percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import { kindWord } from '../../model/naming.ts';
import { paragraphs, plain, table, titles } from '../text/markdown.ts';
import type { TimelineEntries, TimelineEntry } from './entries.ts';

/** What stands in an objective is indented below it. */
export function timelineMarkdown({ groups }: TimelineEntries, title: string, summary: string): string {
  return paragraphs([
    `# ${plain(title)}`,
    plain(summary),
    ...groups.flatMap((group) => [
      `## ${plain(group.title)}`,
      table(['What', 'Kind', 'Owner', 'From', 'To', 'Due', 'Standing', 'Needs'], group.entries.map(line)),
    ]),
  ]);
}

function line(entry: TimelineEntry): readonly string[] {
  const { title, kind, of, owners, start, end, due, needs } = entry;
  return [
    `${of === null ? '' : '&emsp;'}${kind === 'objective' ? `**${plain(title)}**` : plain(title)}`,
    kindWord(kind), titles(owners), start ?? '', end ?? '', due ?? '', standing(entry),
    needs.map(({ thing, state }) => `${plain(thing.title)} (${state})`).join(', '),
  ];
}

function standing({ health, status, score, overdueSince }: TimelineEntry): string {
  const told = health === null ? status : HEALTH_WORDS[health];
  return `${told}${score === null ? '' : ` ${percent(score)}`}${overdueSince === null ? '' : `, **late since ${overdueSince}**`}`;
}
