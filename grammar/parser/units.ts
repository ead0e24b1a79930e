/** The units of quantities: those that follow a number after a space, rates, and units by themselves. */

import { isSpace } from '../characters.ts';
import type { Unit } from '../quantity.ts';
import { ambiguousM, magnitudeInWords, readAmount, spacedMagnitude, type AmountReading } from '../quantity-reader.ts';
import { Amount, CurrencySign, DateLike, Identifier, OutOf, Percent, Text as TextToken } from '../tokens.ts';
import type { Span, UnitExpression } from '../tree.ts';
import { codeUnit, longDurationUnit, PLAIN, signUnit, symbolUnit } from '../units.ts';
import { NEVER_UNITS } from '../vocabulary.ts';
import { DateParser } from './dates.ts';

export class UnitParser extends DateParser {
  /** Runs `read` without telling the problems that it finds. */
  protected quietly(read: () => void): void {
    const { problemCount, untold } = this;
    const told = this.problems.length;
    read();
    this.untold = untold;
    this.problems.length = Math.min(told, this.problems.length);
    this.problemCount = problemCount;
  }

  /** The unit of a quantity: the one at once, else what follows on the same line. `quiet`: only passes over it. */
  protected spacedUnit(reading: AmountReading, start: number, quiet: boolean, nameMayFollow = false): Unit {
    if (this.newLine) return reading.unit;
    const { tokenType, image } = this.token;
    if (reading.unit !== PLAIN) {
      if (!quiet && !nameMayFollow) this.secondUnit(reading, start);
      return reading.unit;
    }
    if (tokenType === CurrencySign) {
      this.advance();
      return signUnit(image) ?? PLAIN;
    }
    if (tokenType === Percent) return this.symbolAfterSpace(reading, start, image, quiet);
    if (tokenType === OutOf) {
      this.advance();
      if (!quiet) this.instead(start, this.source.slice(start, this.end).replace(/\s+/g, ''));
      return PLAIN;
    }
    if (image === '/') return this.scoreInPieces(start, quiet);
    if (image === 'of' && this.nextOnLine().tokenType === Amount) return this.outOfInWords(start, quiet);
    if (tokenType !== Identifier) return PLAIN;
    if (symbolUnit(image) !== undefined) return this.symbolAfterSpace(reading, start, image, quiet);
    const named = codeUnit(image) ?? longDurationUnit(image);
    if (named !== undefined) {
      this.advance();
      return named;
    }
    if (NEVER_UNITS.has(image) || this.body.words.has(image)) return PLAIN;
    const scale = reading.scaled ? undefined : spacedMagnitude(image);
    if (scale !== undefined) {
      this.advance();
      if (!quiet) this.magnitudeAfterSpace(start, scale);
      this.spacedUnit({ ...reading, scaled: true }, start, true);
      return PLAIN;
    }
    return this.wordUnit(start, quiet);
  }

  private symbolAfterSpace(reading: AmountReading, start: number, symbol: string, quiet: boolean): Unit {
    const amount = this.source.slice(start, this.end);
    this.advance();
    if (!reading.scaled) return symbolUnit(symbol) ?? PLAIN;
    const full = reading.value === null ? amount.slice(0, -1) : String(reading.value);
    if (!quiet) this.instead(start, `${full}${symbol}`);
    return PLAIN;
  }

  private magnitudeAfterSpace(start: number, scale: 'k' | 'M' | 'B' | 'm'): void {
    const amount = this.source.slice(start, this.end).replace(/\s+\S+$/, '');
    if (scale === 'm') this.problem({ start, end: this.end }, ambiguousM(amount));
    else this.instead(start, amount + scale);
  }

  /** `$5 M`, the magnitude of money after a space; `$5 users`, two units. */
  private secondUnit(reading: AmountReading, start: number): void {
    if (!this.isFurtherUnitWord()) return;
    if (reading.unit.kind === 'currency' && !reading.scaled) return this.magnitudeOfMoney(start);
    this.twoUnits(start);
  }

  private twoUnits(start: number): void {
    const next = this.nextOnLine();
    // A word before a further quantity is no unit of this one: it stands where another word should.
    if (next.tokenType === Amount || next.tokenType === DateLike) return;
    if (next.tokenType === Identifier && !NEVER_UNITS.has(next.image) && !this.body.words.has(next.image)) return;
    const amount = this.source.slice(start, this.end);
    const span = this.tokenSpan;
    this.advance();
    this.problem(span, `A quantity has one unit: \`${amount}\` has its own.`, this.deletion(`Delete '${this.source.slice(span.start, span.end)}'`, span));
  }

  private magnitudeOfMoney(start: number): void {
    const scale = spacedMagnitude(this.token.image) ?? magnitudeInWords(this.token.image);
    if (scale === undefined) return this.twoUnits(start);
    const amount = this.source.slice(start, this.end);
    this.advance();
    const meant = scale === 'm' ? 'M' : scale;
    this.instead(start, /^[-+]?[$€£¥]/.test(amount) ? amount + meant : amount.replace(/([$€£¥])$/, `${meant}$1`));
  }

  private wordUnit(start: number, quiet: boolean): Unit {
    if (this.token.image === 'out' && this.nextOnLine().image === 'of') return this.outOfInWords(start, quiet);
    const amount = this.source.slice(start, this.end);
    const { start: wordStart, text: word } = this.takeIdentifier();
    const words = [word];
    while (this.isFurtherUnitWord()) words.push(this.takeIdentifier().text);
    const scale = magnitudeInWords(word);
    const hasSign = scale !== undefined && words.length === 1 && this.token.tokenType === CurrencySign && !this.newLine;
    if (hasSign) words.push(this.takeSign());
    if (words.length > 1 && !quiet) {
      if (scale === undefined) this.instead(wordStart, words.join('-'), 'A unit is one word');
      else this.instead(start, `${amount}${scale} ${words.slice(1).join('-')}`);
    }
    this.rateWithSlash(quiet);
    return { kind: 'word', word };
  }

