/** The periods that a timeline names, as bands above it. */

import type { DayRange } from '../../../grammar/calendar.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { TimelineElement } from './model.ts';

export interface PeriodBand {
  readonly id: string;
  readonly days: DayRange;
}

/** More than that above each other, and the periods hide what they are for. */
const MOST = 4;

/** The declared periods and those that elements name, in as few rows as they need without overlapping, the longest on top. */
export function bandsOf(strategy: Strategy, elements: readonly TimelineElement[], shown: DayRange): readonly (readonly PeriodBand[])[] {
  const found = new Map<string, DayRange>();
  for (const { id, days, laterThan } of strategy.periods) if (days !== null && laterThan === null) found.set(id, days);
  for (const { period } of elements) if (period.state === 'known' && period.period.id !== null) found.set(period.period.id, period.period.days);
  const bands = [...found].map(([id, days]) => ({ id, days }))
    .filter(({ days }) => days.end >= shown.start && days.start <= shown.end)
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.days.start - b.days.start);
  const rows: PeriodBand[][] = [];
  for (const band of bands) {
    const last = rows.at(-1);
    // Periods of one length stand side by side; a shorter one begins a row.
    const beside = last?.every((other) => other.days.end < band.days.start || other.days.start > band.days.end) ?? false;
    const alike = last?.every((other) => lengthOf(other) < lengthOf(band) * 1.5) ?? false;
    if (last !== undefined && beside && alike) last.push(band);
    else if (rows.length < MOST) rows.push([band]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.days.start - b.days.start));
}

function lengthOf({ days }: PeriodBand): number {
  return days.end - days.start + 1;
}
