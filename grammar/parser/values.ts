/** Names, texts, dates, periods and words of closed lists, as they stand after a property's word. */

import { formatDay, parseCalendarPeriod, parseDate, type CalendarPeriod } from '../calendar.ts';
import { endOfLine, hasLineEnd } from '../characters.ts';
import { readString } from '../strings.ts';
import { Amount, Comma, CurrencySign, DateLike, Dot, DotDot, EndOfText, Identifier, Percent, RightBrace, SmartText, Text as TextToken, Unknown } from '../tokens.ts';
import type { CalendarLiteral, DateLiteral, DateRange, Name, PeriodExpression, Reference, Span, Text, Word } from '../tree.ts';
import { Cursor } from './cursor.ts';

const FOUR_DIGITS = /^\d{4}$/;
const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const RANGE_MARKS = new Set(['-', '–', '—', '…', '->', '→', '~']);
const ASCII = /^[\0-\x7f]*$/;

export class ValueParser extends Cursor {
  /** Where a text ends that was never closed, and may have swallowed braces. */
  protected swallowed = -1;

  /** The current identifier, consumed and normalised. */
  protected takeIdentifier(): Name {
    const { startOffset: start, image } = this.token;
    this.advance();
    return { start, end: this.end, text: ASCII.test(image) ? image : image.normalize('NFC') };
  }

  /** A name or `objective.kr`; the current token is an identifier. */
  protected takeReference(): Reference {
    const head = this.takeIdentifier();
    if (this.token.tokenType !== Dot) return { start: head.start, end: head.end, text: head.text, head: head.text, local: null };
    return this.takeQualified(head);
  }

  private takeQualified(head: Name): Reference {
    const alone = { start: head.start, end: head.end, text: head.text, head: head.text, local: null };
    const dot = this.tokenSpan;
    const name = this.LA(2);
    if (name.tokenType !== Identifier || /[\n\r]/.test(this.source.slice(dot.end, name.startOffset))) {
      this.advance();
      this.problem(dot, `Expected the name of a kr or an initiative at once after \`${head.text}.\`.`);
      return alone;
    }
    const tight = dot.start === head.end && name.startOffset === dot.end;
    this.advance();
    const local = this.takeIdentifier();
    const text = `${head.text}.${local.text}`;
    const span = { start: head.start, end: local.end };
    if (!tight) this.problem(span, `No spaces stand around the dot: write \`${text}\`.`, { title: `Write '${text}'`, span, newText: text });
    if (this.token.tokenType === Dot && this.token.startOffset === this.end) {
      const rest = this.token.startOffset;
      while (this.token.tokenType === Dot && this.LA(2).tokenType === Identifier && this.token.startOffset === this.end) {
        this.advance();
        this.advance();
      }
      if (this.token.tokenType === Dot) this.advance();
      this.problem({ start: rest, end: this.end }, `A name has at most two parts, \`objective.kr\`: write \`${text}\`.`);
    }
    return { ...span, text, head: head.text, local: local.text };
  }

  /** Names with commas between; `what` says what they name. */
  protected references(word: string, what: string): Reference[] {
    const found: Reference[] = [];
    this.list(word, what, () => {
      found.push(this.takeReference());
    });
    return found;
  }

  /** One name. */
  protected singleReference(word: string, what: string): Reference[] {
    if (!this.isNameAfter(word, what)) return [];
    return [this.takeReference()];
  }

  /** Calls `take` for each element of a list; each begins with a name. */
  protected list(word: string, what: string, take: () => void): void {
    if (this.token.tokenType === Comma) this.superfluousComma();
    if (!this.isNameAfter(word, what)) return;
    for (;;) {
      take();
      if (this.token.tokenType === Comma) {
        this.advance();
        const comma = { start: this.end - 1, end: this.end };
        while (this.token.tokenType === Comma) this.superfluousComma();
        if (this.isName()) continue;
        const { problemCount } = this;
        const fix = this.atBoundary() || this.token.tokenType === EndOfText ? this.deletion('Delete the comma', comma) : null;
        if (this.takesNameInQuotes()) {
          if (this.token.tokenType !== Comma) return;
          continue;
        }
        if (problemCount === this.problemCount) this.expected(`Expected another name after the comma, or no comma.`, fix);
        return;
      }
      if (!this.continuesWithoutComma()) return;
      const span = { start: this.end, end: this.end };
      this.problem(span, `Expected a comma between the names after \`${word}\`.`, { title: 'Add the comma', span, newText: ',' });
    }
  }

  /** A further name stands where a comma should: on this line, or alone on the next. */
  private continuesWithoutComma(): boolean {
    if (this.token.tokenType !== Identifier || this.beginsFact()) return false;
    if (!this.newLine) return !this.body.words.has(this.token.image);
    const next = this.LA(2);
    const type = next.tokenType;
    return type === Comma || type === RightBrace || type === EndOfText || hasLineEnd(this.source, this.token.startOffset, next.startOffset);
  }

  protected superfluousComma(): void {
    const span = this.tokenSpan;
    this.advance();
    this.problem(span, 'There is one comma too many here.', this.deletion('Delete the comma', span));
  }

