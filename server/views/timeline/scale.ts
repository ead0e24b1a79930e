/** Days to pixels, and the lines of a calendar between them: readable from a week to many years. */

import { dayOf, formatDay, type Day, type DayRange } from '../../../grammar/calendar.ts';

export interface Tick {
  readonly day: Day;
  readonly label: string;
  /** The first of a longer stretch: of a year among months. */
  readonly strong: boolean;
}

export interface Scale {
  /** Where a day begins, in pixels from the left of the axis; days outside are held at its ends. */
  readonly at: (day: number) => number;
  readonly width: number;
  readonly ticks: readonly Tick[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Pixels that a label needs. */
const ROOM = 56;

/** A scale of some pixels for a range of days. */
export function scaleOf({ start, end }: DayRange, width: number): Scale {
  const length = end - start + 1;
  const at = (day: number): number => Math.min(width, Math.max(0, (day - start) / length * width));
  return { at, width, ticks: ticksOf({ start, end }, Math.max(1, Math.floor(width / ROOM))) };
}

/** The first days of the finest stretches of which no more than `most` fit. */
function ticksOf(days: DayRange, most: number): readonly Tick[] {
  const length = days.end - days.start + 1;
  for (const step of [1, 2, 7, 14]) if (length / step <= most) return dayTicks(days, step);
  for (const step of [1, 3, 6]) if (length / (30.44 * step) <= most) return monthTicks(days, step);
  for (const step of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]) if (length / (365.25 * step) <= most) return yearTicks(days, step);
  return yearTicks(days, 2000);
}

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
function dayTicks({ start, end }: DayRange, step: number): readonly Tick[] {
  const first = step < 7 ? start : start + (4 - start % 7 + 7) % 7;
  const ticks: Tick[] = [];
  for (let day = first; day <= end; day += step) {
    const { year, month, date } = partsOf(day as Day);
    const isFirst = ticks.length === 0;
    const strong = date <= step && !isFirst;
    ticks.push({ day: day as Day, label: `${date} ${MONTHS[month - 1] ?? ''}${isFirst ? ` ${year}` : ''}`, strong });
  }
  return ticks;
}

function monthTicks({ start, end }: DayRange, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  const from = partsOf(start);
  let { year } = from;
  let month = Math.floor((from.month - 1) / step) * step + 1;
  for (let day = dayOf(year, month, 1); day !== null && day <= end; day = dayOf(year, month, 1)) {
    if (day >= start) {
      const label = step === 1 ? MONTHS[month - 1] ?? '' : step === 3 ? `Q${Math.ceil(month / 3)}` : `H${month > 6 ? 2 : 1}`;
      ticks.push({ day, label: month === 1 || ticks.length === 0 ? `${label} ${year}` : label, strong: month === 1 });
    }
    month += step;
    if (month > 12) {
      month -= 12;
      year += 1;
    }
  }
  return ticks;
}

function yearTicks({ start, end }: DayRange, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let year = Math.ceil(partsOf(start).year / step) * step; year <= 9999; year += step) {
    const day = dayOf(year, 1, 1);
    if (day === null || day > end) break;
    if (day >= start) ticks.push({ day, label: String(year), strong: year % (step * 5) === 0 });
  }
  return ticks;
}

function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 1, date = 1] = formatDay(day).split('-').map(Number);
  return { year, month, date };
}
