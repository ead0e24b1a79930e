/** The words and comments of a file in the order written: all that formatting moves. */

import type { IToken, TokenType } from 'chevrotain';
import { isLineEnd } from '../characters.ts';
import { Comma, CurrencySign, Dot, Identifier, LeftBrace, OutOf, Percent, RightBrace, tokenize } from '../tokens.ts';
import type { SyntaxTree } from '../tree.ts';

/** A token or a comment. Places count in UTF-16 units from the start of the file, lines from its first. */
export interface Piece {
  readonly kind: 'comment' | 'open' | 'close' | 'comma' | 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** How many lines end between the piece before, or the start of the file, and this one. */
  readonly lineEnds: number;
  /** It is one word with the piece before, as it is spelled: `objective.kr`, `€per month`. */
  readonly joined: boolean;
}

const SIGNS: ReadonlySet<TokenType> = new Set([CurrencySign, OutOf, Percent]);
const KINDS: ReadonlyMap<TokenType, Piece['kind']> = new Map([[LeftBrace, 'open'], [RightBrace, 'close'], [Comma, 'comma']]);

/** The pieces of a file, chunk by chunk, as the parser reads them. */
export function piecesOf(tree: SyntaxTree): Piece[] {
  const pieces: Piece[] = [];
  let line = 0;
  let end = 0;
  let before: TokenType | null = null;
  for (const chunk of tree.chunks) {
    const { tokens, comments } = tokenize(chunk.chunk.text);
    const inComments = new Set(comments);
    for (const token of merged(tokens, comments)) {
      const start = chunk.start + token.startOffset;
      const text = token.image;
      const lineEnds = countLineEnds(tree.text, end, start);
      const firstLine = line + lineEnds;
      line = firstLine + countLineEnds(tree.text, start, start + text.length);
      pieces.push({
        kind: inComments.has(token) ? 'comment' : KINDS.get(token.tokenType) ?? 'word',
        text, start, end: start + text.length, firstLine, lastLine: line, lineEnds,
        joined: start === end && before !== null && areOneWord(before, token.tokenType),
      });
      end = start + text.length;
      before = token.tokenType;
    }
  }
  return pieces;
}

/** Whether two tokens with nothing between them were meant as one word. */
function areOneWord(first: TokenType, second: TokenType): boolean {
  return first === Dot || second === Dot || (SIGNS.has(first) && second === Identifier);
}

/** Tokens and comments, each in order, in one order. */
function* merged(tokens: readonly IToken[], comments: readonly IToken[]): Generator<IToken> {
  let next = 0;
  for (const token of tokens) {
    for (let comment = comments[next]; comment !== undefined && comment.startOffset < token.startOffset; comment = comments[next]) {
      yield comment;
      next += 1;
    }
    yield token;
  }
  yield* comments.slice(next);
}

function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset += 1) {
    if (!isLineEnd(text.charCodeAt(offset))) continue;
    count += 1;
    if (text.startsWith('\r\n', offset)) offset += 1;
  }
  return count;
}
