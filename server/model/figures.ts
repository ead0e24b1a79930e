/** Figures in words, for cards and pictures: shares as bars, days as spans with what has elapsed. */

import { formatDay, type Day, type DayRange } from '../../grammar/calendar.ts';
import type { PeriodReading } from './strategy.ts';

const CELLS = 10;

/** A score as a bar with its percentage; a dash where it is unknown. */
export function bar(score: number | null): string {
  if (score === null) return '–';
  const full = Math.round(Math.min(1, Math.max(0, score)) * CELLS);
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${percent(score)}`;
}

/** A share, 0 … 1, in whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** First and last day. */
export function days({ start, end }: DayRange): string {
  return `${formatDay(start)} .. ${formatDay(end)}`;
}

/** How long a period is, and how much of it has elapsed as of a day, that day included. */
export function elapsed({ start, end }: DayRange, asOf: Day): string {
  const length = dayCount(end - start + 1);
  if (asOf < start) return `${length} · begins in ${dayCount(start - asOf)}`;
  if (asOf > end) return `${length} · ended ${dayCount(asOf - end)} ago`;
  return `${length} · ${percent((asOf - start + 1) / (end - start + 1))} elapsed, ${dayCount(end - asOf)} left`;
}

/** Where a day lies, seen from as-of. */
export function distance(day: Day, asOf: Day): string {
  if (day === asOf) return 'as-of day';
  return day > asOf ? `in ${dayCount(day - asOf)}` : `${dayCount(asOf - day)} ago`;
}

/** `1 day`, `12 days`. */
export function dayCount(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** A period as one would say it: its id, else its days; null where none is known. */
export function periodName(reading: PeriodReading): string | null {
  if (reading.state !== 'known') return null;
  return reading.period.id ?? days(reading.period.days);
}
