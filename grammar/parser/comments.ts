/** Comments: which are documentation of a declaration, and which are not. */

import type { IToken } from 'chevrotain';
import { isLineEnd, isSpace } from '../characters.ts';
import type { Comment, Documentation } from '../tree.ts';

export interface Comments {
  /** What the `///` lines directly above the word at `offset` say; those lines are then no ordinary comments. */
  documentationOf(offset: number): Documentation | null;
  /** The comments that are no documentation, in order. */
  ordinary(): readonly Comment[];
}

const NO_COMMENTS: Comments = { documentationOf: () => null, ordinary: () => [] };

/** Sorts the comments of a text; `tokens` in order. */
export function readComments(source: string, tokens: readonly IToken[]): Comments {
  if (tokens.length === 0) return NO_COMMENTS;
  const documenting = new Set<IToken>();
  return {
    documentationOf(offset) {
      const last = lastBefore(tokens, offset);
      let first = last;
      let below = offset;
      for (; first >= 0; first -= 1) {
        const token = tokens[first];
        if (token === undefined || !isDocumentation(source, token) || !isLineAbove(source, endOf(token), below)) break;
        below = token.startOffset;
      }
      if (first === last) return null;
      const lines = tokens.slice(first + 1, last + 1);
      for (const line of lines) documenting.add(line);
      const end = endOf(lines.at(-1) ?? { startOffset: offset, image: '' });
      return { start: below, end, markdown: lines.map(({ image }) => image.slice(3).replace(/^ /, '').trimEnd()).join('\n') };
    },
    ordinary() {
      return tokens.filter((token) => !documenting.has(token)).map((token) => {
        const { image: text, startOffset: start } = token;
        return { start, end: endOf(token), text, alone: isAlone(source, start) };
      });
    },
  };
}

function endOf({ startOffset, image }: Pick<IToken, 'startOffset' | 'image'>): number {
  return startOffset + image.length;
}

/** The index of the last comment before an offset; -1 without one. */
function lastBefore(tokens: readonly IToken[], offset: number): number {
  let low = -1;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.startOffset ?? offset) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isDocumentation(source: string, { image, startOffset }: IToken): boolean {
  return image.startsWith('///') && !image.startsWith('////') && isAlone(source, startOffset);
}

/** Nothing but one line's end and spaces stand between a comment's end and what is below it. */
function isLineAbove(source: string, end: number, below: number): boolean {
  let lineEnds = 0;
  for (let offset = end; offset < below; offset += 1) {
    const code = source.charCodeAt(offset);
    if (!isSpace(code)) return false;
    if (!isLineEnd(code)) continue;
    if (code === 13 && source.charCodeAt(offset + 1) === 10) offset += 1;
    lineEnds += 1;
    if (lineEnds > 1) return false;
  }
  return lineEnds === 1;
}

/** Nothing but white space stands before it on its line; a byte-order mark is none of the text. */
function isAlone(source: string, start: number): boolean {
  let offset = start;
  while (offset > 0 && !isLineEnd(source.charCodeAt(offset - 1)) && isSpace(source.charCodeAt(offset - 1))) offset -= 1;
  return offset === 0 || isLineEnd(source.charCodeAt(offset - 1)) || (offset === 1 && source.charCodeAt(0) === 0xfeff);
}
