/** From places in trees to positions of the protocol, and back. */

import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { PlacedChunk, Span, SyntaxTree } from '../../grammar/tree.ts';
import type { Origin } from '../model/strategy.ts';
import { linesOf } from '../rules/lines.ts';
import type { Snapshot } from './snapshot.ts';

/** A span whose places count from `base` (a chunk's start), as a range of the file. */
export function rangeOf(tree: SyntaxTree, span: Span, base = 0): Range {
  const lines = linesOf(tree);
  return { start: lines.positionAt(base + span.start), end: lines.positionAt(base + span.end) };
}

/** The offset of a position; beyond the text it is the nearest there is. */
export function offsetOf(tree: SyntaxTree, position: Position): number {
  return linesOf(tree).offsetAt(position);
}

/** A place in a file of the strategy; null where that file could not be read. */
export function locationOf(snapshot: Pick<Snapshot, 'uriOf'>, origin: Origin, span: Span): Location | null {
  const { tree, path } = origin.file;
  return tree === null ? null : { uri: snapshot.uriOf(path), range: rangeOf(tree, span, origin.chunk.start) };
}

/** The chunk in which an offset lies, the last one for the end of the text; undefined in an empty tree. */
export function chunkAt(tree: SyntaxTree, offset: number): PlacedChunk | undefined {
  let low = 0;
  let high = tree.chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tree.chunks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return tree.chunks[Math.max(0, low - 1)];
}

/** Whether an offset lies in a span, its end included, as a cursor behind a word still belongs to it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
