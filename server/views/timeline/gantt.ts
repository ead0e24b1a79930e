/** The timeline as a Gantt chart in Mermaid. */

import { labelLine } from '../text/graph.ts';
import { mermaidText } from '../text/mermaid.ts';
import type { TimelineEntries, TimelineEntry } from './entries.ts';

/** Sections are periods; what is late is `crit`, what a kr is due by a milestone. What has no days is left out. */
export function timelineGantt({ groups, asOf }: TimelineEntries, title: string): string {
  const sections = groups.flatMap((group) => {
    const tasks = group.entries.flatMap((entry) => tasksOf(entry, asOf));
    return tasks.length === 0 ? [] : [`  section ${mermaidText(labelLine(group.title))}`, ...tasks.map((task) => `    ${task}`)];
  });
  return `${['gantt', `  title ${mermaidText(labelLine(title))}`, '  dateFormat YYYY-MM-DD', '  axisFormat %Y-%m-%d', '  inclusiveEndDates', ...sections].join('\n')}\n`;
}

function tasksOf(entry: TimelineEntry, asOf: string): readonly string[] {
  const { kind, title, start, end, due, of } = entry;
  const name = mermaidText(labelLine(`${of === null ? '' : '· '}${title}`)).trim() || '-';
  if (kind === 'kr') return due === null ? [] : [`${name} :${[...tags(entry, asOf), 'milestone'].join(', ')}, ${due}, 0d`];
  return start === null || end === null ? [] : [`${name} :${tags(entry, asOf).map((tag) => `${tag}, `).join('')}${start}, ${end}`];
}

function tags({ health, status, start, end, overdueSince }: TimelineEntry, asOf: string): readonly string[] {
  if (status === 'done' || health === 'done') return ['done'];
  if (overdueSince !== null || health === 'off-track') return ['crit'];
  return start !== null && end !== null && start <= asOf && asOf <= end ? ['active'] : [];
}
