/** Names, texts and words of closed lists, as they stand after a property's word. */

import { endOfLine, hasLineEnd } from '../characters.ts';
import { readString } from '../strings.ts';
import { Amount, Comma, CurrencySign, DateLike, Dot, EndOfText, Identifier, LeftBrace, Percent, RightBrace, SmartText, Text as TextToken, Unknown } from '../tokens.ts';
import type { Name, Reference, Text, Word } from '../tree.ts';
import { compact } from './compact.ts';
import { Cursor } from './cursor.ts';

/** A line is looked at no further for the end of a text. */
const LONGEST_REST = 1000;
/** Characters within a name that nobody can see; no more are looked for. */
const MOST_UNSEEN = 16;
const UNSEEN = /^\p{Cf}{1,16}$/u;
const SEPARATORS: ReadonlySet<string> = new Set(['and', '&', ';', '+']);
const ASCII = /^[\0-\x7f]*$/;

export class ValueParser extends Cursor {
  /** Where a text ends that was never closed, and may have swallowed braces. */
  protected swallowed = -1;

  /** The current identifier, consumed and normalised. */
  protected takeIdentifier(): Name {
    const { startOffset: start, image } = this.token;
    this.advance();
    const text = this.goesOnUnseen() ? image + this.restOfName() : image;
    return { start, end: this.end, text: ASCII.test(text) ? text : text.normalize('NFC') };
  }

  /** The current token goes on with the one before: only what nobody can see stands between, which has been told. */
  private goesOnUnseen(): boolean {
    const { startOffset, tokenType } = this.token;
    return startOffset > this.end && tokenType === Identifier && UNSEEN.test(this.source.slice(this.end, Math.min(startOffset, this.end + MOST_UNSEEN + 1)));
  }

  private restOfName(): string {
    let rest = '';
    while (this.goesOnUnseen()) {
      rest += this.token.image;
      this.advance();
    }
    return rest;
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
  protected references(word: string, what: string): readonly Reference[] {
    const found: Reference[] = [];
    this.list(word, what, () => {
      found.push(this.takeReference());
    });
    return compact(found);
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
      if (this.takesOtherSeparator()) continue;
      if (!this.continuesWithoutComma()) return;
      const span = { start: this.end, end: this.end };
      this.problem(span, `Expected a comma between the names after \`${word}\`.`, { title: 'Add the comma', span, newText: ',' });
    }
  }

  /** `a and b`, `a & b`, `a; b`: consumes and tells what stands where a comma should. */
  private takesOtherSeparator(): boolean {
    const { image, startOffset } = this.token;
    if (this.newLine || !SEPARATORS.has(image) || this.nextOnLine().tokenType !== Identifier || this.beginsFact()) return false;
    const span = { start: startOffset, end: startOffset + image.length };
    this.advance();
    this.problem(span, 'A comma stands between names.', { title: 'Write a comma', span, newText: ',' });
    return true;
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

  /** `"Win the "mid" market"`: the text with what follows it at once and goes on with it, which is told. */
  protected withQuotesInIt(text: Text | null): Text | null {
    const start = this.token.startOffset;
    if (text === null || text.triple || this.newLine || start !== text.end || text.end !== this.end || this.token.tokenType === LeftBrace) return text;
    const rest = this.source.slice(text.end, text.end + LONGEST_REST);
    const last = text.end + rest.slice(0, endOfLine(rest, 0)).lastIndexOf('"');
    if (last < text.end) return text;
    this.skipTo(last + 1);
    const span = { start: text.start, end: last + 1 };
    const inner = this.source.slice(text.start + 1, last);
    const fix = inner.includes('\\') ? null : { title: 'Write the inner quotes with a backslash', span, newText: `"${inner.replaceAll('"', '\\"')}"` };
    this.problem(span, 'A quote within a text is written `\\"`.', fix);
    return { ...span, value: inner, triple: false };
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
  protected unquoted(message: string, stops: (word: string) => boolean = () => false): void {
    const start = this.token.startOffset;
    while (!this.newLine && !/^[{}]$/.test(this.token.image)) {
      if (this.end > start && this.token.tokenType === Identifier && stops(this.token.image)) break;
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
}
