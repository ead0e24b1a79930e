/** What may begin a fact in each body, by word: what the parser's one gate looks up. */

import type { DeclarationKind } from '../tree.ts';
import { DECLARATIONS, declarationWord, MEASURE_STARTS, type DeclarationWord, type PropertyWord } from '../vocabulary.ts';

/** What a word begins. */
export type Beginning =
  | { readonly type: 'property'; readonly word: PropertyWord }
  | { readonly type: 'measure' }
  | { readonly type: 'declaration'; readonly word: DeclarationWord };

/** A body, or the top of a file (kind null). */
export interface Body {
  readonly kind: DeclarationKind | null;
  readonly words: ReadonlyMap<string, Beginning>;
}

/** The top of a file. */
export const TOP: Body = {
  kind: null,
  words: new Map(DECLARATIONS.filter(({ top }) => top).map((word) => [word.kind, { type: 'declaration', word }])),
};

const BODIES: ReadonlyMap<DeclarationKind, Body> = new Map(DECLARATIONS.map((declaration) => [declaration.kind, bodyFrom(declaration)]));

/** The body of a declaration of that kind. */
export function bodyOf(kind: DeclarationKind): Body {
  return BODIES.get(kind) ?? TOP;
}

function bodyFrom(declaration: DeclarationWord): Body {
  const words = new Map<string, Beginning>();
  for (const word of declaration.properties) words.set(word.name, { type: 'property', word });
  for (const kind of declaration.children) words.set(kind, { type: 'declaration', word: declarationWord(kind) });
  if (declaration.measureLine) {
    for (const word of MEASURE_STARTS) words.set(word, { type: 'measure' });
  }
  return { kind: declaration.kind, words };
}
