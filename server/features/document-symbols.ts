/** The outline of a file: its declarations, with krs and initiatives below their objectives. */

import { SymbolTag, type DocumentSymbol } from 'vscode-languageserver-types';
import { firstProperty, type Declaration, type PlacedChunk, type Span, type SyntaxTree } from '../../grammar/tree.ts';
import { rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { oneLine, SYMBOL_KINDS } from './symbols.ts';

/** The declarations in the order written. */
export function documentSymbols({ document: { tree } }: Snapshot): DocumentSymbol[] {
  return tree.chunks.flatMap((chunk) => chunk.chunk.declarations.map((declaration) => symbol(tree, chunk, declaration)));
}

/** The title names it, where there is one: that is what a reader looks for. Kind, id and what it says stand beside it. */
function symbol(tree: SyntaxTree, chunk: PlacedChunk, declaration: Declaration): DocumentSymbol {
  const { kind, name, title, word, span, children } = declaration;
  const id = name?.text ?? '';
  const text = title === null ? '' : oneLine(title.value);
  const status = firstProperty(declaration, 'status')?.value.word?.text;
  return {
    name: text || id || kind,
    detail: [text === '' || id === '' ? kind : `${kind} ${id}`, ...facts(chunk, declaration)].join(' · '),
    kind: SYMBOL_KINDS[kind],
    // Struck through: what was given up.
    ...(status === 'dropped' ? { tags: [SymbolTag.Deprecated] } : {}),
    range: rangeOf(tree, span, chunk.start),
    selectionRange: rangeOf(tree, name ?? title ?? word, chunk.start),
    children: children.map((child) => symbol(tree, chunk, child)),
  };
}

/** What a reader of the outline wants to know of a declaration, as it is written. */
function facts(chunk: PlacedChunk, declaration: Declaration): string[] {
  const written = (span: Span | null | undefined): string => (span === null || span === undefined ? '' : oneLine(chunk.chunk.text.slice(span.start, span.end)));
  const value = (name: 'owner' | 'period' | 'unit' | 'status'): string => {
    const property = firstProperty(declaration, name);
    return property === undefined ? '' : written({ start: property.word.end, end: property.span.end });
  };
  const shown = ((): readonly string[] => {
    switch (declaration.kind) {
      case 'period': return [written(declaration.range)];
      case 'team': case 'person': return [declaration.in?.type === 'name' ? `in ${declaration.in.reference.text}` : ''];
      case 'metric': return [value('unit')];
      case 'goal': case 'objective': case 'initiative': return [value('period'), value('owner'), value('status')];
      case 'kr': return [written(measureSpan(declaration)), value('owner'), value('status')];
      case 'strategy': return [];
      default: return declaration satisfies never;
    }
  })();
  return shown.filter((fact) => fact !== '');
}

/** The measure of a kr, wherever it stands. */
function measureSpan(declaration: Declaration): Span | null {
  for (const property of declaration.properties) {
    if ((property.name === 'measure' || property.name === 'metric') && property.value.measure !== null) return property.value.measure.span;
  }
  return null;
}
