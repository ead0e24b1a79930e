/** The quantity, date or calendar period under a cursor, and what it stands in. */

import type { Declaration, PlacedChunk, Property, SyntaxTree } from '../../grammar/tree.ts';
import { enclosing } from './cursor.ts';
import { partsOf, periodParts, type Part } from './parts.ts';
import { touches } from './places.ts';

export interface LiteralAt {
  readonly chunk: PlacedChunk;
  readonly declaration: Declaration;
  /** null in a header that is no measure. */
  readonly property: Property | null;
  readonly part: Part & { readonly type: 'quantity' | 'date' | 'calendar' };
}

/** null where none stands. */
export function literalAt(tree: SyntaxTree, offset: number): LiteralAt | null {
  const at = enclosing(tree, offset);
  const declaration = at?.declarations.at(-1);
  if (at === null || declaration === undefined) return null;
  const { chunk } = at;
  const here = (parts: readonly Part[]): LiteralAt['part'] | undefined => parts.find((part): part is LiteralAt['part'] => (
    (part.type === 'quantity' || part.type === 'date' || part.type === 'calendar') && touches(part, offset - chunk.start)
  ));
  const range = declaration.kind === 'period' && declaration.range !== null ? periodParts({ type: 'range', range: declaration.range }) : [];
  const inHeader = here([...range, ...periodParts(declaration.in)]);
  if (inHeader !== undefined) return { chunk, declaration, property: null, part: inHeader };
  for (const property of declaration.properties) {
    const part = here(partsOf(property));
    if (part !== undefined) return { chunk, declaration, property, part };
  }
  return null;
}
