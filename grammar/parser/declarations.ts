/** Bodies and what stands in them, and how the parser finds its way where braces are wrong (design.md section 3). */

import { Amount, Comma, Dot, EndOfText, Identifier, LeftBrace, RightBrace, Text as TextToken, Unknown } from '../tokens.ts';
import type { Declaration, Documentation, InitiativeDeclaration, KeyResultDeclaration, Property } from '../tree.ts';
import { DECLARATIONS, declarationWord, MEASURE_STARTS, propertyWord, TOP_WORDS, type DeclarationWord, type PropertyWord } from '../vocabulary.ts';
import { bodyOf, type Beginning } from './bodies.ts';
import { draft as newDraft, finished, nounOf, type Draft } from './drafts.ts';
import { guess } from './guess.ts';
import { HeaderParser } from './headers.ts';
import { COMPARISONS } from './quantities.ts';

const MEASURE_WORDS: ReadonlySet<string> = new Set(MEASURE_STARTS);

export class DeclarationParser extends HeaderParser {
  /** Top-level declarations, and those that stand where they should not and are taken for such. */
  protected declarations: Declaration[] = [];
  /** The documentation directly above the word at an offset. */
  protected documentationOf: (offset: number) => Documentation | null = () => null;
  /** Where the last missing `}` was told, and of what. */
  protected unclosed: { readonly end: number; readonly index: number; readonly nouns: string[] } | null = null;

  /** A whole declaration; the current token is its word, or (misspelt) what was meant to be it. */
  protected declaration(draft: Draft, problemCount: number): Draft {
    const outside = this.body.words;
    this.advance();
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
    this.factsOf(draft);
    if (this.token.tokenType === RightBrace) this.closeBody(body);
    else this.missingBrace(draft);
  }

  private closeBody(body: NonNullable<Draft['body']>): void {
    body.close = this.tokenSpan;
    this.advance();
  }

