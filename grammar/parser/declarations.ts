/** Declarations, their bodies, and how the parser finds its way where braces are wrong (design.md section 3). */

import { Comma, Dot, EndOfText, Identifier, LeftBrace, RightBrace, Text as TextToken } from '../tokens.ts';
import type { Declaration, Documentation, InitiativeDeclaration, KeyResultDeclaration } from '../tree.ts';
import { declarationWord, MEASURE_STARTS, TOP_WORDS, type DeclarationWord, type PropertyWord } from '../vocabulary.ts';
import { bodyOf, type Beginning } from './bodies.ts';
import { draft as newDraft, finished, isWithoutBrace, nounOf, type Draft } from './drafts.ts';
import { HeaderParser } from './headers.ts';
import { capital } from './phrases.ts';
import { COMPARISONS } from './quantities.ts';

const MEASURE_WORDS: ReadonlySet<string> = new Set(MEASURE_STARTS);

export abstract class DeclarationParser extends HeaderParser {
  /** Top-level declarations, and those that stand where they should not and are taken for such. */
  protected declarations: Declaration[] = [];
  /** The documentation directly above the word at an offset. */
  protected documentationOf: (offset: number) => Documentation | null = () => null;
  /** Where the last missing `}` was told, and of what. */
  protected unclosed: { readonly end: number; readonly index: number; readonly nouns: string[] } | null = null;

  /** Reads on from a word that begins nothing in this body; false where the body must end before it. */
  protected abstract wordThatIsNone(draft: Draft): boolean;

  /** A declaration in a body in which its kind cannot stand; the current token is its word. */
  protected abstract misplaced(draft: Draft, spec: DeclarationWord): void;

  /** Reads on from what stands where a word should begin a fact. */
  protected abstract junkInBody(draft: Draft): void;

  /** A whole declaration; the current token is its word, or (misspelt) what was meant to be it. */
  protected declaration(draft: Draft, problemCount: number): Draft {
    const outside = this.body.words;
    const { image } = this.token;
    this.advance();
    this.skipDoubled(image, draft.spec.header.name === 'none' ? 'value' : 'new name');
    if (this.token.tokenType === Comma) this.superfluousComma();
    this.header(draft);
    this.endOfHeader(draft, outside, problemCount);
    this.settle(draft, problemCount);
    return draft;
  }

  protected settle(draft: Draft, problemCount: number): void {
    draft.end = this.end;
    if (problemCount !== this.problemCount) draft.broken = true;
  }

  protected finish(draft: Draft): Declaration {
    return finished(draft, this.documentationOf(draft.word.start));
  }

  private endOfHeader(draft: Draft, outside: ReadonlyMap<string, Beginning>, problemCount: number): void {
    if (this.goesOnWithoutBrace(draft, outside)) return this.bodyWithoutBrace(draft);
    if (!this.atBoundary()) {
      this.surplusInHeader(draft, problemCount);
      if (this.goesOnWithoutBrace(draft, outside)) return this.bodyWithoutBrace(draft);
    }
    if (this.token.tokenType !== LeftBrace) return;
    if (draft.spec.properties.length > 0) return this.bodyInBraces(draft);
    this.strayBraces(`${capital(draft.spec.noun)} has no braces after it.`);
  }

  private surplusInHeader(draft: Draft, problemCount: number): void {
    const span = this.tokenSpan;
    const { image, tokenType } = this.token;
    if (problemCount !== this.problemCount) return this.skipHeader();
    if (this.isHash()) return this.hashComment();
    if (image === ':' || image === ';' || tokenType === Comma || tokenType === Dot) {
      this.advance();
      const fix = this.newLine || this.token.tokenType === LeftBrace ? this.deletion(`Delete '${image}'`, span) : null;
      this.problem(span, `No \`${image}\` stands here.`, fix);
      return this.skipHeader();
    }
    if (tokenType === TextToken && draft.title === null && draft.in !== null) return this.titleAfterIn(draft);
    const comparison = draft.spec.header.measure ? COMPARISONS[image] : undefined;
    const isSecondTitle = tokenType === TextToken && draft.title !== null;
    this.skipHeader();
    const rest = { start: span.start, end: this.end };
    if (comparison !== undefined) return this.problem(span, `Write \`${comparison}\` instead of \`${image}\`.`, { title: `Write '${comparison}'`, span, newText: comparison });
    if (isSecondTitle) return this.problem(span, `${capital(draft.spec.noun)} has one title.`);
    const what = draft.spec.header.measure ? 'a measure, `now`, `by` or `{`' : '`{` or a new line';
    this.problem(rest, `Expected ${what} here.`);
  }

