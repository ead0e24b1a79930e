/** The timeline as plain data, for text, tables and data: one entry for each row, with what it needs. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import type { Health, StatusValue } from '../../model/strategy.ts';
import { mention, mentions, type Mention } from '../mention.ts';
import type { TimelineElement, TimelineModel } from './model.ts';

export interface TimelineEntries {
  /** `YYYY-MM-DD`, as all days here. */
  readonly asOf: string;
  readonly groups: readonly { readonly title: string; readonly entries: readonly TimelineEntry[] }[];
}

export interface TimelineEntry {
  readonly kind: 'objective' | 'kr' | 'initiative';
  readonly id: string;
  readonly title: string;
  /** The objective that it stands in, where that is shown above it. */
  readonly of: Mention | null;
  readonly owners: readonly Mention[];
  readonly start: string | null;
  readonly end: string | null;
  /** Of a kr, the day by which it is due, where it has one of its own. */
  readonly due: string | null;
  readonly status: StatusValue;
  /** null of an initiative. */
  readonly health: Health | null;
  readonly score: number | null;
  /** The day on which it was to be done and is not; null where it is not late. */
  readonly overdueSince: string | null;
  readonly needs: readonly { readonly thing: Mention; readonly state: 'met' | 'open' | 'late' }[];
  readonly checkins: readonly string[];
}

/** The rows of a timeline. */
export function timelineEntries({ asOf, groups, dependencies }: TimelineModel): TimelineEntries {
  const needs = new Map<TimelineElement, { readonly thing: Mention; readonly state: 'met' | 'open' | 'late' }[]>();
  for (const { from, to, state } of dependencies) {
    const known = needs.get(from);
    if (known === undefined) needs.set(from, [{ thing: mention(to), state }]);
    else known.push({ thing: mention(to), state });
  }
  return {
    asOf: formatDay(asOf),
    groups: groups.map(({ title, rows }) => ({
      title,
      entries: rows.map(({ element, depth, days, due, overdueSince, checkins }): TimelineEntry => ({
        kind: element.kind, id: element.id, title: element.title ?? element.id,
        of: depth === 0 || element.kind === 'objective' || element.objective === null ? null : mention(element.objective),
        owners: mentions(element.owners),
        start: day(days?.start), end: day(days?.end), due: day(due),
        status: element.status.value,
        ...element.kind === 'initiative' ? { health: null, score: null } : { health: element.health, score: element.score },
        overdueSince: day(overdueSince),
        needs: needs.get(element) ?? [],
        checkins: checkins.map(({ words }) => words),
      })),
    })),
  };
}

function day(value: Day | null | undefined): string | null {
  return value === null || value === undefined ? null : formatDay(value);
}
