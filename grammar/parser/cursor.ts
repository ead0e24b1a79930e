/**
 * Where the parser stands: the current token, the body it is in, and the problems found so far.
 *
 * The parser is chevrotain's for embedded actions, with one rule for a whole text. Below that rule everything is
 * decided by one token and the gate of `beginsFact`, and mended where it breaks by methods that know what the author
 * was about to say; chevrotain's lookahead functions and its recovery by follow sets would only cost time.
 */

import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { endOfLine, hasLineEnd, indentationAt } from '../characters.ts';
import { isConflictMark } from '../conflicts.ts';
import { Amount, Comma, CurrencySign, DateLike, EndOfText, Identifier, LeftBrace, Percent, RightBrace, SmartText, Text, TOKEN_VOCABULARY, Unknown } from '../tokens.ts';
import type { Span, SyntaxProblem } from '../tree.ts';
import { NEVER_UNITS, TOP_WORDS } from '../vocabulary.ts';
import { TOP, type Body } from './bodies.ts';

/** Before all text. No NaN: offsets are kept as small integers, which take no memory of their own, for as long as all of them are. */
const END: IToken = { image: '', startOffset: -1, tokenTypeIdx: 0, tokenType: EndOfText };

/** Format and control characters: zero-width spaces, marks of direction. */
const INVISIBLE = /^[\p{Cf}\p{Cc}]+$/u;

/** Looked through for the end of a comment. */
const LONGEST_COMMENT = 10_000;

export interface Replacement {
  readonly title: string;
  readonly span: Span;
  readonly newText: string;
}

/** What a word takes: a name that it declares, a name (or unit) that stands for something, or what no other word can be. */
export type Takes = 'new name' | 'name' | 'value';

export class Cursor extends EmbeddedActionsParser {
  protected source = '';
  /** The current token, not yet consumed. */
  protected token: IToken = END;
  /** The current token is the first on its line. */
  protected newLine = true;
  /** Where the last consumed token ends. */
  protected end = 0;
  /** Braces open before the current token, whatever the parser makes of them. */
  protected depth = 0;
  protected body: Body = TOP;
  /** The column at which the outermost open declaration begins its line; what begins a line there or before it is not inside. */
  protected margin = Infinity;
  protected problems: SyntaxProblem[] = [];
  /** The text goes on, but is not read. */
  private isCut = false;
  /** How many problems there were, told or not. */
  protected problemCount = 0;
  /** How many are told at most. */
  protected mostProblems = 0;
  /** Where the first problem is that was not told. */
  protected untold: Span | null = null;

  /** Where conflicts begin that have not been told, last first. */
  private conflicts: number[] = [];

