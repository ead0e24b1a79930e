/** The things of a strategy as symbols of the protocol. */

import { SymbolKind } from 'vscode-languageserver-types';
import type { DeclarationKind } from '../../grammar/tree.ts';

/** The symbol that an editor shows for each kind of declaration. */
export const SYMBOL_KINDS: Readonly<Record<DeclarationKind, SymbolKind>> = {
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

const LONGEST = 200;

/** Text of a strategy for a place that shows one line of plain text. */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
