/** One property: its word, then what vocabulary.ts says stands after it. */

import { Amount, Comma, EndOfText, Identifier, LeftBrace, Percent, Unknown } from '../tokens.ts';
import type { NowClause, ByClause, Property, Quantity, SupportTarget, Span, Word, DateLiteral } from '../tree.ts';
import { MEASURE_STARTS, type PropertyWord, type ValueShape } from '../vocabulary.ts';
import { compact } from './compact.ts';
import { afterWord } from './cursor.ts';
import { guess } from './guess.ts';
import { MeasureParser } from './measures.ts';

type Value<N extends Property['name']> = Extract<Property, { name: N }>['value'];

/** A property before its value's type is tied to its name. */
interface Read extends Pick<Property, 'word' | 'span' | 'broken'> {
  readonly name: PropertyWord['name'];
  readonly value: Property['value'];
}

/** What follows a word of these shapes is one thing. */
const SIMPLE: ReadonlySet<ValueShape> = new Set(['text', 'reference', 'choice', 'quantity', 'unit', 'period']);

/** These tell of a comma themselves. */
const LISTS: ReadonlySet<ValueShape> = new Set(['references', 'targets']);
/** What follows a word of these shapes is a name, or may be one. */
const NAMED: ReadonlySet<ValueShape> = new Set(['reference', 'references', 'targets', 'unit', 'metric', 'by']);

export class PropertyParser extends MeasureParser {
  /** A property; the current token is its word, or (`misspelt`) what was meant to be it. */
  protected property(spec: PropertyWord): Property {
    const word = this.tokenSpan;
    const { problemCount } = this;
    this.advance();
    this.skipColon(spec.name);
    this.skipDoubled(this.source.slice(word.start, word.end), NAMED.has(spec.shape) ? 'name' : 'value');
    if (this.token.tokenType === Comma && !this.newLine && !LISTS.has(spec.shape)) this.superfluousComma();
    const value = this.propertyValue(spec, word);
    const { end } = this;
    if (!this.atBoundary()) this.leftover(spec, problemCount);
    if (this.token.tokenType === LeftBrace) this.strayBlock(spec, problemCount);
    // Which value belongs to which name is what `valueOf` decides; the compiler cannot follow it through the table.
    const read: Read = { name: spec.name, value, word, span: { start: word.start, end }, broken: problemCount !== this.problemCount };
    return read as Property;
  }

  /** A measure on a line of its own, or in a header; the current token is its first word, or stands where it should. */
  protected measureProperty(inHeader: boolean, meant = this.token.image): Property {
    const word = this.tokenSpan;
    const { problemCount } = this;
    const value = this.token.tokenType === Amount ? this.looseMeasure() : this.measured(meant);
    const { end } = this;
    if (!inHeader && !this.atBoundary()) this.afterMeasure(problemCount);
    return { name: 'measure', value, word, span: { start: word.start, end }, broken: problemCount !== this.problemCount };
  }

  /** `now` or `by` in the header of a kr, without a measure before it; the current token is that word, or `meant` to be it. */
  protected headerClause(meant = this.token.image): Property {
    const isNow = meant === 'now';
    const word = this.takeWord();
    const { problemCount } = this;
    const value = isNow ? this.nowClause(word) : this.byClause(word);
    const read: Read = { name: isNow ? 'now' : 'by', value, word, span: { start: word.start, end: this.end }, broken: problemCount !== this.problemCount };
    return read as Property;
  }

  /** `owner: maya`, `owner = maya`. */
  private skipColon(word: string): void {
    if (this.token.tokenType !== Unknown || this.newLine || !/^[:=]+$/.test(this.token.image)) return;
    const span = this.tokenSpan;
    const { image } = this.token;
    this.advance();
    this.problem(span, `The value follows \`${word}\` after a space, without \`${image}\`.`, { title: `Delete '${image}'`, span, newText: this.token.startOffset === span.end ? ' ' : '' });
  }

