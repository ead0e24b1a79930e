/**
 * Where the chunks of a file begin, and where a file that is too large or too deep is cut, found without reading more
 * than strings, comments, braces and the first word of each line. The lexer reads strings by the same functions.
 *
 * Only a declaration's word that begins a line outside all braces, and no further in than the declaration before it,
 * begins a chunk: there the parser begins a declaration too, whatever stands before. So a chunk means the same alone.
 */

import { endOfLine, identifierEnd, isLineEnd, isSpace, SMART_QUOTES, smartStringEnd, stringEnd } from './characters.ts';
import { conflictHeadEnd, conflictTailEnd } from './conflicts.ts';
import type { SyntaxProblem } from './tree.ts';
import { TOP_WORDS } from './vocabulary.ts';

/** Bytes in UTF-8. */
export const MOST_BYTES = 4 * 1024 * 1024;
/** Bodies within one another. */
export const MOST_DEPTH = 64;

export interface Split {
  /** The first offset of each chunk; the first is 0. */
  readonly starts: readonly number[];
  /** Where reading ends, and why; null where the whole file is read. */
  readonly cut: { readonly offset: number; readonly problem: SyntaxProblem } | null;
}

const SLASH = 47;
const QUOTE = 34;
const LESS = 60;
const EQUALS = 61;
const BAR = 124;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const BYTE_ORDER_MARK = 0xfeff;
const SMART: ReadonlySet<number> = new Set(SMART_QUOTES);

/** Finds the chunks of a text. */
export function splitText(text: string): Split {
  const limit = limitOf(text);
  const starts = [0];
  let offset = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  let depth = 0;
  let lineStart = offset;
  /** Only spaces stand before on this line. */
  let fresh = true;
  /** Where the comments begin that stand alone on the lines directly above; -1 without. */
  let comments = -1;
  /** How far in the first declaration of the chunk stands. */
  let column = -1;
  /** The last place up to which the text could be cut without cutting a token. */
  let safe = 0;
  let commentOnly = false;
  /** A conflict is one chunk, so that its second part is never read without its first. */
  let inConflict = false;
  while (offset < limit) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) {
      if (code === 13 && text.charCodeAt(offset + 1) === 10) offset += 1;
      if (!commentOnly) comments = -1;
      commentOnly = false;
      fresh = true;
      offset += 1;
      lineStart = safe = offset;
      continue;
    }
    if (isSpace(code)) {
      offset += 1;
      safe = offset;
      continue;
    }
    if (code === SLASH && text.charCodeAt(offset + 1) === SLASH) {
      commentOnly = fresh;
      if (fresh && comments < 0) comments = lineStart;
      offset = endOfLine(text, offset);
      continue;
    }
    if (code === LEFT_BRACE || code === RIGHT_BRACE) {
      if (code === LEFT_BRACE && depth === MOST_DEPTH) return { starts, cut: { offset, problem: tooDeep(offset) } };
      depth = code === LEFT_BRACE ? depth + 1 : Math.max(0, depth - 1);
      fresh = false;
      offset += 1;
      safe = offset;
      continue;
    }
    if (offset === lineStart && (code === LESS || (inConflict && (code === EQUALS || code === BAR)))) {
      const end = code === LESS ? conflictHeadEnd(text, offset) : conflictTailEnd(text, offset);
      if (end > offset) {
        inConflict = code === LESS;
        offset = end;
        continue;
      }
    }
    if (code === QUOTE) {
      offset = stringEnd(text, offset);
      fresh = false;
      continue;
    }
    const end = SMART.has(code) ? smartStringEnd(text, offset) : identifierEnd(text, offset);
    if (fresh && depth === 0 && !inConflict && TOP_WORDS.has(text.slice(offset, end))) {
      const ownColumn = offset - lineStart;
      if (column >= 0 && ownColumn <= column) starts.push(comments < 0 ? lineStart : comments);
      if (column < 0 || ownColumn <= column) column = ownColumn;
    }
    fresh = false;
    offset = Math.max(end, offset + 1);
  }
  return { starts, cut: limit === text.length ? null : { offset: safe, problem: tooLarge(limit) } };
}

/** The offset at which a text passes the largest size; its length where it does not. */
function limitOf(text: string): number {
  if (text.length * 3 <= MOST_BYTES) return text.length;
  let bytes = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    // Half of a surrogate pair counts as two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
    if (bytes > MOST_BYTES) return offset;
  }
  return text.length;
}

function tooDeep(offset: number): SyntaxProblem {
  const message = `Braces stand in one another more than ${MOST_DEPTH} deep. The file is not read from here on.`;
  return { span: { start: offset, end: offset + 1 }, message, fix: null };
}

function tooLarge(offset: number): SyntaxProblem {
  const message = `This file is larger than ${MOST_BYTES / 1024 / 1024} MiB. It is not read from here on; divide it into several.`;
  return { span: { start: offset, end: offset + 1 }, message, fix: null };
}