  constructor() {
    super([...TOKEN_VOCABULARY], { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
  }

  protected start(source: string, conflicts: readonly number[], mostProblems: number, isCut: boolean): void {
    this.conflicts = conflicts.toReversed();
    this.isCut = isCut;
    this.source = source;
    this.end = 0;
    this.depth = 0;
    this.body = TOP;
    this.margin = Infinity;
    this.problems = [];
    this.problemCount = 0;
    this.mostProblems = mostProblems;
    this.untold = null;
  }

  /** Consumes the current token. */
  protected advance(): void {
    const { token } = this;
    if (token.tokenType === EndOfText) return;
    if (token.tokenType === LeftBrace) this.depth += 1;
    else if (token.tokenType === RightBrace && this.depth > 0) this.depth -= 1;
    this.end = token.startOffset + token.image.length;
    this.stand(this.SKIP_TOKEN());
  }

  /** Makes a token the current one. What nobody can see is told, and is nothing else. */
  protected stand(next: IToken): void {
    this.token = next;
    while (this.token.tokenType === Unknown && INVISIBLE.test(this.token.image)) {
      const span = this.tokenSpan;
      this.problem(span, 'An invisible character stands here.', this.deletion('Delete it', span));
      this.token = this.SKIP_TOKEN();
    }
    const { startOffset, tokenType } = this.token;
    if (this.conflicts.length > 0) this.tellConflicts(tokenType === EndOfText ? Infinity : startOffset);
    this.newLine = tokenType === EndOfText || this.end === 0 || hasLineEnd(this.source, this.end, startOffset);
  }

  private tellConflicts(before: number): void {
    const message = 'Git left two versions of this text here. Keep one of them, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.';
    for (let start = this.conflicts.at(-1); start !== undefined && start < before; start = this.conflicts.at(-1)) {
      this.problem({ start, end: start + 7 }, message);
      this.conflicts.pop();
    }
  }

  /** A mark of a conflict that has lost its beginning; consumed with its line, and told. */
  protected takesConflictMark(): boolean {
    const { startOffset, tokenType } = this.token;
    if (tokenType !== Unknown || !isConflictMark(this.source, startOffset)) return false;
    const span = { start: startOffset, end: startOffset + 7 };
    const line = { start: startOffset, end: endOfLine(this.source, startOffset) };
    this.skipTo(line.end);
    this.problem(span, 'This line is left of a conflict that git had. Delete it.', this.deletion('Delete the line', line));
    return true;
  }

  protected get tokenSpan(): Span {
    const { startOffset, image, tokenType } = this.token;
    if (tokenType === EndOfText) return { start: this.end, end: this.end };
    return { start: startOffset, end: startOffset + image.length };
  }

  /** The token after the current one, where it stands on the same line; else the end of the text. */
  protected nextOnLine(): IToken {
    const next = this.LA(2);
    const { startOffset, image } = this.token;
    return hasLineEnd(this.source, startOffset + image.length, next.startOffset) ? END : next;
  }

  /** The current token is this word, and not at the start of a line on which it begins a fact. */
  protected isWord(word: string): boolean {
    return this.token.tokenType === Identifier && this.token.image === word && !this.beginsFact();
  }

  /** The current token is an identifier that can be a name or a word of a value here. */
  protected isName(): boolean {
    return this.token.tokenType === Identifier && !this.beginsFact();
  }

  /**
   * The gate (language.md section 2): the first word of a line that is a property or declaration of the body begins
   * it. In a damaged text a declaration at the margin does so too, wherever the parser believes to be.
   */
  protected beginsFact(): boolean {
    if (!this.newLine || this.token.tokenType !== Identifier) return false;
    return this.body.words.has(this.token.image) || this.beginsAtMargin();
  }

  /** The current word begins a top-level declaration at the margin, although a body may be open. */
  protected beginsAtMargin(): boolean {
    if (!this.newLine || this.token.tokenType !== Identifier || !TOP_WORDS.has(this.token.image)) return false;
    if (this.columnOfToken() > this.margin) return false;
    if (this.depth === 0) return true;
    return this.body.words.get(this.token.image)?.type !== 'declaration' && this.looksLikeDeclaration();
  }

  /** A name and a title, days or a body follow the current declaration word on its line. */
  protected looksLikeDeclaration(): boolean {
    const [second, third] = [this.LA(2), this.LA(3)];
    if (hasLineEnd(this.source, this.token.startOffset, second.startOffset)) return false;
    if (second.tokenType === Text) return !this.body.words.has(this.token.image);
    if (second.tokenType !== Identifier || this.body.words.has(second.image)) return false;
    const type = third.tokenType;
    return this.token.image === 'period' ? type === DateLike : type === Text || type === LeftBrace;
  }

  /** Of a token that is the first on its line: how many spaces stand before it. */
  protected columnOfToken(): number {
    return indentationAt(this.source, this.token.startOffset);
  }

  /** What stood before is at its end: a new line, a brace, or a word that begins something in this body. */
  protected atBoundary(): boolean {
    const type = this.token.tokenType;
    if (this.newLine || type === RightBrace || type === LeftBrace) return true;
    return type === Identifier && this.body.words.has(this.token.image);
  }

  protected problem(span: Span, message: string, fix: Replacement | null = null): void {
    this.problemCount += 1;
    if (this.problems.length < this.mostProblems) this.problems.push({ span, message, fix });
    else this.untold ??= span;
  }

  /** Something is missing: told where it should stand, or on what stands there instead. */
  protected expected(message: string, fix: Replacement | null = null): void {
    if (this.atBoundary() || this.token.tokenType === Comma) this.problem({ start: this.end, end: this.end }, message, fix);
    else this.problem(this.tokenSpan, message, fix);
  }

  /** What a word expects is missing: `Expected a metric's name after \`metric\`.` */
  protected expectedAfter(word: string, what: string): void {
    this.expected(afterWord(word, what));
  }

  /** `owner owner maya`: passes over a word that stands a second time, where no reading makes it what the first one takes. */
  protected skipDoubled(word: string, takes: Takes): void {
    if (this.isValueNext(takes)) this.skipRepeated(word);
  }

  /** `from from 18%`: passes over a word that stands a second time, and says so. */
  protected skipRepeated(word: string): void {
    if (this.newLine || this.token.tokenType !== Identifier || this.token.image !== word) return;
    const span = this.tokenSpan;
    this.advance();
    this.problem(span, `\`${word}\` stands here twice.`, this.deletion('Delete one of them', span));
  }

  /** What follows the current word on its line could only be what the word before it takes. */
  private isValueNext(takes: Takes): boolean {
    const { tokenType, image } = this.nextOnLine();
    if (tokenType === Identifier) return !this.body.words.has(image) && (takes === 'value' || !NEVER_UNITS.has(image));
    if (tokenType === DateLike || tokenType === Percent || tokenType === CurrencySign) return takes !== 'new name';
    return takes === 'value' && (tokenType === Amount || tokenType === Text || tokenType === SmartText);
  }

  protected deletion(title: string, span: Span): Replacement {
    return { title, span, newText: '' };
  }

  /** `# …` or `/* …`, a comment as others write it. */
  protected isHash(): boolean {
    return this.token.tokenType === Unknown && (this.token.image.startsWith('#') || this.token.image.startsWith('/*'));
  }

  /** Passes over it to its end. */
  protected hashComment(): void {
    if (this.token.image.startsWith('/*')) return this.blockComment();
    const { start } = this.tokenSpan;
    const span = { start, end: start + 1 };
    do this.advance();
    while (!this.newLine);
    this.problem(span, 'A comment begins with `//`.', { title: "Write '//'", span, newText: '//' });
  }

  private blockComment(): void {
    const { start } = this.tokenSpan;
    const comment = this.source.slice(start, start + LONGEST_COMMENT);
    const close = comment.indexOf('*/', 2);
    this.skipTo(start + (close < 0 ? endOfLine(comment, 0) : close + 2));
    this.problem({ start, end: start + 2 }, 'A comment begins with `//`, on each of its lines.');
  }

  /** Passes over the tokens before an offset. */
  protected skipTo(offset: number): void {
    while (this.token.tokenType !== EndOfText && this.token.startOffset < offset) this.advance();
  }

  /** Passes over the rest of the line, up to what may begin something. */
  protected skipRest(): void {
    while (!this.atBoundary()) this.advance();
  }

  /** Passes over the rest of the line, whatever words stand on it, up to a brace. */
  protected skipLine(): void {
    while (!this.newLine && this.token.tokenType !== LeftBrace && this.token.tokenType !== RightBrace) this.advance();
  }

  /** Passes over `{ … }` where none can stand, and says so, unless reading ends in it for another reason. */
  protected strayBraces(message: string | null): void {
    const span = this.tokenSpan;
    this.skipBraces();
    if (message === null) return;
    if (this.isCut && this.token.tokenType === EndOfText) this.problemCount += 1;
    else this.problem(span, message);
  }

  /** Passes over `{ … }`; ends before a declaration at the margin where it is not closed. */
  protected skipBraces(): void {
    const outside = this.depth;
    this.advance();
    while (this.depth > outside && this.token.tokenType !== EndOfText && !this.beginsAtMargin()) this.advance();
  }
}

/** `what` may hold commas, as in `a confidence, such as 70%`. */
export function afterWord(word: string, what: string): string {
  return `Expected ${what}${what.includes(',') ? ',' : ''} after \`${word}\`.`;
}
