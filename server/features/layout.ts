/** Changes of a file that leave what they touch in canonical layout, and everything else as it was. */

import { diffLines } from 'diff';
import { formatEdits } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { Declaration, Span, SyntaxTree } from '../../grammar/tree.ts';

/** What stands from `start` to `end` (UTF-16 units from the start of the file) becomes `newText`. */
export interface Change extends Span {
  readonly newText: string;
}

/** The changes with the layout of the declarations that they touch, in order. Line ends are those of the file. */
export function laidOut(tree: SyntaxTree, wanted: readonly Change[]): readonly Change[] {
  const lineEnd = lineEndOf(tree.text);
  const changes = wanted.map(({ start, end, newText }) => ({ start, end, newText: newText.replace(/\r?\n/g, lineEnd) }));
  const { text, touched } = applied(tree.text, changes);
  const next = parseFile(text, tree);
  const top = topLevel(next);
  const places = touched.map((span) => placeAround(next, top, span));
  const layout = (formatEdits(next) ?? soundEdits(next, places)).filter((edit) => places.some((place) => edit.start <= place.end && edit.end >= place.start));
  // Where the layout is right already, the changes are smaller than the lines in which they stand.
  return layout.length === 0 ? changes : differences(tree.text, applied(text, layout).text);
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

/** The innermost declaration that holds a span; of one on one line those beside it too, with which it stands in columns. */
function placeAround(tree: SyntaxTree, top: readonly Placed[], span: Span): Span {
  const first = top.findIndex(({ end }) => end >= span.start);
  const last = top.findLastIndex(({ start }) => start <= span.end);
  const one = top[first];
  const other = top[last];
  if (one === undefined || other === undefined || first > last) return span;
  if (first === last && one.declaration.body !== null) return innermost(one, span);
  let [start, end] = [first, last];
  while (standsBeside(tree.text, top[start - 1], top[start])) start -= 1;
  while (standsBeside(tree.text, top[end], top[end + 1])) end += 1;
  return { start: Math.min(span.start, top[start]?.start ?? span.start), end: Math.max(span.end, top[end]?.end ?? span.end) };
}

interface Placed extends Span {
  readonly declaration: Declaration;
}

function topLevel(tree: SyntaxTree): readonly Placed[] {
  return tree.chunks.flatMap(({ start, chunk }) => chunk.declarations.map((declaration) => (
    { start: start + declaration.span.start, end: start + declaration.span.end, declaration }
  )));
}

function standsBeside(text: string, a: Placed | undefined, b: Placed | undefined): boolean {
  if (a === undefined || b === undefined || a.declaration.kind !== b.declaration.kind) return false;
  return a.declaration.body === null && b.declaration.body === null && !/(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)/.test(text.slice(a.end, b.start));
}

function innermost({ start, declaration }: Placed, span: Span): Span {
  const base = start - declaration.span.start;
  let found = declaration;
  for (;;) {
    const inside: Declaration | undefined = found.children.find((child) => base + child.span.start <= span.start && span.end <= base + child.span.end);
    // One on one line stands in columns with those beside it.
    if (inside === undefined || inside.body === null) break;
    found = inside;
  }
  return { start: base + found.span.start, end: base + found.span.end };
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
