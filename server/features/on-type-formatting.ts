/** Formatting while somebody types: the declaration that a closing brace ends, and where the next line begins. */

import type { Position, TextEdit } from 'vscode-languageserver-types';
import { formatEdits } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { PlacedChunk, Span, SyntaxTree } from '../../grammar/tree.ts';
import { completionContext } from './completion-context.ts';
import { enclosing } from './cursor.ts';
import { partsOf } from './parts.ts';
import { chunkAt, offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

export interface OnTypeParams {
  readonly position: Position;
  /** What was typed: `}` or a line end. */
  readonly ch: string;
}

/** No edit where what was typed ends nothing, or where something before it is not finished. */
export function onTypeFormatting(snapshot: Snapshot, { position, ch }: OnTypeParams): TextEdit[] {
  const { tree } = snapshot.document;
  const offset = offsetOf(tree, position);
  return ch === '}' ? closedBody(snapshot, offset) : newLine(snapshot, offset);
}

/** The layout of the declaration whose body ends before the cursor. */
function closedBody({ document: { tree } }: Snapshot, offset: number): TextEdit[] {
  const at = enclosing(tree, offset);
  const closed = at?.declarations.findLast(({ body }) => body?.close?.end === offset - at.chunk.start);
  if (at === null || closed === undefined) return [];
  const { chunk } = at;
  return edits(tree, chunk, { start: chunk.start + closed.span.start + 1, end: offset });
}

/** The layout of the line that was left, with those that stand in columns with it; and how far in the new one begins. */
function newLine({ document: { tree } }: Snapshot, offset: number): TextEdit[] {
  const start = startOfLine(tree.text, offset);
  const rest = /^[^\S\r\n]*/.exec(tree.text.slice(start))?.[0] ?? '';
  const context = completionContext(tree, start);
  if (context === null) return [];
  const left = lineBefore(tree.text, start);
  const chunk = chunkAt(tree, left.start);
  const laidOut = chunk === undefined ? [] : edits(tree, chunk, left).filter(({ range }) => range.end.line < rangeOf(tree, { start, end: start }).start.line);
  const depth = context.bodies.length - Number(tree.text.startsWith('}', start + rest.length));
  const listed = context.fact.length > 0 ? listColumn(tree, left.end) : null;
  const indent = listed === null ? '  '.repeat(Math.max(0, depth)) : ' '.repeat(listed);
  if (indent === rest) return laidOut;
  return [...laidOut, { range: rangeOf(tree, { start, end: start + rest.length }), newText: indent }];
}

/** The column of the first value of the list that goes on behind an offset; null where there is none. */
function listColumn(tree: SyntaxTree, offset: number): number | null {
  const at = enclosing(tree, offset);
  const property = at?.declarations.at(-1)?.properties.findLast(({ word }) => at.chunk.start + word.end <= offset);
  const [first] = property === undefined ? [] : partsOf(property);
  if (at === null || first === undefined) return null;
  const value = at.chunk.start + first.start;
  return value - startOfLine(tree.text, value);
}

/** Inside a span only: what stands around it, and behind what was typed, stays as it is. */
function edits(tree: SyntaxTree, { start, chunk }: PlacedChunk, span: Span): TextEdit[] {
  if (chunk.problems.length > 0) return [];
  const found = formatEdits(tree) ?? (formatEdits(parseFile(chunk.text)) ?? []).map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end }));
  return found.filter((edit) => edit.start >= span.start && edit.end <= span.end).map((edit) => ({ range: rangeOf(tree, edit), newText: edit.newText }));
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

/** The line above a line, without its end. */
function lineBefore(text: string, start: number): Span {
  const end = start - (text.slice(0, start).endsWith('\r\n') ? 2 : 1);
  return end < 0 ? { start: 0, end: 0 } : { start: startOfLine(text, end), end };
}