  /** A name stands here; says so where none does. */
  private isNameAfter(word: string, what: string): boolean {
    if (this.isName()) return true;
    if (!this.takesNameInQuotes()) this.expectedAfter(word, what);
    return false;
  }

  /** `owner "maya"`: the quotes are what is wrong. */
  private takesNameInQuotes(): boolean {
    const type = this.token.tokenType;
    if (type !== TextToken && type !== SmartText) return false;
    const span = this.tokenSpan;
    const inner = this.token.image.slice(1, -1);
    const isIdentifier = /^[_\p{XID_Start}][\p{XID_Continue}-]*$/u.test(inner);
    const fix = isIdentifier ? { title: `Write '${inner}'`, span, newText: inner } : null;
    this.advance();
    this.problem(span, 'A name that is declared somewhere stands here, without quotes.', fix);
    return true;
  }

  /** A text in quotes; null, and nothing consumed, where none stands here. */
  protected text(): Text | null {
    const { startOffset: start, image, tokenType } = this.token;
    if (tokenType === SmartText) return this.smartText();
    if (tokenType !== TextToken) return null;
    this.advance();
    const { value, triple, problems } = readString(image);
    if (triple && problems.length > 0) this.swallowed = this.end;
    for (const { start: from, end: to, message, fix } of problems) {
      const span = { start: start + from, end: start + to };
      this.problem(span, message, fix === null ? null : { ...fix, span });
    }
    return { start, end: this.end, value, triple };
  }

  private smartText(): Text {
    const span = this.tokenSpan;
    const value = this.token.image.slice(1, -1);
    this.advance();
    const newText = `"${value.replace(/[\\"]/g, '\\$&')}"`;
    this.problem(span, 'A text stands in straight double quotes: `"…"`.', { title: 'Write straight quotes', span, newText });
    return { ...span, value, triple: false };
  }

  /** A text after a property's word; what stands there without quotes is passed over. */
  protected expectText(message: string): Text | null {
    const found = this.text();
    if (found !== null) return found;
    if (this.newLine || !this.isUnquoted()) this.expected(message);
    else this.unquoted(message);
    return null;
  }

  private isUnquoted(): boolean {
    const type = this.token.tokenType;
    return type === Identifier || type === Amount || type === DateLike || type === Unknown || type === Percent || type === CurrencySign;
  }

  /** Words that should stand in quotes: up to the end of the line, a brace, or one of `stops`. */
  protected unquoted(message: string, stops: ReadonlySet<string> | null = null): void {
    const start = this.token.startOffset;
    while (!this.newLine && !/^[{}]$/.test(this.token.image)) {
      if (stops !== null && this.end > start && this.token.tokenType === Identifier && stops.has(this.token.image)) break;
      this.advance();
    }
    const isAddress = this.source.startsWith('//', this.end) && this.source[this.end - 1] === ':';
    const written = this.source.slice(start, isAddress ? endOfLine(this.source, this.end) : this.end).trimEnd();
    const fix = /["\\]/.test(written) ? null : { title: 'Put it in quotes', span: { start, end: start + written.length }, newText: `"${written}"` };
    this.problem({ start, end: start + written.length }, message, fix);
  }

  /** A word of a closed list, or what stands in its place; null where nothing does. */
  protected word(): Word | null {
    const type = this.token.tokenType;
    if (!this.isName() && type !== Amount && type !== DateLike) return null;
    if (this.newLine && type !== Identifier) return null;
    const { image } = this.token;
    const span = this.tokenSpan;
    this.advance();
    return { ...span, text: type === Identifier && !ASCII.test(image) ? image.normalize('NFC') : image };
  }

  /** A date, or what begins like one; null, and nothing consumed, where none stands here. */
  protected date(): DateLiteral | null {
    if (this.token.tokenType !== DateLike) return null;
    const span = this.tokenSpan;
    const text = this.token.image;
    this.advance();
    return { ...span, text, day: parseDate(text) };
  }

  /** A period's name, a calendar period, or two dates; null, and nothing consumed, where none stands here. */
  protected period(): PeriodExpression | null {
    if (this.isName()) return { type: 'name', reference: this.takeReference() };
    if (this.isYear()) return { type: 'calendar', literal: this.calendar() };
    if (this.token.tokenType !== DateLike) return null;
    if (FULL_DATE.test(this.token.image) || this.rangeFollows()) return this.rangeExpression();
    return { type: 'calendar', literal: this.calendar() };
  }

  /** A period in which a whole range cannot stand: after `in` and `by`. */
  protected simplePeriod(): PeriodExpression | null {
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
    return this.LA(2).tokenType === DotDot;
  }

  private rangeExpression(): PeriodExpression | null {
    const range = this.range('period');
    return range === null ? null : { type: 'range', range };
  }

  /** `DATE .. DATE`; null where one of the dates is missing. */
  protected range(word: string): DateRange | null {
    const from = this.date();
    if (from === null) {
      const year = this.isYear() ? this.calendar() : null;
      if (year?.period) this.daysInstead(year, year.period);
      else this.expected(`Expected the first and the last day, such as \`2026-02-01 .. 2026-04-30\`.`);
      return null;
    }
    if (this.isGluedDate()) return this.gluedRange(from);
    if (!this.takeRangeMark(from, word)) return null;
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
