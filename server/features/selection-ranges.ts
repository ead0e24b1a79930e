/** Selection that grows: a name, its fact, the body, the declaration, the one around it, the file. */

import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Declaration, Span, SyntaxTree } from '../../grammar/tree.ts';
import { enclosing } from './cursor.ts';
import { chunkAt, offsetOf, rangeOf, touches } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { partsOf } from './parts.ts';

/** For each position the ranges around it, from the inside out. */
export function selectionRanges({ document: { tree } }: Snapshot, { positions }: { readonly positions: readonly Position[] }): SelectionRange[] {
  return positions.map((position) => selectionAt(tree, offsetOf(tree, position)));
}

function selectionAt(tree: SyntaxTree, offset: number): SelectionRange {
  const chunk = chunkAt(tree, offset);
  const start = chunk?.start ?? 0;
  const around: Span[] = [{ start: -start, end: tree.text.length - start }];
  for (const declaration of enclosing(tree, offset)?.declarations ?? []) around.push(...layers(declaration, chunk?.chunk.text ?? ''));
  const local = offset - start;
  const comment = chunk?.chunk.comments.find((one) => touches(one, local));
  if (comment !== undefined) around.push(comment);
  const nested = around
    .filter((span) => touches(span, local))
    .sort((a, b) => (b.end - b.start) - (a.end - a.start));
  let selection: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of nested) {
    // Each holds the next one and is larger.
    if (last !== undefined && (span.start < last.start || span.end > last.end || span.end - span.start === last.end - last.start)) continue;
    last = span;
    selection = selection === undefined ? { range: rangeOf(tree, span, start) } : { range: rangeOf(tree, span, start), parent: selection };
  }
  return selection ?? { range: rangeOf(tree, { start: offset, end: offset }) };
}

/** Everything of a declaration that can be selected, in no order. */
function layers(declaration: Declaration, text: string): Span[] {
  const { span, documentation, name, title, body, properties } = declaration;
  return [
    span,
    ...documentation === null ? [] : [documentation, { start: documentation.start, end: span.end }],
    ...[name, title].flatMap((part) => part ?? []),
    ...title === null ? [] : innerOf(title, text),
    ...body === null ? [] : [
      { start: body.open.start, end: body.close?.end ?? span.end },
      { start: body.open.end, end: body.close?.start ?? span.end },
    ],
    ...properties.flatMap((property) => [
      property.span, { start: property.word.end, end: property.span.end }, ...partsOf(property).flatMap((part) => [part, ...innerOf(part, text)]),
    ].map((part) => trimmed(part, text))),
  ];
}

/** What stands between the quotes of a text; nothing of what is none. */
function innerOf({ start, end }: Span, text: string): Span[] {
  const quotes = text.startsWith('"""', start) ? 3 : 1;
  return text.charAt(start) === '"' && text.charAt(end - 1) === '"' && end - start > 2 * quotes ? [{ start: start + quotes, end: end - quotes }] : [];
}

/** Without white space at its beginning. */
function trimmed({ start, end }: Span, text: string): Span {
  const space = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + space, end };
}
