/** The periods that a timeline names, as bands above it. */

import type { DayRange } from '../../../grammar/calendar.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { TimelineElement } from './model.ts';

export interface PeriodBand {
  /** Several where they are the same days. */
  readonly ids: readonly string[];
  readonly days: DayRange;
}

/** More than that above each other, and the periods hide what they are for. */
const MOST = 5;

/** The declared periods and those that elements name, in as few rows as they need without overlapping, the longest on top. Those of the same days are one. */
export function bandsOf(strategy: Strategy, elements: readonly TimelineElement[], shown: DayRange): readonly (readonly PeriodBand[])[] {
  const found = new Map<string, DayRange>();
  for (const { id, days, laterThan } of strategy.periods) if (days !== null && laterThan === null) found.set(id, days);
  for (const { period } of elements) if (period.state === 'known' && period.period.id !== null) found.set(period.period.id, period.period.days);
  const rows: PeriodBand[][] = [];
  for (const band of merged(found).filter(({ days }) => days.end >= shown.start && days.start <= shown.end)) {
    const row = rows.findLast((others) => others.every(({ days }) => days.end < band.days.start || days.start > band.days.end));
    if (row !== undefined) row.push(band);
    else if (rows.length < MOST) rows.push([band]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.days.start - b.days.start));
}

/** The longest first. */
function merged(periods: ReadonlyMap<string, DayRange>): readonly PeriodBand[] {
  const bands = new Map<string, PeriodBand>();
  for (const [id, days] of periods) {
    const key = `${days.start} ${days.end}`;
    const known = bands.get(key);
    bands.set(key, { ids: [...known?.ids ?? [], id], days });
  }
  return [...bands.values()].sort((a, b) => lengthOf(b) - lengthOf(a) || a.days.start - b.days.start);
}

function lengthOf({ days }: PeriodBand): number {
  return days.end - days.start + 1;
}
