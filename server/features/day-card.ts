/** What a hover says of a date and of a calendar period: its days, and how much has elapsed. */

import { formatDay, type Day } from '../../grammar/calendar.ts';
import type { CalendarLiteral, DateLiteral, DateRange } from '../../grammar/tree.ts';
import { days, distance, elapsed } from '../model/figures.ts';

/** null for what is no calendar period. */
export function calendarCard({ text, period }: CalendarLiteral, asOf: Day): string | null {
  return period === null ? null : `Calendar period \`${text}\`\n\n${days(period)} · ${elapsed(period, asOf)}`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** null for what is no date. `range`: the two dates that it is one of. */
export function dateCard({ day }: DateLiteral, range: DateRange | null, asOf: Day): string | null {
  if (day === null) return null;
  // 1970-01-01 was a Thursday.
  const weekday = WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? '';
  const own = `${weekday}, ${formatDay(day)} · ${distance(day, asOf)}`;
  const start = range?.from.day ?? null;
  const end = range?.to.day ?? null;
  return start === null || end === null || end < start ? own : `${own}\n\n${days({ start, end })} · ${elapsed({ start, end }, asOf)}`;
}
