/** What there is to see in a timeline, in one sentence. */

import { dayCount } from '../../model/figures.ts';
import type { TimelineModel } from './model.ts';

/** `9 objectives and 5 initiatives over 181 days; 2 overdue; 1 of 3 dependencies late.` */
export function timelineSummary({ groups, dependencies, days, history }: TimelineModel): string {
  const rows = groups.flatMap((group) => group.rows);
  const objectives = rows.filter(({ element }) => element.kind === 'objective').length;
  const initiatives = rows.filter(({ element }) => element.kind === 'initiative').length;
  const overdue = rows.filter(({ overdueSince }) => overdueSince !== null).length;
  const late = dependencies.filter(({ state }) => state === 'late').length;
  const parts = [
    `${counted(objectives, 'objective')} and ${counted(initiatives, 'initiative')}${days === null ? '' : ` over ${dayCount(days.end - days.start + 1)}`}`,
    overdue === 0 ? '' : `${overdue} overdue`,
    dependencies.length === 0 ? '' : late === 0 ? counted(dependencies.length, 'dependency', 'dependencies') : `${late} of ${counted(dependencies.length, 'dependency', 'dependencies')} late`,
    history === 0 ? '' : `${history} past or dropped not shown`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
