/** Dates, periods and ranges of days. */

import { formatDay, parseCalendarPeriod, parseDate, type CalendarPeriod } from '../calendar.ts';
import { Amount, DateLike, Dot, DotDot, Identifier } from '../tokens.ts';
import type { CalendarLiteral, DateLiteral, DateRange, PeriodExpression, Span } from '../tree.ts';
import { foreignDateAt, type ForeignDate } from './foreign-dates.ts';
import { listed } from './phrases.ts';
import { ValueParser } from './values.ts';

const FOUR_DIGITS = /^\d{4}$/;
const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const MARK_AFTER_FOREIGN = /[ \t]{0,9}(?:\.\.|[-–—~]|to|until)[ \t]{0,9}/y;
const RANGE_MARKS = new Set(['-', '–', '—', '…', '->', '→', '~']);

export class DateParser extends ValueParser {
  /** A date, or what begins like one; null, and nothing consumed, where none stands here. */
  protected date(): DateLiteral | null {
    if (this.token.tokenType !== DateLike) return this.foreignDate();
    const span = this.tokenSpan;
    const text = this.token.image;
    this.advance();
    return { ...span, text, day: parseDate(text) };
  }

  /** `28.02.2026`: consumed and told; null where its day is not certain, or none stands here. */
  private foreignDate(): DateLiteral | null {
    const foreign = this.foreignHere();
    if (foreign === null) return null;
    const span = this.takeForeign(foreign);
    const [text = ''] = foreign.meant;
    const day = foreign.meant.length === 1 ? parseDate(text) : null;
    this.tellForeign(span, 'A date is written as year, month and day', day === null ? foreign.meant.filter((meant) => parseDate(meant) !== null) : [text], '2026-04-15');
    return day === null ? null : { ...span, text, day };
  }

  /** `Q1 2026`, `March 2026`: consumed and told; null where none stands here. */
  private foreignPeriod(): PeriodExpression | null {
    const foreign = this.foreignHere();
    if (foreign === null) return null;
    const span = this.takeForeign(foreign);
    this.tellForeign(span, 'A period or a date is written from its year down', foreign.meant, '2026-Q1');
    const [text = ''] = foreign.meant;
    const period = foreign.meant.length === 1 ? parseCalendarPeriod(text) : null;
    return period === null ? null : { type: 'calendar', literal: { ...span, text, period } };
  }

  /** What begins at the current token and is a date or period as it is written elsewhere. */
  protected foreignHere(): ForeignDate | null {
    const { tokenType, startOffset } = this.token;
    if (this.newLine || (tokenType !== Amount && tokenType !== Identifier)) return null;
    return foreignDateAt(this.source, startOffset);
  }

  private takeForeign({ end }: ForeignDate): Span {
    const start = this.token.startOffset;
    while (!this.newLine && this.token.startOffset < end) this.advance();
    return { start, end: this.end };
  }