  /** `team growth in product "Growth"`. */
  private titleAfterIn(draft: Draft): void {
    const span = this.tokenSpan;
    draft.title = this.text();
    this.problem(span, 'The title stands before `in`.');
    this.skipHeader();
  }

  private skipHeader(): void {
    while (!this.newLine && this.token.tokenType !== LeftBrace && this.token.tokenType !== RightBrace) this.advance();
  }

  /** A property of its body follows where its `{` should stand. */
  private goesOnWithoutBrace(draft: Draft, outside: ReadonlyMap<string, Beginning>): boolean {
    const { image, tokenType } = this.token;
    if (tokenType !== Identifier || this.beginsAtMargin()) return false;
    const beginning = bodyOf(draft.spec.kind).words.get(image);
    if (beginning === undefined) return false;
    if (!outside.has(image)) return true;
    // A period without days and a metric with a measure are no declarations.
    if (!this.newLine || this.columnOfToken() <= draft.column || draft.outer !== null) return false;
    const third = this.LA(3);
    if (image === 'period') return !this.looksLikeDeclaration();
    return image === 'metric' && third.tokenType === Identifier && MEASURE_WORDS.has(third.image);
  }

  private bodyWithoutBrace(draft: Draft): void {
    const span = { start: this.end, end: this.end };
    const message = `Expected \`{\` before what belongs to ${nounOf(draft)}.`;
    draft.body = { open: span, close: null };
    this.factsOf(draft);
    const isOuter = draft.outer !== null && this.newLine && this.columnOfToken() < draft.column;
    if (this.token.tokenType === RightBrace && !isOuter) {
      this.closeBody(draft.body);
      return this.problem(span, message, { title: "Add '{'", span, newText: ' {' });
    }
    const written = this.source.slice(span.end, this.end);
    this.problem(span, message, { title: 'Put it in braces', span: { start: span.end, end: this.end }, newText: ` {${written}\n}` });
  }

  private bodyInBraces(draft: Draft): void {
    const body = { open: this.tokenSpan, close: null };
    draft.body = body;
    this.advance();
    if (this.token.tokenType === LeftBrace && this.LA(2).tokenType !== LeftBrace) this.doubledBrace();
    this.factsOf(draft);
    if (this.token.tokenType === RightBrace) this.closeBody(body);
    else this.missingBrace(draft);
  }

  /** `{ {`: the second one opens nothing, and what follows stands in the first. */
  private doubledBrace(): void {
    const span = this.tokenSpan;
    this.advance();
    this.depth -= 1;
    this.problem(span, 'This `{` stands here twice.', this.deletion("Delete this '{'", span));
  }

  private closeBody(body: NonNullable<Draft['body']>): void {
    body.close = this.tokenSpan;
    this.advance();
  }

