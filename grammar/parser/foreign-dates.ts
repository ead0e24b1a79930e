/** Dates and periods as people write them elsewhere: `28.02.2026`, `31 March 2026`, `Q1 2026`. */

import { parseCalendarPeriod, parseDate } from '../calendar.ts';

/** One that was found in a text. */
export interface ForeignDate {
  readonly end: number;
  /** How the language writes it, each way in which it can be meant; none where its year is not told. */
  readonly meant: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const GAP = '[ \\t]{1,9}';
const END = '(?![\\w-])';

interface Form {
  readonly pattern: RegExp;
  readonly meant: (...parts: readonly string[]) => readonly string[];
}

function form(source: string, meant: Form['meant']): Form {
  return { pattern: new RegExp(source + END, 'iy'), meant };
}

const FORMS: readonly Form[] = [
  form('(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4})', (first = '', mark = '', second = '', year = '') => (
    mark === '.' ? [date(year, second, first)] : [date(year, first, second), date(year, second, first)]
  )),
  form('(\\d{4})[./](\\d{1,2})[./](\\d{1,2})', (year = '', month = '', day = '') => [date(year, month, day)]),
  form(`${DAY}${GAP}${MONTH},?${GAP}(\\d{4})`, (day = '', month = '', year = '') => [date(year, monthNumber(month), day)]),
  form(`${MONTH}${GAP}${DAY},?${GAP}(\\d{4})`, (month = '', day = '', year = '') => [date(year, monthNumber(month), day)]),
  form(`${MONTH}${GAP}(\\d{4})`, (month = '', year = '') => [`${year}-${monthNumber(month)}`]),
  form(`${MONTH}${GAP}${DAY}`, () => []),
  form(`${DAY}${GAP}${MONTH}`, () => []),
  form('([QH][1-4])[ \\t/](\\d{4})', (part = '', year = '') => [`${year}-${part.toUpperCase()}`]),
  form('(\\d{4})[ \\t/]?([QH][1-4])', (year = '', part = '') => [`${year}-${part.toUpperCase()}`]),
];

/** The foreign date or period that begins at an offset; null where none does. */
export function foreignDateAt(text: string, offset: number): ForeignDate | null {
  for (const { pattern, meant } of FORMS) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match === null) continue;
    const readings = meant(...match.slice(1)).filter((reading) => parseDate(reading) !== null || parseCalendarPeriod(reading) !== null);
    return { end: pattern.lastIndex, meant: [...new Set(readings)] };
  }
  return null;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
}

function date(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
