/** What stands in a body and begins no fact there: misspelt words, declarations and properties in the wrong place, marks. */

import { Amount, Comma, Dot, EndOfText, Identifier, LeftBrace, RightBrace, Text as TextToken, Unknown } from '../tokens.ts';
import type { Property } from '../tree.ts';
import { DECLARATIONS, declarationWord, MEASURE_STARTS, propertyWord, TOP_WORDS, type DeclarationWord } from '../vocabulary.ts';
import { DeclarationParser } from './declarations.ts';
import { isWithoutBrace, type Draft } from './drafts.ts';
import { guess } from './guess.ts';
import { capital, listed } from './phrases.ts';

const MEASURE_WORDS: ReadonlySet<string> = new Set(MEASURE_STARTS);

export class StrayParser extends DeclarationParser {
  protected override wordThatIsNone(draft: Draft): boolean {
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

  private isFollowedByNameOrTitle(): boolean {
    const next = this.nextOnLine().tokenType;
    return next === Identifier || next === TextToken;
  }

  protected override misplaced(draft: Draft, spec: DeclarationWord): void {
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
    if (beginning.type === 'measure' && !this.beginsClause(meant)) return false;
    const { problemCount } = this;
    const span = this.tokenSpan;
    const noun = beginning.type === 'declaration' ? 'nothing that can stand in' : 'no property of';
    this.problem(span, `\`${image}\` is ${noun} ${draft.spec.noun}. Did you mean \`${meant}\`?`, { title: `Write '${meant}'`, span, newText: meant });
    if (beginning.type === 'property') this.misspeltFact(draft, beginning.word.repeatable, () => this.property(beginning.word));
    else if (beginning.type === 'measure') this.misspeltFact(draft, false, () => this.measureProperty(false, meant));
    else this.child(draft, beginning.word, problemCount);
    return true;
  }

  /** A fact that follows a misspelt word; it counts unless it would be a second one of its kind. */
  private misspeltFact(draft: Draft, repeatable: boolean, read: () => Property): void {
    this.quietly(() => {
      const property = read();
      if (repeatable || !draft.properties.some(({ name }) => name === property.name)) draft.properties.push({ ...property, broken: true });
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

  /** A further line of what was told: the next point of a list. */
  private isToldLike(image: string): boolean {
    if (this.token.tokenType !== Unknown || this.token.image !== image || !this.newLine) return false;
    const next = this.nextOnLine();
    return next.tokenType !== RightBrace && !this.body.words.has(next.image);
  }

  protected override junkInBody(draft: Draft): void {
    const span = this.tokenSpan;
    const { image, tokenType } = this.token;
    if (tokenType === LeftBrace) return this.strayBraces('This `{` opens nothing.');
    if (this.isHash()) return this.hashComment();
    if (this.takesConflictMark()) return;
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
    do this.skipUnknown();
    while (tokenType === Unknown && this.isToldLike(image));
    const [example = 'link'] = this.body.words.keys();
    this.problem(span, `A line in ${draft.spec.noun} begins with a word that says what it is, such as \`${example}\`.`);
  }
}
