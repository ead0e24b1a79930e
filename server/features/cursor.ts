/** What stands under a cursor: a declared name, a reference, or a word of the language. */

import type { Declaration, DeclarationKind, PlacedChunk, Property, Span, SyntaxTree } from '../../grammar/tree.ts';
import { entitiesIn } from '../model/order.ts';
import type { Entity, Link, Strategy } from '../model/strategy.ts';
import { chunkAt, touches } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { headOf, headPart } from './uses.ts';

/** `span` counts from the start of `chunk`. */
export type Target =
  | { readonly type: 'declaration'; readonly chunk: PlacedChunk; readonly span: Span; readonly entity: Entity }
  /** `entity` is what the part under the cursor means: the objective before the dot of `objective.kr`, else the whole. */
  | { readonly type: 'reference'; readonly chunk: PlacedChunk; readonly span: Span; readonly link: Link; readonly entity: Entity | null };

/** The declared name (or title) or the reference at an offset; null elsewhere, and where no strategy is known. */
export function targetAt(snapshot: Snapshot, offset: number): Target | null {
  const { document, analysis } = snapshot;
  if (analysis === null) return null;
  const at = enclosing(document.tree, offset);
  const declaration = at?.declarations.at(-1);
  if (at === null || declaration === undefined) return null;
  const entity = entityOf(analysis.strategy, document.path, declaration);
  if (entity === undefined) return null;
  const { chunk } = at;
  const local = offset - chunk.start;
  for (const span of [declaration.name, declaration.title]) {
    if (span !== null && touches(span, local)) return { type: 'declaration', chunk, span, entity };
  }
  const link = entity.links.find(({ reference }) => touches(reference, local));
  if (link === undefined) return null;
  const meant = link.target ?? link.bearer;
  const { reference } = link;
  // In `objective.kr` the part before the dot means the objective.
  if (reference.local !== null && local <= headPart(link).end) {
    return { type: 'reference', chunk, span: headPart(link), link, entity: headOf(analysis.strategy, link) };
  }
  return { type: 'reference', chunk, span: reference, link, entity: meant };
}

/** A word of the language at an offset: of a declaration or of a property. */
export interface WordAt {
  readonly chunk: PlacedChunk;
  readonly span: Span;
  readonly word: string;
  /** The declaration in whose body it stands, or which it begins. */
  readonly kind: DeclarationKind;
  readonly property: Property | null;
}

/** The declaration's or property's word at an offset; null elsewhere. */
export function wordAt(tree: SyntaxTree, offset: number): WordAt | null {
  const at = enclosing(tree, offset);
  const declaration = at?.declarations.at(-1);
  if (at === null || declaration === undefined) return null;
  const { chunk } = at;
  const local = offset - chunk.start;
  const text = (span: Span): string => chunk.chunk.text.slice(span.start, span.end);
  const { kind, word } = declaration;
  if (touches(word, local)) return { chunk, span: word, word: text(word), kind, property: null };
  for (const property of declaration.properties) {
    for (const span of propertyWords(property)) {
      if (touches(span, local)) return { chunk, span, word: text(span), kind, property };
    }
  }
  return null;
}

/** The words of a property: the one that begins it, and those of a measure, `now` and `by` on its tail. */
function propertyWords(property: Property): readonly Span[] {
  if (property.name !== 'metric' && property.name !== 'measure') return [property.word];
  const { measure, now, by } = property.value;
  return [property.word, ...(measure === null ? [] : [measure.word]), ...now.map(({ word }) => word), ...by.map(({ word }) => word)];
}

/** The declarations around an offset, from the outermost in; null where there is none. */
export function enclosing(tree: SyntaxTree, offset: number): { readonly chunk: PlacedChunk; readonly declarations: readonly Declaration[] } | null {
  const chunk = chunkAt(tree, offset);
  if (chunk === undefined) return null;
  const declarations: Declaration[] = [];
  let candidates: readonly Declaration[] = chunk.chunk.declarations;
  for (;;) {
    const found = candidates.findLast(({ span }) => touches(span, offset - chunk.start));
    if (found === undefined) break;
    declarations.push(found);
    candidates = found.children;
  }
  return declarations.length === 0 ? null : { chunk, declarations };
}

/** The innermost thing around an offset; null where there is none, and where no strategy is known. */
export function entityAround({ document, analysis }: Snapshot, offset: number): Entity | null {
  const declaration = enclosing(document.tree, offset)?.declarations.at(-1);
  return analysis === null || declaration === undefined ? null : entityOf(analysis.strategy, document.path, declaration) ?? null;
}

/** Of each strategy and the paths asked for, what the declarations of the file make. */
const byDeclaration = new WeakMap<Strategy, Map<string, ReadonlyMap<Declaration, Entity>>>();

/** The entity that a declaration of a file makes; undefined where the strategy is older than the tree. */
export function entityOf(strategy: Strategy, path: string, declaration: Declaration): Entity | undefined {
  const files = byDeclaration.get(strategy) ?? new Map<string, ReadonlyMap<Declaration, Entity>>();
  byDeclaration.set(strategy, files);
  let entities = files.get(path);
  if (entities === undefined) {
    entities = new Map(entitiesIn(strategy, path).map((entity) => [entity.declaration, entity]));
    files.set(path, entities);
  }
  return entities.get(declaration);
}