  private tellForeign(span: Span, rule: string, meant: readonly string[], example: string): void {
    const [newText = example] = meant;
    const advice = meant.length === 0 ? `such as ${example}` : `write ${listed(meant.map((text) => `\`${text}\``), 'or')}`;
    this.problem(span, `${rule}${meant.length === 0 ? ', ' : ': '}${advice}.`, meant.length === 1 ? { title: `Write '${newText}'`, span, newText } : null);
  }

  /** `01.02.2026 - 30.04.2026`. */
  private foreignRange(): DateRange | null {
    const first = this.foreignHere();
    if (first === null) return null;
    MARK_AFTER_FOREIGN.lastIndex = first.end;
    const last = MARK_AFTER_FOREIGN.test(this.source) ? foreignDateAt(this.source, MARK_AFTER_FOREIGN.lastIndex) : null;
    if (last === null) return null;
    const span = this.takeForeign(last);
    const [from = '', to = ''] = [first.meant[0], last.meant[0]];
    const [fromDay, toDay] = [parseDate(from), parseDate(to)];
    const isCertain = first.meant.length === 1 && last.meant.length === 1 && fromDay !== null && toDay !== null;
    this.tellForeign(span, 'The days of a range are written as year, month and day', isCertain ? [`${from} .. ${to}`] : [], '`2026-02-01 .. 2026-04-30`');
    return isCertain ? { ...span, from: { ...span, text: from, day: fromDay }, to: { ...span, text: to, day: toDay } } : null;
  }

  /** A period's name, a calendar period, or two dates; null, and nothing consumed, where none stands here. */
  protected period(): PeriodExpression | null {
    if (this.foreignHere() !== null) {
      const { problemCount } = this;
      const range = this.foreignRange();
      if (range !== null) return { type: 'range', range };
      return problemCount === this.problemCount ? this.foreignPeriod() : null;
    }
    if (this.isName()) return { type: 'name', reference: this.takeReference() };
    if (this.isYear()) return { type: 'calendar', literal: this.calendar() };
    if (this.token.tokenType !== DateLike) return null;
    if (FULL_DATE.test(this.token.image) || this.rangeFollows()) return this.rangeExpression();
    return { type: 'calendar', literal: this.calendar() };
  }

  /** A period in which a whole range cannot stand: after `in` and `by`. */
  protected simplePeriod(): PeriodExpression | null {
    if (this.foreignHere() !== null) return this.foreignPeriod();
    if (this.isName()) return { type: 'name', reference: this.takeReference() };
    if (this.isYear() || this.token.tokenType === DateLike) return { type: 'calendar', literal: this.calendar() };
    return null;
  }

  private isYear(): boolean {
    return this.token.tokenType === Amount && FOUR_DIGITS.test(this.token.image);
  }

  private calendar(): CalendarLiteral {
    const span = this.tokenSpan;
    const text = this.token.image;
    this.advance();
    return { ...span, text, period: parseCalendarPeriod(text) };
  }

  private rangeFollows(): boolean {
    const { tokenType, image } = this.LA(2);
    return tokenType === DotDot || ((RANGE_MARKS.has(image) || image === 'to' || image === 'until') && this.LA(3).tokenType === DateLike);
  }

  private rangeExpression(): PeriodExpression | null {
    const range = this.range('period');
    return range === null ? null : { type: 'range', range };
  }

  /** `DATE .. DATE`; null where one of the dates is missing. */
  protected range(word: string): DateRange | null {
    const { problemCount } = this;
    const foreign = this.foreignRange();
    if (foreign !== null || problemCount !== this.problemCount) return foreign;
    const from = this.date();
    if (from === null && problemCount !== this.problemCount) return null;
    if (from === null) {
      const year = this.isYear() ? this.calendar() : null;
      if (year?.period) this.daysInstead(year, year.period);
      else this.expected(`Expected the first and the last day, such as \`2026-02-01 .. 2026-04-30\`.`);
      return null;
    }
    if (this.isGluedDate()) return this.gluedRange(from);
    // Of a range of calendar periods the mark between is not what is wrong.
    if (parseCalendarPeriod(from.text) !== null && this.LA(2).tokenType === DateLike) this.advance();
    else if (!this.takeRangeMark(from, word)) return null;
    const to = this.date();
    if (to === null) {
      this.expected('Expected the last day after `..`, such as 2026-04-30.');
      return null;
    }
    const range = { start: from.start, end: to.end, from, to };
    if (!this.isCalendarRange(range)) return range;
    return null;
  }

  private isGluedDate(): boolean {
    return this.token.tokenType === Amount && this.token.startOffset === this.end && /^-\d{4}-\d{2}-\d{2}$/.test(this.token.image);
  }

  /** `2026-02-01-2026-04-30`. */
  private gluedRange(from: DateLiteral): DateRange {
    const { startOffset, image } = this.token;
    this.advance();
    const text = image.slice(1);
    const to = { start: startOffset + 1, end: this.end, text, day: parseDate(text) };
    const mark = { start: startOffset, end: startOffset + 1 };
    this.problem(mark, 'Write `..` between two dates.', { title: "Write '..'", span: mark, newText: ' .. ' });
    return { start: from.start, end: to.end, from, to };
  }

  private takeRangeMark(from: DateLiteral, word: string): boolean {
    if (this.token.tokenType === DotDot) {
      this.advance();
      if (this.token.tokenType === Dot && this.token.startOffset === this.end) {
        const span = { start: this.end - 2, end: this.end + 1 };
        this.advance();
        this.problem(span, 'Two dots stand between two dates: `..`.', { title: "Write '..'", span, newText: '..' });
      }
      return true;
    }
    const isMark = RANGE_MARKS.has(this.token.image) || this.isWord('to') || this.isWord('until') || this.isWord('and');
    if (isMark && this.LA(2).tokenType === DateLike) {
      const span = this.tokenSpan;
      this.advance();
      const glued = span.start === from.end;
      this.problem(span, 'Write `..` between two dates.', { title: "Write '..'", span, newText: glued ? ' .. ' : '..' });
      return true;
    }
    if (this.token.tokenType === DateLike && !this.newLine) {
      const span = { start: this.end, end: this.end };
      this.problem(span, 'Expected `..` between the two dates.', { title: "Add '..'", span, newText: ' ..' });
      return true;
    }
    this.missingLastDay(from, word);
    return false;
  }

  private missingLastDay(from: DateLiteral, word: string): void {
    const calendar = parseCalendarPeriod(from.text);
    const message = `Expected \`..\` and the last day after ${from.text}${word === 'period' ? ', or a whole period such as 2026-Q1' : ''}.`;
    if (calendar === null) return this.problem({ start: this.end, end: this.end }, message);
    this.daysInstead(from, calendar);
  }

  /** A calendar period where its days should stand. */
  private daysInstead({ start, end }: Span, calendar: CalendarPeriod): void {
    const span = { start, end };
    const newText = `${formatDay(calendar.start)} .. ${formatDay(calendar.end)}`;
    this.problem(span, `The first and the last day stand here: write \`${newText}\`.`, { title: `Write '${newText}'`, span, newText });
  }

  /** `2026-Q1 .. 2026-Q2`: a range is told by its days. */
  private isCalendarRange({ start, end, from, to }: DateRange): boolean {
    const [first, last] = [parseCalendarPeriod(from.text), parseCalendarPeriod(to.text)];
    if (first === null && last === null) return false;
    const [firstDay, lastDay] = [first?.start ?? from.day, last?.end ?? to.day];
    const newText = firstDay === null || lastDay === null ? null : `${formatDay(firstDay)} .. ${formatDay(lastDay)}`;
    const span: Span = { start, end };
    const fix = newText === null ? null : { title: `Write '${newText}'`, span, newText };
    this.problem(span, `A range goes from a date to a date: write \`${newText ?? '2026-02-01 .. 2026-04-30'}\`.`, fix);
    return true;
  }
}
