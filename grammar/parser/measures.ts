/** Measures, with the `now` and `by` on their tails (language.md section 3). */

import { parseDate } from '../calendar.ts';
import { Amount, Comma, DateLike, Identifier, Unknown } from '../tokens.ts';
import type { ByClause, Measure, Measured, NowClause, Quantity, Span } from '../tree.ts';
import { MEASURE_STARTS, NEVER_UNITS } from '../vocabulary.ts';
import { compact } from './compact.ts';
import { guess } from './guess.ts';
import { QuantityParser } from './quantities.ts';

const STARTS: ReadonlySet<string> = new Set(MEASURE_STARTS);
/** Begins like a calendar period rather than a date: `2026-Q7`, `2026-13`. */
const CALENDAR_LIKE = /^\d{4}-(?:[A-Za-z].*|\d{1,2})$/;
type Change = 'to' | 'up' | 'down' | 'times';
const TAIL_WORDS: readonly string[] = ['now', 'by'];
/** Words that begin what may stand in the header of a kr. */
export const CLAUSE_WORDS: readonly string[] = [...MEASURE_STARTS.filter((word) => word !== 'done'), ...TAIL_WORDS];
const CHANGES: ReadonlySet<string> = new Set(['to', 'up', 'down', 'times']);

/** The parts of a measure while it is being read. */
interface Parts {
  form: Measure['form'];
  keep: boolean;
  from: Quantity | null;
  to: Quantity | null;
  size: Quantity | null;
  low: Quantity | null;
  high: Quantity | null;
}

export class MeasureParser extends QuantityParser {
  /** The current word begins a measure, and no fact of its own line. */
  protected isMeasureStart(): boolean {
    return this.token.tokenType === Identifier && STARTS.has(this.token.image) && !this.beginsFact();
  }

  /**
   * `form 18% to 35%`: the word that the current one was meant to be, where it should begin a measure, `now` or `by`
   * and what follows it fits; null where it can be none.
   */
  protected misspeltClause(words: readonly string[]): string | null {
    const { image, tokenType } = this.token;
    if (tokenType !== Identifier || this.newLine || this.body.words.has(image) || NEVER_UNITS.has(image)) return null;
    const meant = guess(image, words);
    return meant !== null && this.beginsClause(meant) ? meant : null;
  }

  /** What follows the current word on its line fits after `word`, which begins a measure, `now` or `by`. */
  protected beginsClause(word: string): boolean {
    const { image, tokenType } = this.nextOnLine();
    if (word === 'at') return image === 'least' || image === 'most';
    if (word === 'keep') return image === 'at' || image === 'between';
    if (word === 'by') return tokenType === DateLike;
    return word === 'done' || tokenType === Amount;
  }

  /** Says what the current word was meant to be. */
  protected misspelling(meant: string): void {
    const span = this.tokenSpan;
    this.problem(span, `\`${this.token.image}\` means nothing here. Did you mean \`${meant}\`?`, { title: `Write '${meant}'`, span, newText: meant });
  }

  /** A measure and its tail; the current word is its first, or is `meant` to be it. */
  protected measured(meant: string): Measured {
    return this.withTail(this.measure(meant));
  }

  /** `18% to 35%`: the quantity stands here, on this line, and the word before it does not. */
  protected isLooseMeasure(): boolean {
    return this.token.tokenType === Amount && !this.newLine;
  }

  /** A measure that lacks its first word; the current token is its quantity. */
  protected looseMeasure(): Measured {
    const { start } = this.tokenSpan;
    const span = { start, end: start };
    const parts: Parts = { form: 'to', keep: false, from: null, to: null, size: null, low: null, high: null };
    const { problemCount } = this;
    const quantity = this.quantity();
    const word = this.changeWord();
    if (word === null) {
      if (problemCount === this.problemCount) this.problem({ start, end: this.end }, 'A measure begins with a word, such as `from`, `to`, `at least` or `keep at most`.');
      return this.withTail(null);
    }
    this.problem({ start, end: this.end }, 'Write `from` before where it starts.', { title: "Write 'from' before it", span, newText: 'from ' });
    parts.from = quantity;
    this.advance();
    this.target(parts, word);
    return this.withTail({ span: { start, end: this.end }, word: span, ...parts, broken: true });
  }

  private withTail(measure: Measure | null): Measured {
    const now: NowClause[] = [];
    const by: ByClause[] = [];
    this.tail(now, by);
    return { measure, now: compact(now), by: compact(by) };
  }