  /** Says once of all bodies that end at one place without a `}`. */
  private missingBrace(draft: Draft): void {
    const { end } = this;
    if (this.swallowed === end || this.isToldAt(end)) return;
    const known = this.unclosed !== null && this.unclosed.end === end ? this.unclosed : null;
    const nouns = known?.nouns ?? [];
    nouns.push(nounOf(draft));
    const span = { start: end, end };
    const fix = { title: "Add '}'", span, newText: '\n}'.repeat(nouns.length) };
    const message = `Expected \`}\` to close ${nouns.join(', and `}` to close ')}.`;
    if (known !== null && known.index < this.problems.length) {
      this.problems[known.index] = { span, message, fix };
      return;
    }
    this.unclosed = { end, index: this.problems.length, nouns };
    this.problem(span, message, fix);
  }

  /** At the end of a file that is being typed the missing word goes before the missing `}`. */
  private isToldAt(end: number): boolean {
    const last = this.problems.at(-1);
    return this.token.tokenType === EndOfText && last !== undefined && last.span.end === end && this.problems.length - 1 !== this.unclosed?.index;
  }

  /** The facts of a body, up to its `}` or to what cannot stand in it. */
  protected factsOf(draft: Draft): void {
    const outside = this.body;
    this.body = bodyOf(draft.spec.kind);
    while (this.token.tokenType !== RightBrace && this.token.tokenType !== EndOfText && this.fact(draft));
    this.body = outside;
  }

  /** One fact, or what stands in its place; false where the body must end before it. */
  private fact(draft: Draft): boolean {
    if (this.token.tokenType !== Identifier) {
      this.junkInBody(draft);
      return true;
    }
    if (this.beginsAtMargin() || (isWithoutBrace(draft) && this.standsOutside(draft))) return false;
    const beginning = this.body.words.get(this.token.image);
    if (beginning === undefined) return this.wordThatIsNone(draft);
    this.begin(draft, beginning);
    return true;
  }

  private begin(draft: Draft, beginning: Beginning): void {
    if (beginning.type === 'property') this.propertyOf(draft, beginning.word);
    else if (beginning.type === 'measure') draft.properties.push(this.measureProperty(false));
    else this.child(draft, beginning.word, this.problemCount);
  }

  /** A property, unless it is the declaration of the same word: `metric arr "…" {` in a goal. */
  private propertyOf(draft: Draft, spec: PropertyWord): void {
    const declaration = TOP_WORDS.has(spec.name) && this.looksLikeDeclaration() ? declarationWord(spec.name) : undefined;
    if (declaration === undefined) draft.properties.push(this.property(spec));
    else this.misplaced(draft, declaration);
  }

  protected child(draft: Draft, spec: DeclarationWord, problemCount: number): void {
    const child = newDraft(spec, this.tokenSpan, this.newLine ? this.columnOfToken() : Infinity, draft);
    this.declaration(child, problemCount);
    this.place(child);
  }

  /** Puts a declaration where its kind may stand: in what it stands in, else at the top. */
  private place(child: Draft): void {
    const declaration = this.finish(child);
    const home = acceptingDraft(child.outer, child.spec.kind);
    if (home !== null && isChild(declaration)) addInOrder(home.children, declaration);
    else this.declarations.push(declaration);
  }

  /** By its place on its line, and by its word, it belongs to a body around this one. */
  protected standsOutside(draft: Draft): boolean {
    return this.newLine && this.columnOfToken() <= draft.column && belongsOutside(draft, this.token.image);
  }
}

/** The nearest draft in whose body that kind of declaration may stand. */
function acceptingDraft(draft: Draft | null, kind: Declaration['kind']): Draft | null {
  for (let at = draft; at !== null; at = at.outer) {
    if (at.spec.children.includes(kind)) return at;
  }
  return null;
}

/** The word begins something in a body around this one. */
function belongsOutside(draft: Draft, word: string): boolean {
  for (let at = draft.outer; at !== null; at = at.outer) {
    if (bodyOf(at.spec.kind).words.has(word)) return true;
  }
  return false;
}

/** One that was moved out of what it stood in comes before it, and after it in time. */
function addInOrder(children: Draft['children'], child: Draft['children'][number]): void {
  const after = children.findLastIndex((one) => one.word.start < child.word.start) + 1;
  children.splice(after, 0, child);
}

function isChild(declaration: Declaration): declaration is KeyResultDeclaration | InitiativeDeclaration {
  return declaration.kind === 'kr' || declaration.kind === 'initiative';
}
