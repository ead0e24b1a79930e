/** Quantities and current values. */

import { readAmount, type AmountReading } from '../quantity-reader.ts';
import { Amount, Comma, CurrencySign, DateLike, Identifier, Text as TextToken } from '../tokens.ts';
import type { Quantity, Value } from '../tree.ts';
import { codeUnit, PLAIN } from '../units.ts';
import { UnitParser } from './units.ts';

/** What people write for a bound or a step; each has its words here. */
export const COMPARISONS: Readonly<Record<string, string>> = {
  '<': 'at most', '<=': 'at most', '≤': 'at most', '>': 'at least', '>=': 'at least', '≥': 'at least', '->': 'to', '→': 'to', '=>': 'to',
};

/** A number that a space and three more digits may go on. */
const THOUSANDS = /^[-+]?[$€£¥]?\d{1,3}$/;
/** What people write for a number that is still open. */
const PLACEHOLDER = /^(?:tb[adcx]|n|na|x{1,9}|y{1,9}|z{1,9}|unknown|todo|open|_{1,9})$/i;

const NO_READING: AmountReading = { type: 'amount', value: 0, unit: PLAIN, scaled: false };

export class QuantityParser extends UnitParser {
  /** A quantity; null where what stands here is none, or close to one (which is told, and consumed). `nameMayFollow`: a word after it is no second unit. */
  protected quantity(nameMayFollow = false): Quantity | null {
    if (this.token.tokenType !== Amount) return null;
    const start = this.token.startOffset;
    const { problemCount } = this;
    const glued = this.token.image;
    const reading = readAmount(glued);
    this.advance();
    if (THOUSANDS.test(glued) && this.isGroupOfThousands()) return this.groupsOfThousands(start);
    if (glued === '?' && /^\?+%?$/.test(this.token.image) && this.token.startOffset === this.end) return this.questionMarks(start);
    if (reading.type === 'near-miss') {
      const span = { start, end: this.end };
      const { instead, message } = reading;
      this.problem(span, message, instead === null ? null : { title: `Write '${instead}'`, span, newText: instead });
      this.spacedUnit(NO_READING, start, true);
      this.rate(true);
      return null;
    }
    const unit = this.spacedUnit(reading, start, false, nameMayFollow);
    if (problemCount !== this.problemCount) {
      this.rate(true);
      return null;
    }
    const per = this.rate(false);
    if (problemCount !== this.problemCount) return null;
    const text = this.end - start === glued.length ? glued : this.source.slice(start, this.end).replace(/\s+/g, ' ');
    return { start, end: this.end, text, value: reading.value, unit, per };
  }

  private isGroupOfThousands(): boolean {
    return this.token.tokenType === Amount && !this.newLine && /^\d{3}(?![\d.,_]*\/)(?!\d)/.test(this.token.image);
  }

  /** `1 200 users`. */
  private groupsOfThousands(start: number): null {
    while (this.isGroupOfThousands()) this.advance();
    this.instead(start, this.source.slice(start, this.end).replace(/\s+/g, '_'));
    this.spacedUnit(NO_READING, start, true);
    this.rate(true);
    return null;
  }

  /** `???`. */
  private questionMarks(start: number): null {
    while (this.token.tokenType === Amount && this.token.startOffset === this.end && this.token.image.startsWith('?')) this.advance();
    this.instead(start, this.source[this.end - 1] === '%' ? '?%' : '?');
    return null;
  }

  /** A quantity where one must stand; null and told where none does. */
  protected expectQuantity(message: string): Quantity | null {
    if (this.token.tokenType === Amount) return this.quantity();
    this.expectedQuantity(message);
    return null;
  }

  private expectedQuantity(message: string): void {
    const span = this.tokenSpan;
    const { tokenType, image } = this.token;
    if (this.newLine) return this.expected(message);
    if ((tokenType === CurrencySign || image === '-' || image === '+') && this.LA(2).tokenType === Amount) {
      const amount = this.LA(2).image;
      this.advance();
      const whole = { start: span.start, end: this.tokenSpan.end };
      this.quietly(() => this.quantity());
      const newText = image + amount;
      return this.problem(whole, `Write \`${newText}\`, without a space.`, { title: `Write '${newText}'`, span: whole, newText });
    }
    const code = tokenType === Identifier ? codeUnit(image) : undefined;
    if (code !== undefined && this.LA(2).tokenType === Amount) {
      const newText = `${this.LA(2).image} ${image}`;
      this.advance();
      const whole = { start: span.start, end: this.tokenSpan.end };
      this.advance();
      return this.problem(whole, `A currency's code stands after the number: write \`${newText}\`.`, { title: `Write '${newText}'`, span: whole, newText });
    }
    if (tokenType === DateLike) {
      this.advance();
      return this.problem(span, message);
    }
    if (tokenType === Identifier && PLACEHOLDER.test(image)) return this.placeholder();
    if (tokenType === TextToken && readAmount(image.slice(1, -1)).type === 'amount') {
      const newText = image.slice(1, -1);
      this.advance();
      return this.problem(span, `A quantity stands without quotes: write \`${newText}\`.`, { title: `Write '${newText}'`, span, newText });
    }
    const words = COMPARISONS[image];
    this.expected(words === undefined ? message : `${message} Instead of \`${image}\` write \`${words}\`.`);
  }

  /** `TBD`, `n/a`, `X%`: consumed, with all that stands at once after it. */
  private placeholder(): void {
    const { start } = this.tokenSpan;
    do this.advance();
    while (!this.newLine && this.token.startOffset === this.end && !this.atBoundary() && this.token.tokenType !== Comma);
    const span = { start, end: this.end };
    const newText = this.source[this.end - 1] === '%' ? '?%' : '?';
    this.problem(span, `Where a number is not known yet, write \`${newText}\`.`, { title: `Write '${newText}'`, span, newText });
  }

  /** A quantity, `done` or `not done`; null, and nothing consumed, where none stands here. */
  protected value(): Value | null {
    const { startOffset: start } = this.token;
    if (this.token.tokenType === Amount) {
      const quantity = this.quantity();
      return quantity === null ? null : { type: 'quantity', span: { start, end: quantity.end }, quantity };
    }
    if (this.isWord('done')) {
      this.advance();
      return { type: 'done', span: { start, end: this.end }, done: true };
    }
    if (!this.isWord('not')) return null;
    this.advance();
    if (!this.isWord('done')) {
      this.expected('Expected `done` after `not`.');
      return null;
    }
    this.advance();
    return { type: 'done', span: { start, end: this.end }, done: false };
  }
}
