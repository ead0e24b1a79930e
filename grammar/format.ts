/**
 * The canonical layout (design.md section 9). Formatting changes nothing but the white space between the words and
 * comments of a file, and the indentation of text in three quotes, so that it can neither lose nor reorder anything.
 */

import { place, type Placement } from './layout/columns.ts';
import { linesOf, type Line } from './layout/lines.ts';
import { outlineOf } from './layout/outline.ts';
import { piecesOf, type Piece } from './layout/pieces.ts';
import { moveBlock } from './layout/triple.ts';
import { decodeTriple } from './strings.ts';
import type { Span, SyntaxTree } from './tree.ts';

/** A change of a text: what stands from `start` to `end` (UTF-16 units from the start of the file) becomes `newText`. */
export interface FormatEdit extends Span {
  readonly newText: string;
}

const BYTE_ORDER_MARK = '\u{FEFF}';
const STEP = '  ';

/** The text of a file in canonical layout; null where it has syntax errors: what could not be read must not be moved. */
export function formatTree(tree: SyntaxTree): string | null {
  const edits = formatEdits(tree);
  if (edits === null) return null;
  const parts: string[] = [];
  let end = 0;
  for (const edit of edits) {
    parts.push(tree.text.slice(end, edit.start), edit.newText);
    end = edit.end;
  }
  return parts.join('') + tree.text.slice(end);
}

/**
 * The changes that bring a file into canonical layout, in order, as small as they can be; with a range those
 * that touch it. Null where the file has syntax errors.
 */
export function formatEdits(tree: SyntaxTree, range?: Span): readonly FormatEdit[] | null {
  if (tree.problems.length > 0 || tree.chunks.some(({ chunk }) => chunk.problems.length > 0)) return null;
  const outline = outlineOf(tree);
  const lines = linesOf(piecesOf(tree), outline);
  const edits = editsOf(tree.text, lines, place(lines, outline));
  return range === undefined ? edits : edits.filter(({ start, end }) => start <= range.end && end >= range.start);
}

function editsOf(text: string, lines: readonly Line[], { indents, spacesBetween }: Placement): FormatEdit[] {
  const lineEnd = lineEndOf(text);
  const edits: FormatEdit[] = [];
  let written = 0;
  for (const [index, line] of lines.entries()) {
    let before: Piece | null = null;
    for (const piece of line.pieces) {
      change(written, piece.start, before === null ? breakBefore(line, index) : ' '.repeat(spacesBetween(before, piece)));
      if (piece.firstLine !== piece.lastLine) change(piece.start, piece.end, movedText(piece, line));
      written = piece.end;
      before = piece;
    }
  }
  change(written, text.length, lines.length === 0 ? markOf(text) : lineEnd);
  return edits;

  function change(start: number, end: number, newText: string): void {
    const same = commonStart(text.slice(start, end), newText);
    if (start + same < end || same < newText.length) edits.push({ start: start + same, end, newText: newText.slice(same) });
  }

  function breakBefore(line: Line, index: number): string {
    const indent = ' '.repeat(indents.get(line) ?? 0);
    if (index === 0) return markOf(text) + indent;
    return lineEnd.repeat(line.blankBefore ? 2 : 1) + indent;
  }

  function movedText(piece: Piece, line: Line): string {
    return moveBlock(piece.text, STEP.repeat(line.depth + 1), lineEnd, decodeTriple);
  }
}

/** `\r\n` where the file uses nothing else, else `\n`. */
function lineEndOf(text: string): string {
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  return ends.length > 0 && ends.every((end) => end === '\r\n') ? '\r\n' : '\n';
}

function markOf(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
}

/** How far two texts are the same from their start; never to between `\r` and `\n`. */
function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  const splits = one[length - 1] === '\r' && (one[length] === '\n' || other[length] === '\n');
  return splits ? length - 1 : length;
}
