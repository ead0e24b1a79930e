/** Calendar periods around a day. */

import { formatDay, parseCalendarPeriod, type CalendarPeriod, type Day } from '../../grammar/calendar.ts';

/** The quarter of the calendar year. */
export function quarterOf(day: Day): CalendarPeriod {
  const [year = '', month = '1'] = formatDay(day).split('-');
  return parseCalendarPeriod(`${year}-Q${Math.ceil(Number(month) / 3)}`) ?? { id: '', start: day, end: day };
}