  private takeSign(): string {
    const { image } = this.token;
    this.advance();
    return image;
  }

  /** `users/month`: told and consumed, where it stands here. */
  protected rateWithSlash(quiet: boolean): void {
    if (this.token.image !== '/' || this.newLine || this.nextOnLine().tokenType !== Identifier) return;
    const slash = this.token.startOffset;
    this.advance();
    const { text: per } = this.takeIdentifier();
    if (quiet) return;
    const span = { start: slash, end: this.end };
    const gap = isSpace(this.source.charCodeAt(slash - 1)) ? '' : ' ';
    this.problem(span, `Write \`per ${per}\`.`, { title: `Write 'per ${per}'`, span, newText: `${gap}per ${per}` });
  }

  /** `4.5 out of 5`, `6 of 10`. */
  private outOfInWords(start: number, quiet: boolean): Unit {
    const amount = this.source.slice(start, this.end);
    if (this.token.image === 'out') this.advance();
    this.advance();
    return this.denominator(start, amount, quiet);
  }

  /** `6 / 10`, and `6/` while it is being typed. */
  private scoreInPieces(start: number, quiet: boolean): Unit {
    const amount = this.source.slice(start, this.end);
    this.advance();
    return this.denominator(start, amount, quiet);
  }

  /** What a score is out of, where it does not stand at once after it. */
  private denominator(start: number, amount: string, quiet: boolean): Unit {
    const isThere = this.token.tokenType === Amount && !this.newLine;
    const written = isThere ? this.token.image : '';
    if (isThere) this.advance();
    if (quiet) return PLAIN;
    if (isThere) this.instead(start, `${amount}/${written}`);
    else this.problem({ start, end: this.end }, `A score says out of how many it is, such as \`${amount}/10\`.`);
    return PLAIN;
  }

  protected isFurtherUnitWord(): boolean {
    const { tokenType, image } = this.token;
    return tokenType === Identifier && !this.newLine && !NEVER_UNITS.has(image) && !this.body.words.has(image);
  }

  /** `per WORD` on the same line. */
  protected rate(quiet: boolean): string | null {
    if (this.newLine || !this.isWord('per')) return null;
    this.advance();
    if (this.isWordOnLine()) return this.takeIdentifier().text;
    const { end } = this;
    const isNumber = this.token.tokenType === Amount && !this.newLine;
    const span = isNumber ? this.tokenSpan : { start: end, end };
    if (isNumber) {
      this.advance();
      if (this.isFurtherUnitWord()) this.advance();
    }
    if (!quiet) this.problem({ start: span.start, end: this.end }, 'Expected a word after `per`, such as `per month`.');
    return null;
  }

  private isWordOnLine(): boolean {
    return this.token.tokenType === Identifier && !this.newLine;
  }

  /** Says to write `newText` from `start` to here. */
  protected instead(start: number, newText: string, reason = ''): void {
    const span: Span = { start, end: this.end };
    const message = reason === '' ? `Write \`${newText}\`.` : `${reason}: write \`${newText}\`.`;
    this.problem(span, message, { title: `Write '${newText}'`, span, newText });
  }

  /** What stands after `unit`. */
  protected unitExpression(what: string): UnitExpression | null {
    const { startOffset: start, image } = this.token;
    const unit = this.unitHere();
    if (unit === null) {
      this.expectedUnit(what);
      return null;
    }
    const { problemCount } = this;
    this.advance();
    this.rateWithSlash(false);
    const per = this.rate(false);
    if (problemCount !== this.problemCount) return null;
    const text = this.end - start === image.length ? image : this.source.slice(start, this.end).replace(/\s+/g, ' ');
    return { start, end: this.end, text, unit, per };
  }

  /** The unit that the current token is; null where it is none. */
  private unitHere(): Unit | null {
    const { image, tokenType } = this.token;
    if (tokenType === CurrencySign) return signUnit(image) ?? null;
    if (tokenType === Percent) return symbolUnit(image) ?? null;
    if (tokenType === OutOf) return outOf(image);
    if (!this.isName() || (image === 'per' && this.nextOnLine().tokenType === Identifier)) return null;
    return symbolUnit(image) ?? codeUnit(image) ?? longDurationUnit(image) ?? { kind: 'word', word: image.normalize('NFC') };
  }

  private expectedUnit(what: string): void {
    const { image, tokenType } = this.token;
    const span = this.tokenSpan;
    const inner = image.slice(1, -1);
    if (tokenType === TextToken && !this.newLine) {
      const word = inner.trim().replace(/\s+/g, '-');
      const isUnit = /^(?:[_\p{XID_Start}][\p{XID_Continue}-]*|[$€£¥%]|\/\d+)$/u.test(word);
      this.advance();
      return this.problem(span, 'A unit stands without quotes, as one word.', isUnit ? { title: `Write '${word}'`, span, newText: word } : null);
    }
    this.expectedAfter('unit', what);
  }
}

/** `/5` as a unit; null where no score can be out of it. */
function outOf(image: string): Unit | null {
  const reading = readAmount(`0${image}`);
  return reading.type === 'amount' && reading.unit.kind === 'score' ? reading.unit : null;
}
