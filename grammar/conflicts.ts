/**
 * The marks that git leaves in a file where two versions of it are in conflict. The version above `=======` is read;
 * what stands from there (or from `|||||||`, the version that both began with) to `>>>>>>>` is passed over.
 */

import { endOfLine, isLineEnd, isSpace } from './characters.ts';

const LENGTH = 7;

/** The end of the line `<<<<<<< …` that begins at `offset`; `offset` itself where none does. */
export function conflictHeadEnd(text: string, offset: number): number {
  return isMark(text, offset, '<') ? endOfLine(text, offset) : offset;
}

/** The end of the conflict of which the part that is passed over begins at `offset`; `offset` itself where none does. */
export function conflictTailEnd(text: string, offset: number): number {
  if (!isMark(text, offset, '=') && !isMark(text, offset, '|')) return offset;
  const close = closeAfter(text, offset);
  return close < 0 ? offset : endOfLine(text, close);
}

/** A line that only git writes begins at `offset`: seven of one character, then a space or nothing. */
export function isConflictMark(text: string, offset: number): boolean {
  return isMark(text, offset, '=') || isMark(text, offset, '>') || isMark(text, offset, '|');
}

function isMark(text: string, offset: number, character: string): boolean {
  if (offset > 0 && !isLineEnd(text.charCodeAt(offset - 1))) return false;
  for (let index = 0; index < LENGTH; index += 1) {
    if (text[offset + index] !== character) return false;
  }
  return offset + LENGTH >= text.length || isSpace(text.charCodeAt(offset + LENGTH));
}

/** A text was searched from an offset on and has no `>>>>>>>` there: it is not searched again from further on. */
let failed = { text: '', from: Infinity };

function closeAfter(text: string, offset: number): number {
  if (text === failed.text && offset >= failed.from) return -1;
  for (let close = text.indexOf('>>>>>>>', offset); close >= 0; close = text.indexOf('>>>>>>>', close + LENGTH)) {
    if (isMark(text, close, '>')) return close;
  }
  failed = { text, from: offset };
  return -1;
}
