/** Days and calendar periods. A day is a count from 1970-01-01, so that days compare and subtract as numbers. */

/** Days since 1970-01-01 (UTC). */
export type Day = number & { readonly __day: unique symbol };

/** A run of days, first and last included. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

/** A period that exists without being declared: `2026`, `2026-H1`, `2026-Q1`, `2026-03`. */
export interface CalendarPeriod extends DayRange {
  readonly id: string;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The day of a date; null where there is none (`2026-02-30`). Month and day count from 1. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  // Years from March on, so that a leap day is the last of its year; 719_468 days lead from 0000-03-01 to 1970-01-01.
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return smallInteger(shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear - 719_468);
}

/** `YYYY-MM-DD` to its day; null where it is no date. */
export function parseDate(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day on which a moment falls, in UTC. */
export function dayOfMoment(moment: Date): Day {
  return smallInteger(Math.floor(moment.getTime() / MILLISECONDS_A_DAY));
}

/** Divided numbers take memory of their own, and so would all that stand in objects of the same form; small integers do not. */
function smallInteger(day: number): Day {
  return (day | 0) as Day;
}

/** `2026`, `2026-H1`, `2026-Q1` or `2026-03` to its days; null where it is no calendar period. */
export function parseCalendarPeriod(text: string): CalendarPeriod | null {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  let first = 1;
  let months = 12;
  if (match[2] !== undefined) [first, months] = [Number(match[2]) * 6 - 5, 6];
  else if (match[3] !== undefined) [first, months] = [Number(match[3]) * 3 - 2, 3];
  else if (match[4] !== undefined) [first, months] = [Number(match[4]), 1];
  const last = first + months - 1;
  const start = dayOf(year, first, 1);
  const end = dayOf(year, last, daysInMonth(year, last));
  return start === null || end === null ? null : { id: text, start, end };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
