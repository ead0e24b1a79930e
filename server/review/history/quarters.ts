/** The quarters in which changes are counted: the strategy's own where it declares them, else those of the calendar. */

import { formatDay, parseCalendarPeriod, type Day } from '../../../grammar/calendar.ts';
import type { Strategy } from '../../model/strategy.ts';

export interface Quarter {
  /** `FY26-Q2` as declared, `2026-Q2` of the calendar. */
  readonly id: string;
  readonly start: Day;
  readonly end: Day;
}

/** Days that a declared period may have to be taken for a quarter: about three months. */
const SHORTEST = 75;
const LONGEST = 110;

/** The quarter in which a day lies. One of the calendar is cut where a declared one begins or ends. */
export function quarterAt(strategy: Strategy | null, day: Day): Quarter {
  const declared = declaredQuarters(strategy);
  let found: Quarter | null = null;
  for (const quarter of declared) {
    if (day < quarter.start || day > quarter.end) continue;
    if (found === null || quarter.end - quarter.start < found.end - found.start) found = quarter;
  }
  if (found !== null) return found;
  const { id, start, end } = calendarQuarter(day);
  const before = declared.filter((quarter) => quarter.end < day).map((quarter) => quarter.end + 1 as Day);
  const after = declared.filter((quarter) => quarter.start > day).map((quarter) => quarter.start - 1 as Day);
  return { id, start: latest([start, ...before]), end: earliest([end, ...after]) };
}

function declaredQuarters(strategy: Strategy | null): readonly Quarter[] {
  return (strategy?.periods ?? []).flatMap(({ id, days }) => {
    const length = days === null ? 0 : days.end - days.start + 1;
    return days === null || length < SHORTEST || length > LONGEST ? [] : [{ id, ...days }];
  });
}

function latest(days: readonly Day[]): Day {
  return days.reduce((most, day) => (day > most ? day : most));
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((least, day) => (day < least ? day : least));
}

function calendarQuarter(day: Day): Quarter {
  const text = formatDay(day);
  const id = `${text.slice(0, 'YYYY'.length)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`;
  const period = parseCalendarPeriod(id);
  // A day beyond the calendar that can be written is a quarter by itself.
  return period === null ? { id: text, start: day, end: day } : { id, start: period.start, end: period.end };
}