  /** `now VALUE` and `by DATE`, as long as they follow. */
  protected tail(now: NowClause[], by: ByClause[]): void {
    for (;;) {
      const word = this.isWord('now') || this.isWord('by') ? this.token.image : this.misspeltClause(TAIL_WORDS);
      if (word === null) return;
      if (word !== this.token.image) this.misspelling(word);
      if (word === 'now') now.push(this.nowClause(this.takeWord()));
      else by.push(this.byClause(this.takeWord()));
    }
  }

  /** The place of the current word, consumed. */
  protected takeWord(): Span {
    const word = this.tokenSpan;
    this.advance();
    return word;
  }

  /** What follows `now`, which stood at `word`. */
  protected nowClause(word: Span): NowClause {
    const { problemCount } = this;
    this.skipRepeated('now');
    const value = this.value();
    if (value === null && problemCount === this.problemCount) {
      this.expectQuantity('Expected the current value after `now`, such as `22%`, `done` or `not done`.');
    }
    return { word, span: { start: word.start, end: this.end }, value };
  }

  /** What follows `by`, which stood at `word`. */
  protected byClause(word: Span): ByClause {
    this.skipDoubled('by', 'name');
    const { problemCount } = this;
    const isDate = this.token.tokenType === DateLike ? !CALENDAR_LIKE.test(this.token.image) : this.isForeignDay();
    const date = isDate ? this.date() : null;
    const period = isDate || this.isEndOf() ? null : this.simplePeriod();
    if (date === null && period === null && problemCount === this.problemCount) this.noDateAfterBy();
    return { word, span: { start: word.start, end: this.end }, date, period };
  }

  private isForeignDay(): boolean {
    const foreign = this.foreignHere();
    return foreign !== null && foreign.meant.every((meant) => parseDate(meant) !== null);
  }

  /** `by end of March`. */
  private isEndOf(): boolean {
    return this.isWord('end') && this.nextOnLine().image === 'of';
  }

  private noDateAfterBy(): void {
    if (this.isEndOf()) {
      const { start } = this.tokenSpan;
      this.skipRest();
      return this.problem({ start, end: this.end }, 'After `by` stands a date such as 2026-04-15, or a period such as 2026-Q1, which means its last day.');
    }
    if (this.isLooseMeasure()) {
      const span = this.tokenSpan;
      this.quietly(() => this.quantity());
      return this.problem({ start: span.start, end: this.end }, 'After `by` stands a date, such as 2026-04-15. A change is told by `up` or `down` and its size.');
    }
    this.expected('Expected a date such as 2026-04-15, or a period, after `by`.');
  }

  private measure(meant: string): Measure {
    const word = this.tokenSpan;
    const { problemCount } = this;
    const parts: Parts = { form: 'to', keep: false, from: null, to: null, size: null, low: null, high: null };
    this.readParts(parts, meant);
    const span: Span = { start: word.start, end: this.end };
    return { span, word, ...parts, broken: problemCount !== this.problemCount };
  }

  private readParts(parts: Parts, word: string): void {
    this.advance();
    this.skipRepeated(word);
    switch (word) {
      case 'from':
        return this.changeMeasure(parts);
      case 'to': case 'up': case 'down': case 'times':
        return this.target(parts, word);
      case 'at': case 'between':
        return this.threshold(parts, word);
      case 'keep':
        return this.health(parts);
      default:
        parts.form = 'done';
    }
  }

  private changeMeasure(parts: Parts): void {
    const { problemCount } = this;
    parts.from = this.expectQuantity('Expected where it starts after `from`, such as `18%`.');
    if (this.token.tokenType === Comma && CHANGES.has(this.LA(2).image)) this.superfluousComma();
    const word = this.changeWord();
    if (word !== null) {
      this.advance();
      this.skipRepeated(word);
      return this.target(parts, word);
    }
    if (problemCount !== this.problemCount) return;
    if (!this.takesWrongChangeWord()) return this.expected('Expected `to` and where it is to get after where it starts, such as `from 18% to 35%`.');
    this.target(parts, 'to');
  }