  private propertyValue(spec: PropertyWord, word: Span): Property['value'] {
    switch (spec.shape) {
      case 'text': return this.withQuotesInIt(this.expectText(afterWord(spec.name, spec.expects)));
      case 'reference': return this.singleReference(spec.name, spec.expects);
      case 'references': return this.references(spec.name, spec.expects);
      case 'targets': return this.targets(spec);
      case 'choice': return this.choice(spec);
      case 'quantity': return this.expectQuantity(afterWord(spec.name, spec.expects));
      case 'unit': return this.unitExpression(spec.expects);
      case 'period': return this.periodValue(spec);
      case 'status': return this.status(spec);
      case 'evidence': return this.evidence(spec);
      case 'metric': return this.metric(spec);
      case 'now': return this.nowClause(word);
      case 'by': return this.byClause(word);
      case 'checkin': return this.checkin(spec);
    }
  }

  private choice(spec: PropertyWord): Word | null {
    const word = this.word();
    if (word === null) this.expectedWord(spec);
    return word;
  }

  /** A word of a closed list is missing, or stands in quotes. */
  private expectedWord(spec: PropertyWord): void {
    const span = this.tokenSpan;
    const inner = this.token.image.slice(1, -1);
    const isQuoted = !this.atBoundary() && spec.choices.some(({ word }) => word === inner);
    if (!isQuoted) return this.expectedAfter(spec.name, spec.expects);
    this.advance();
    this.problem(span, `Write \`${inner}\` without quotes.`, { title: `Write '${inner}'`, span, newText: inner });
  }

  private targets(spec: PropertyWord): Value<'supports'> {
    const found: SupportTarget[] = [];
    this.list(spec.name, spec.expects, () => {
      const reference = this.takeReference();
      found.push({ reference, share: this.share(spec) });
    });
    return compact(found);
  }

  private share(spec: PropertyWord): Quantity | null {
    if (this.token.tokenType !== Amount) return null;
    const span = this.tokenSpan;
    const share = this.quantity(true);
    if (share === null) return null;
    if (!spec.shares) {
      this.problem(span, 'A share stands only after what an objective supports.', this.deletion('Delete the share', span));
      return null;
    }
    if (share.unit.kind === 'percent' && share.per === null) return share;
    const newText = share.unit.kind === 'none' && share.per === null && share.value !== null ? `${share.text}%` : null;
    const message = `A share is a percentage, such as \`${newText ?? '50%'}\`.`;
    this.problem(share, message, newText === null ? null : { title: `Write '${newText}'`, span: { start: share.start, end: share.end }, newText });
    return null;
  }

  private periodValue(spec: PropertyWord): Value<'period'> {
    const { problemCount } = this;
    const period = this.period();
    if (period === null && problemCount === this.problemCount) this.expectedAfter('period', spec.expects);
    return period;
  }

  private status(spec: PropertyWord): Value<'status'> {
    const word = this.word();
    if (word === null) this.expectedWord(spec);
    const date: DateLiteral | null = this.date();
    return { word, date, reason: this.withQuotesInIt(this.text()) };
  }

  private evidence(spec: PropertyWord): Value<'evidence'> {
    const { problemCount } = this;
    const word = this.word();
    if (word === null) this.expectedWord(spec);
    const date: DateLiteral | null = this.date();
    const found = this.withQuotesInIt(this.text());
    if (found === null && problemCount === this.problemCount) this.expectText('Expected what the evidence says, in quotes.');
    return { word, date, text: found };
  }

  private metric(spec: PropertyWord): Value<'metric'> {
    const isNamed = !this.isMeasureWithoutMetric();
    const [reference = null] = isNamed ? this.singleReference(spec.name, spec.expects) : [];
    if (!isNamed) this.expectedAfter(spec.name, spec.expects);
    const meant = this.misspeltClause(MEASURE_STARTS);
    if (meant !== null) {
      this.misspelling(meant);
      return { reference, ...this.measured(meant) };
    }
    const now: NowClause[] = [];
    const by: ByClause[] = [];
    if (this.isMeasureStart()) return { reference, ...this.measured(this.token.image) };
    if (this.isLooseMeasure()) return { reference, ...this.looseMeasure() };
    if (!this.body.words.has('now') && (this.isWord('now') || this.isWord('by'))) {
      this.expected('Expected a measure before this, such as `from 18% to 35%`.');
      this.tail(now, by);
    }
    return { reference, measure: null, now, by };
  }

  /** `metric from 18% to 35%`: no metric is called `from` here. */
  private isMeasureWithoutMetric(): boolean {
    const { image } = this.token;
    return this.isMeasureStart() && image !== 'done' && this.beginsClause(image);
  }

