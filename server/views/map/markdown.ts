/** The map in Markdown: a nested list. */

import { kindWord } from '../../model/naming.ts';
import { paragraphs, plain, titles } from '../text/markdown.ts';
import { entryStanding, type MapEntry, type MapTable } from './table.ts';

/** Lists nest no deeper: what hangs deeper follows on the same level. */
const DEEPEST = 24;

/** Goals on top, what supports each below it, what serves none under a heading of its own. */
export function mapMarkdown({ entries, conflicts }: MapTable, title: string, summary: string): string {
  const served: string[] = [];
  const apart: string[] = [];
  let list = served;
  for (const entry of entries) {
    if (entry.depth === 0) list = entry.apart === null ? served : apart;
    list.push(`${'  '.repeat(Math.min(entry.depth, DEEPEST))}- ${line(entry)}`);
  }
  return paragraphs([
    `# ${plain(title)}`,
    plain(summary),
    served.join('\n'),
    apart.length === 0 ? '' : '## Stands apart',
    apart.join('\n'),
    conflicts.length === 0 ? '' : '## Conflicts',
    conflicts.map(({ reason }) => `- ${plain(reason)}`).join('\n'),
  ]);
}

function line(entry: MapEntry): string {
  const { kind, title, owners, apart } = entry;
  const name = kind === 'goal' || kind === 'objective' ? `**${plain(title)}**` : plain(title);
  return [`${kindWord(kind)} ${name}: ${entryStanding(entry)}`, titles(owners), apart === null ? '' : `*${plain(apart)}*`].filter((part) => part !== '').join('; ');
}