  /** `from 18% -> 35%`, `from 18% too 35%`, `from 18% 35%`: consumes and tells what stands in the place of `to`. */
  private takesWrongChangeWord(): boolean {
    const { image, tokenType } = this.token;
    if (this.newLine) return false;
    const isMissing = tokenType === Amount;
    const isWrong = (tokenType === Identifier || (tokenType === Unknown && /^(?:->|→|=>|-|–)$/.test(image))) && this.nextOnLine().tokenType === Amount;
    if (!isMissing && !isWrong) return false;
    const span = isMissing ? { start: this.end, end: this.end } : this.tokenSpan;
    if (isWrong) this.advance();
    const newText = isMissing ? ' to' : 'to';
    this.problem(span, 'Write `to` between where it starts and where it is to get.', { title: "Write 'to'", span, newText });
    return true;
  }

  /** `to`, `up`, `down` or `times` goes on with `from`, on the next line too. */
  private changeWord(): Change | null {
    const { image, tokenType } = this.token;
    if (tokenType !== Identifier || this.beginsAtMargin()) return null;
    return image === 'to' || image === 'up' || image === 'down' || image === 'times' ? image : null;
  }

  private target(parts: Parts, word: Change): void {
    parts.form = word;
    if (word !== 'to') this.skipByBeforeSize(word);
    if (word === 'to') parts.to = this.expectQuantity('Expected where it is to get after `to`, such as `35%`.');
    else if (word === 'times') parts.size = this.expectQuantity('Expected a number after `times`, such as `2`.');
    else parts.size = this.expectQuantity(`Expected by how much after \`${word}\`, such as \`25%\` or \`10 users\`.`);
  }

  /** `up by 5%`. */
  private skipByBeforeSize(word: Change): void {
    if (this.token.image !== 'by' || this.newLine || this.nextOnLine().tokenType !== Amount) return;
    const span = this.takeWord();
    this.problem(span, `The size of the change follows at once: \`${word} ${this.token.image}\`.`, this.deletion("Delete 'by'", span));
  }

  private health(parts: Parts): void {
    parts.keep = true;
    if (this.token.tokenType === Comma && !this.newLine) this.superfluousComma();
    const word = this.token.image;
    if (this.isThresholdWord()) {
      this.advance();
      this.skipRepeated(word);
      return this.threshold(parts, word === 'between' ? 'between' : 'at');
    }
    parts.form = 'at-least';
    this.expected('Expected `at least`, `at most` or `between` after `keep`.');
    this.skipBound();
  }

  private isThresholdWord(): boolean {
    return this.isWord('at') || this.isWord('between');
  }

  private threshold(parts: Parts, word: 'at' | 'between'): void {
    if (word === 'between') return this.band(parts);
    const bound = this.token.image;
    parts.form = bound === 'most' ? 'at-most' : 'at-least';
    if (bound !== 'least' && bound !== 'most') {
      this.expected('Expected `least` or `most` after `at`.');
      return this.skipBound();
    }
    this.advance();
    this.skipRepeated(bound);
    const quantity = this.expectQuantity(`Expected a quantity after \`at ${bound}\`, such as \`99.9%\`.`);
    if (bound === 'least') parts.low = quantity;
    else parts.high = quantity;
  }

  /** Passes over the word that stands for `least` or `most`, and over the quantity after it. */
  private skipBound(): void {
    if (this.token.tokenType === Identifier && !this.atBoundary() && this.LA(2).tokenType === Amount) this.advance();
    if (this.token.tokenType === Amount && !this.newLine) this.quantity();
  }

  private band(parts: Parts): void {
    parts.form = 'between';
    const { problemCount } = this;
    parts.low = this.expectQuantity('Expected the lower bound after `between`, such as `60%`.');
    if (this.token.image === 'and' && this.token.tokenType === Identifier && !this.beginsAtMargin()) {
      this.advance();
      parts.high = this.expectQuantity('Expected the upper bound after `and`, such as `75%`.');
      return;
    }
    if (problemCount !== this.problemCount) return;
    const { image, tokenType } = this.token;
    const isMark = tokenType === Comma || image === 'to' || image === '..' || image === 'or' || image === '&' || image === '-' || image === '–';
    if (!isMark || this.newLine || this.LA(2).tokenType !== Amount) return this.expected('Expected `and` and the upper bound, such as `between 60% and 75%`.');
    const span = this.tokenSpan;
    this.advance();
    this.problem(span, 'Write `and` between the two bounds.', { title: "Write 'and'", span, newText: tokenType === Comma ? ' and' : 'and' });
    parts.high = this.quantity();
  }
}