  /** Says once of all bodies that end at one place without a `}`. */
  private missingBrace(draft: Draft): void {
    const { end } = this;
    if (this.swallowed === end) return;
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

  private child(draft: Draft, spec: DeclarationWord, problemCount: number): void {
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

  /** A word that begins nothing in this body; false where the body must end before it. */
  private wordThatIsNone(draft: Draft): boolean {
    const { image } = this.token;
    if (this.standsOutside(draft)) return false;
    const declaration = declarationWord(image);
    if (declaration !== undefined && isWithoutBrace(draft)) return false;
    if (declaration !== undefined && this.isFollowedByNameOrTitle()) {
      if (this.depth === 0 && TOP_WORDS.has(image)) return false;
      this.misplaced(draft, declaration);
      return true;
    }
    if (this.depth === 0 && this.newLine && this.columnOfToken() <= draft.column) return false;
    if (this.problems.length >= this.mostProblems) this.unknownWord(draft);
    else if (MEASURE_WORDS.has(image)) this.misplacedMeasure(draft);
    else if (!this.propertyOfAnother(draft) && !this.misspelt(draft)) this.unknownWord(draft);
    return true;
  }

  /** By its place on its line, and by its word, it belongs to a body around this one. */
  private standsOutside(draft: Draft): boolean {
    return this.newLine && this.columnOfToken() <= draft.column && belongsOutside(draft, this.token.image);
  }

  private isFollowedByNameOrTitle(): boolean {
    const next = this.nextOnLine().tokenType;
    return next === Identifier || next === TextToken;
  }

  private misplaced(draft: Draft, spec: DeclarationWord): void {
    const { problemCount } = this;
    const where = spec.top ? 'at the top of a file' : 'in the braces of an objective';
    this.problem(this.tokenSpan, `${capital(spec.noun)} stands ${where}, not in ${draft.spec.noun}. Move it out of these braces.`);
    this.child(draft, spec, problemCount);
  }

  private misplacedMeasure(draft: Draft): void {
    const word = this.tokenSpan;
    this.quietly(() => this.measureProperty(false));
    const where = draft.spec.kind === 'goal' ? "after the name of the goal's `metric`" : 'in a kr';
    this.problem(word, `A measure stands ${where}, not on a line of its own in ${draft.spec.noun}.`);
  }

  private propertyOfAnother(draft: Draft): boolean {
    const { image } = this.token;
    const owners = DECLARATIONS.filter(({ kind }) => propertyWord(kind, image) !== undefined);
    const spec = owners[0] === undefined ? undefined : propertyWord(owners[0].kind, image);
    if (spec === undefined) return false;
    const word = this.tokenSpan;
    this.quietly(() => this.property(spec));
    this.problem(word, `\`${image}\` is a property of ${listed(owners.map(({ noun }) => noun), 'or')}, not of ${draft.spec.noun}.`);
    return true;
  }

  private misspelt(draft: Draft): boolean {
    const { image } = this.token;
    const meant = guess(image, this.body.words.keys());
    const beginning = meant === null ? undefined : this.body.words.get(meant);
    if (meant === null || beginning === undefined) return false;
    const { problemCount } = this;
    const span = this.tokenSpan;
    const noun = beginning.type === 'declaration' ? 'nothing that can stand in' : 'no property of';
    this.problem(span, `\`${image}\` is ${noun} ${draft.spec.noun}. Did you mean \`${meant}\`?`, { title: `Write '${meant}'`, span, newText: meant });
    if (beginning.type === 'property') this.misspeltProperty(draft, beginning.word);
    else if (beginning.type === 'measure') this.quietly(() => draft.properties.push({ ...this.measureProperty(false, meant), broken: true }));
    else this.child(draft, beginning.word, problemCount);
    return true;
  }

  private misspeltProperty(draft: Draft, spec: PropertyWord): void {
    this.quietly(() => {
      const property: Property = this.property(spec);
      draft.properties.push({ ...property, broken: true });
    });
  }

  private unknownWord(draft: Draft): void {
    if (this.problems.length >= this.mostProblems) {
      this.problem(this.tokenSpan, '');
      return this.skipUnknown();
    }
    const { image } = this.token;
    const words = [...this.body.words].flatMap(([word, { type }]) => (type === 'measure' ? [] : [word]));
    this.problem(this.tokenSpan, `\`${image}\` is no property of ${draft.spec.noun}. In it stand ${listed(words, 'and')}.`);
    this.skipUnknown();
  }

  /** Passes over a line that could not be understood, what it continues with after a comma, and its block. */
  private skipUnknown(): void {
    const wasNewLine = this.newLine;
    let last = this.token.tokenType;
    this.advance();
    while (this.token.tokenType !== EndOfText && this.token.tokenType !== RightBrace && this.token.tokenType !== LeftBrace) {
      if (this.newLine ? last !== Comma || this.beginsFact() : !wasNewLine && this.atBoundary()) break;
      last = this.token.tokenType;
      this.advance();
    }
    if (this.token.tokenType === LeftBrace) this.skipBraces();
  }

  /** What stands where a word should begin a fact. */
  private junkInBody(draft: Draft): void {
    const span = this.tokenSpan;
    const { image, tokenType } = this.token;
    if (tokenType === LeftBrace) return this.strayBraces('This `{` opens nothing.');
    if (this.isHash()) return this.hashComment();
    if (tokenType === Amount && draft.spec.measureLine) {
      draft.properties.push(this.measureProperty(false));
      return;
    }
    const next = this.nextOnLine();
    const isMark = tokenType === Comma || tokenType === Dot || tokenType === Unknown;
    if (isMark && (next.tokenType === RightBrace || (next.tokenType === Identifier && this.body.words.has(next.image)))) {
      this.advance();
      return this.problem(span, `No \`${image}\` stands here: a line begins with a word.`, this.deletion(`Delete '${image}'`, span));
    }
    this.skipUnknown();
    const [example = 'link'] = this.body.words.keys();
    this.problem(span, `A line in ${draft.spec.noun} begins with a word that says what it is, such as \`${example}\`.`);
  }
}

/** Its `{` is missing: what is no part of its body ends it. */
function isWithoutBrace({ body }: Draft): boolean {
  return body !== null && body.open.start === body.open.end;
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listed(words: readonly string[], joiner: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1) ?? ''}`;
}
