/** The columns of load: stretches of time that do not overlap. */

import { formatDay, type DayRange } from '../../../grammar/calendar.ts';
import { periodName } from '../../model/figures.ts';
import { knownDays } from '../../model/planning.ts';
import type { Initiative, Objective, PeriodReading, Strategy } from '../../model/strategy.ts';
import type { LoadPeriod } from './model.ts';

export interface Column {
  readonly period: LoadPeriod;
  /** null holds every day. */
  readonly days: DayRange | null;
}

/**
 * The shortest periods of the objectives, then of the initiatives, as long as they overlap none that is taken: quarters
 * where work is planned by quarter, and a year only where nothing shorter lies in it.
 */
export function columnsOf(objectives: readonly Objective[], initiatives: readonly Initiative[], { asOf }: Strategy): readonly Column[] {
  const taken: { readonly title: string; readonly days: DayRange }[] = [];
  for (const things of [objectives, initiatives]) {
    for (const { period, days } of byLength(things)) {
      if (!overlapsAny(taken, days)) insert(taken, { title: periodName(period) ?? '', days });
    }
  }
  if (taken.length === 0) return [{ period: { title: 'At any time', start: null, end: null, current: true }, days: null }];
  return taken.map(({ title, days }) => ({
    period: { title, start: formatDay(days.start), end: formatDay(days.end), current: days.start <= asOf && asOf <= days.end }, days,
  }));
}

/** Whether a period has a day in a column; unknown and missing ones have one in each. */
export function isIn(reading: PeriodReading, { days }: Column): boolean {
  const own = knownDays(reading);
  return own === null || days === null || (own.start <= days.end && own.end >= days.start);
}

function byLength(things: readonly (Objective | Initiative)[]): readonly { readonly period: PeriodReading; readonly days: DayRange }[] {
  const byDays = new Map<string, { readonly period: PeriodReading; readonly days: DayRange }>();
  for (const { period } of things) {
    const days = knownDays(period);
    if (days === null) continue;
    const key = `${days.start} ${days.end}`;
    // A name says more than days do.
    if (!byDays.has(key) || (period.state === 'known' && period.period.id !== null)) byDays.set(key, { period, days });
  }
  return [...byDays.values()].sort((a, b) => (a.days.end - a.days.start) - (b.days.end - b.days.start) || a.days.start - b.days.start);
}

/** `taken` is in order and does not overlap itself: by halves. */
function overlapsAny(taken: readonly { readonly days: DayRange }[], days: DayRange): boolean {
  const next = taken[place(taken, days)];
  return next !== undefined && next.days.start <= days.end;
}

function insert<T extends { readonly days: DayRange }>(taken: T[], one: T): void {
  taken.splice(place(taken, one.days), 0, one);
}

/** The index of the first that ends on or after the first of the days. */
function place(taken: readonly { readonly days: DayRange }[], { start }: DayRange): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = taken[middle];
    if (found !== undefined && found.days.end < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
