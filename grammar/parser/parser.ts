/** The top of a text: declarations one after the other, and what stands between them and is none. */

import { EndOfText, Identifier, LeftBrace, RightBrace, Text as TextToken, tokenize } from '../tokens.ts';
import type { Comment, Declaration, Span, SyntaxProblem } from '../tree.ts';
import { DECLARATIONS, declarationWord, propertyWord, TOP_WORDS, type DeclarationWord } from '../vocabulary.ts';
import { bodyOf, TOP } from './bodies.ts';
import { readComments } from './comments.ts';
import { compact } from './compact.ts';
import { draft as newDraft, nounOf, type Draft } from './drafts.ts';
import { guess } from './guess.ts';
import { listed } from './phrases.ts';
import { StrayParser } from './strays.ts';

/** What was read of a text. */
export interface Parsed {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** Where the first problem is that is not among `problems`, because there are too many. */
  readonly untold: Span | null;
}

class StrategyParser extends StrayParser {
  /** The last top-level declaration, which what follows may turn out to belong to. */
  private last: Draft | null = null;

  /** The one rule of the grammar: a whole text. */
  readonly strategyText = this.RULE('strategyText', () => {
    this.stand(this.LA(1));
    while (this.token.tokenType !== EndOfText) this.topFact();
    this.finishLast();
  });

  constructor() {
    super();
    this.performSelfAnalysis();
  }

  read(source: string, mostProblems: number, cut: boolean): Parsed {
    const { tokens, comments, conflicts } = tokenize(source);
    const sorted = readComments(source, comments);
    this.input = tokens;
    this.start(source, conflicts, mostProblems, cut);
    this.last = null;
    this.declarations = [];
    this.unclosed = null;
    this.swallowed = -1;
    this.documentationOf = (offset) => sorted.documentationOf(offset);
    this.strategyText();
    const { declarations, end } = this;
    const problems = cut ? this.problems.filter(({ span }) => span.end < end) : this.problems;
    if (declarations.length > 1) declarations.sort((a, b) => a.word.start - b.word.start);
    if (problems.length > 1) problems.sort((a, b) => a.span.start - b.span.start);
    this.input = [];
    return { declarations: compact(declarations), problems: compact(problems), comments: compact(sorted.ordinary()), untold: this.untold };
  }

  private topFact(): void {
    const { image, tokenType } = this.token;
    const beginning = tokenType === Identifier ? TOP.words.get(image) : undefined;
    if (beginning?.type === 'declaration') return this.topDeclaration(beginning.word, this.newLine ? this.columnOfToken() : Infinity, this.problemCount);
    if (this.last !== null && this.goesOn(this.last)) return this.reopen(this.last);
    if (tokenType === Identifier) return this.wordAtTop();
    this.junkAtTop();
  }

  /** `column` is Infinity where no line begins with the word of a declaration here: any line that does is outside. */
  private topDeclaration(spec: DeclarationWord, column: number, problemCount: number): void {
    this.finishLast();
    this.margin = column;
    this.last = this.declaration(newDraft(spec, this.tokenSpan, column, null), problemCount);
    this.margin = Infinity;
  }

  private finishLast(): void {
    if (this.last !== null) this.declarations.push(this.finish(this.last));
    this.last = null;
  }

  /** What follows a closed body would stand well in it. */
  private goesOn({ spec, body }: Draft): boolean {
    const close = body?.close ?? null;
    if (close === null || this.token.tokenType !== Identifier) return false;
    return bodyOf(spec.kind).words.has(this.token.image);
  }

  /** What follows belongs to the last declaration: either its `}` came too early, or this stands outside it. */
  private reopen(last: Draft): void {
    const { problemCount, tokenSpan: first } = this;
    const early = last.body?.close ?? first;
    const { image } = this.token;
    this.margin = last.column;
    this.factsOf(last);
    this.margin = Infinity;
    if (this.token.tokenType === RightBrace) {
      if (last.body !== null) last.body.close = this.tokenSpan;
      this.advance();
      this.problem(early, `This \`}\` closes ${nounOf(last)} too early: what follows belongs to it.`, this.deletion("Delete this '}'", early));
    } else {
      this.problem(first, `\`${image}\` stands outside the braces of ${nounOf(last)}. Move it before the \`}\`.`);
    }
    this.settle(last, problemCount);
  }

  private wordAtTop(): void {
    const { problemCount, tokenSpan: span } = this;
    const { image } = this.token;
    if (image === 'kr') return this.keyResultAtTop();
    const next = this.nextOnLine().tokenType;
    const meant = next === Identifier || next === TextToken ? guess(image, TOP_WORDS) : null;
    const spec = meant === null ? undefined : declarationWord(meant);
    if (spec !== undefined) {
      this.problem(span, `\`${image}\` begins no declaration. Did you mean \`${spec.kind}\`?`, { title: `Write '${spec.kind}'`, span, newText: spec.kind });
      return this.topDeclaration(spec, Infinity, problemCount);
    }
    const owners = DECLARATIONS.filter(({ kind }) => propertyWord(kind, image) !== undefined).map(({ noun }) => noun);
    const message = owners.length > 0
      ? `\`${image}\` stands in the braces of ${listed(owners, 'or')}, not at the top of a file.`
      : `\`${image}\` begins no declaration. At the top of a file stand ${listed([...TOP_WORDS], 'and')}.`;
    this.skipJunk();
    this.problem(span, message);
  }

  private keyResultAtTop(): void {
    const { problemCount } = this;
    this.problem(this.tokenSpan, 'A kr stands in the braces of an objective, not at the top of a file.');
    this.body = bodyOf('objective');
    const read = this.declaration(newDraft(declarationWord('kr'), this.tokenSpan, Infinity, null), problemCount);
    this.body = TOP;
    this.declarations.push(this.finish(read));
  }

  private junkAtTop(): void {
    const span = this.tokenSpan;
    const { image, tokenType } = this.token;
    if (tokenType === RightBrace) {
      this.advance();
      return this.problem(span, 'This `}` closes nothing.', this.deletion("Delete this '}'", span));
    }
    if (tokenType === LeftBrace) return this.strayBraces('This `{` opens nothing: a declaration begins with a word, such as `goal`.');
    const next = this.nextOnLine();
    if (next.tokenType === Identifier && TOP_WORDS.has(next.image)) {
      this.advance();
      return this.problem(span, `No \`${image}\` stands here: a declaration begins with a word.`, this.deletion(`Delete '${image}'`, span));
    }
    if (this.isHash()) return this.hashComment();
    if (this.takesConflictMark()) return;
    this.skipJunk();
    this.problem(span, 'A declaration begins with a word, such as `goal` or `objective`.');
  }

  /** Passes over what is no declaration, with its braces, up to the next line that begins one. */
  private skipJunk(): void {
    do {
      if (this.token.tokenType === LeftBrace) this.skipBraces();
      else this.advance();
    } while (this.token.tokenType !== EndOfText && !this.beginsTop());
  }

  private beginsTop(): boolean {
    if (!this.newLine || this.token.tokenType !== Identifier) return false;
    return TOP_WORDS.has(this.token.image) || this.token.image === 'kr';
  }
}

let parser: StrategyParser | null = null;

/** Reads a text; never throws. Of one that is `cut` short nothing is said of what is missing at its end. */
export function parseText(source: string, mostProblems: number, cut: boolean): Parsed {
  parser ??= new StrategyParser();
  return parser.read(source, mostProblems, cut);
}


