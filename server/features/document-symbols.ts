/** The outline of a file: its declarations, with krs and initiatives below their objectives. */

import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Declaration, DeclarationKind, PlacedChunk, SyntaxTree } from '../../grammar/tree.ts';
import { rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

const KINDS: Readonly<Record<DeclarationKind, SymbolKind>> = {
  strategy: SymbolKind.Namespace,
  period: SymbolKind.Constant,
  team: SymbolKind.Module,
  person: SymbolKind.Object,
  metric: SymbolKind.Number,
  goal: SymbolKind.Interface,
  objective: SymbolKind.Class,
  kr: SymbolKind.Field,
  initiative: SymbolKind.Method,
};

/** The declarations in the order written. */
export function documentSymbols({ document: { tree } }: Snapshot): DocumentSymbol[] {
  return tree.chunks.flatMap((chunk) => chunk.chunk.declarations.map((declaration) => symbol(tree, chunk, declaration)));
}

/** The title names it, where there is one: that is what a reader looks for. The kind and the id stand beside it. */
function symbol(tree: SyntaxTree, chunk: PlacedChunk, declaration: Declaration): DocumentSymbol {
  const { kind, name, title, word, span, children } = declaration;
  const id = name?.text ?? '';
  const text = title?.value.replace(/\s+/g, ' ').trim() ?? '';
  return {
    name: text || id || kind,
    detail: text === '' || id === '' ? kind : `${kind} ${id}`,
    kind: KINDS[kind],
    range: rangeOf(tree, span, chunk.start),
    selectionRange: rangeOf(tree, name ?? title ?? word, chunk.start),
    children: children.map((child) => symbol(tree, chunk, child)),
  };
}