  private checkin(spec: PropertyWord): Value<'checkin'> {
    const { problemCount } = this;
    const date = this.date();
    if (date === null && problemCount === this.problemCount) this.expectedAfter('checkin', spec.expects);
    this.skipCommaInFact();
    const value = this.value();
    this.skipCommaInFact();
    const confidence = this.confidence();
    this.skipCommaInFact();
    if (date === null && problemCount !== this.problemCount) this.skipToText();
    return { date, value, confidence, note: this.withQuotesInIt(this.text()) };
  }

  /** `checkin 2026-02-28, 22%`: a comma after which the same fact goes on. */
  private skipCommaInFact(): void {
    if (this.token.tokenType !== Comma || this.newLine || this.nextOnLine().tokenType === EndOfText) return;
    const span = this.tokenSpan;
    this.advance();
    this.problem(span, 'No comma stands here.', this.deletion('Delete the comma', span));
  }

  private confidence(): Quantity | null {
    if (!this.isWord('confidence') && !this.takesMisspeltConfidence()) return null;
    if (this.isWord('confidence')) this.advance();
    this.skipRepeated('confidence');
    return this.expectQuantity('Expected a confidence after `confidence`, such as 6/10 or 70%.');
  }

  /** `checkin 2026-02-28 22% conf 8/10`: consumes the word and tells it. */
  private takesMisspeltConfidence(): boolean {
    if (!this.isName() || this.newLine || guess(this.token.image, ['confidence']) === null) return false;
    const { image } = this.token;
    const span = this.takeWord();
    this.problem(span, `\`${image}\` means nothing here. Did you mean \`confidence\`?`, { title: "Write 'confidence'", span, newText: 'confidence' });
    return true;
  }

  /** Passes over what stands where a date should, so that the note after it is read. */
  private skipToText(): void {
    while (!this.atBoundary() && !this.token.image.startsWith('"')) this.advance();
  }

  private afterMeasure(problemCount: number): void {
    const { start } = this.tokenSpan;
    this.skipRest();
    const message = 'Nothing more can stand after the measure than `now` with a value and `by` with a date.';
    if (problemCount === this.problemCount) this.problem({ start, end: this.end }, message);
  }

  /** More stands on the line than the property takes. */
  private leftover(spec: PropertyWord, problemCount: number): void {
    if (problemCount === this.problemCount) this.surplus(spec);
    // The confidence of a check-in is none of the kr.
    if (spec.shape === 'checkin') this.skipLine();
    else this.skipRest();
  }

  private surplus(spec: PropertyWord): void {
    const span = this.tokenSpan;
    const { image, tokenType } = this.token;
    if (tokenType === Comma) {
      this.skipRest();
      const rest = { start: span.start, end: this.end };
      const isOnlyComma = this.end === span.end;
      const message = isOnlyComma ? 'No comma stands here.' : `\`${spec.name}\` takes one value.`;
      return this.problem(rest, message, isOnlyComma ? this.deletion('Delete the comma', rest) : null);
    }
    if (this.isHash()) return this.hashComment();
    if (image === '.') return this.problem(span, 'A line ends without a full stop.', this.deletion('Delete the full stop', span));
    if (image === ';') return this.problem(span, 'A line ends without a semicolon.', this.deletion('Delete the semicolon', span));
    if (tokenType === Percent) return this.problem(span, 'A % stands after its number, such as 18%.');
    if (tokenType === Identifier && (spec.shape === 'status' || spec.shape === 'checkin')) return this.unquoted('A note stands in quotes.');
    this.skipRest();
    const rest = { start: span.start, end: this.end };
    const isSimple = SIMPLE.has(spec.shape);
    const message = isSimple ? `Nothing more can stand here: \`${spec.name}\` takes ${spec.expects}.` : `Nothing more can stand here. Write it as in \`${spec.example}\`.`;
    this.problem(rest, message);
  }

  /** `metric arr { … }` where a name is meant: a property has no body. */
  private strayBlock(spec: PropertyWord, problemCount: number): void {
    this.strayBraces(problemCount === this.problemCount ? `\`${spec.name}\` has no braces after it.` : null);
  }
}
