/** Changes of a file that leave what they touch in canonical layout, and everything else as it was. */

import { diffLines } from 'diff';
import { formatEdits } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { Declaration, Span, SyntaxTree } from '../../grammar/tree.ts';
import { chunkAt } from './places.ts';

/** What stands from `start` to `end` (UTF-16 units from the start of the file) becomes `newText`. */
export interface Change extends Span {
  readonly newText: string;
}

/** The changes with the layout of the declarations that they touch, in order. Line ends are those of the file. */
export function laidOut(tree: SyntaxTree, changes: readonly Change[]): readonly Change[] {
  const lineEnd = lineEndOf(tree.text);
  const { text, touched } = applied(tree.text, changes.map((change) => ({ ...change, newText: change.newText.replace(/\r?\n/g, lineEnd) })));
  const next = parseFile(text, tree);
  const places = touched.map((span) => declarationAround(next, span));
  const layout = (formatEdits(next) ?? soundEdits(next, places)).filter((edit) => places.some((place) => edit.start <= place.end && edit.end >= place.start));
  return differences(tree.text, applied(text, layout).text);
}

/** `\r\n` where the file begins with such lines. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** A text with changes that do not overlap, and where they stand in it. */
export function applied(text: string, changes: readonly Change[]): { readonly text: string; readonly touched: readonly Span[] } {
  const parts: string[] = [];
  const touched: Span[] = [];
  let end = 0;
  let length = 0;
  for (const change of changes.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(end, change.start), change.newText);
    length += change.start - end;
    touched.push({ start: length, end: length + change.newText.length });
    length += change.newText.length;
    ({ end } = change);
  }
  return { text: parts.join('') + text.slice(end), touched };
}

/** Of a file with syntax errors: the layout of the touched chunks that have none, each by itself. */
function soundEdits(tree: SyntaxTree, places: readonly Span[]): readonly Change[] {
  return tree.chunks.flatMap(({ start, chunk }) => {
    const end = start + chunk.text.length;
    if (chunk.problems.length > 0 || !places.some((place) => place.start < end && place.end >= start)) return [];
    const edits = formatEdits(parseFile(chunk.text)) ?? [];
    // What stands at its edges belongs to the neighbours too.
    return edits.filter((edit) => edit.start > 0 && edit.end < chunk.text.length)
      .map((edit) => ({ start: start + edit.start, end: start + edit.end, newText: edit.newText }));
  });
}

/** The innermost declaration that holds a span, else the span. */
function declarationAround(tree: SyntaxTree, span: Span): Span {
  const placed = chunkAt(tree, span.end === span.start ? span.start : span.end - 1);
  if (placed === undefined) return span;
  const { start } = placed;
  const around = (candidates: readonly Declaration[], found: Span | null): Span | null => {
    const holding = candidates.find(({ span: whole }) => start + whole.start <= span.start && span.end <= start + whole.end);
    return holding === undefined ? found : around(holding.children, { start: start + holding.span.start, end: start + holding.span.end });
  };
  return around(placed.chunk.declarations, null) ?? span;
}

/** The lines in which two texts differ, as changes of the first. */
function differences(before: string, after: string): readonly Change[] {
  const changes: Change[] = [];
  let offset = 0;
  let open: { start: number; end: number; newText: string } | null = null;
  for (const { added, removed, value } of diffLines(before, after)) {
    if (!added && !removed) {
      offset += value.length;
      open = null;
      continue;
    }
    if (open === null) {
      open = { start: offset, end: offset, newText: '' };
      changes.push(open);
    }
    if (added) open.newText += value;
    else {
      offset += value.length;
      open.end = offset;
    }
  }
  return changes;
}
