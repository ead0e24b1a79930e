/** The order of things by file and place (language.md section 4). */

import type { Entity, Link, Origin, SourceFile, Strategy } from './strategy.ts';

/** By UTF-16 units of their paths. */
export function compareFiles(a: SourceFile, b: SourceFile): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

function compareOrigins(a: Origin, b: Origin): number {
  return a === b ? 0 : compareFiles(a.file, b.file) || a.chunk.start - b.chunk.start;
}

/** The declaration at the top that an entity is, or in which it stands. */
export function topOf(entity: Entity): Entity {
  return entity.kind === 'kr' ? entity.objective : entity.kind === 'initiative' ? entity.objective ?? entity : entity;
}

/**
 * The order in which entities are declared: what stands in an objective comes after it, and before the next declaration
 * at the top, even where a broken text has that in the middle of the objective.
 */
export function compareEntities(a: Entity, b: Entity): number {
  if (a === b) return 0;
  const byOrigin = compareOrigins(a.origin, b.origin);
  if (byOrigin !== 0) return byOrigin;
  const [topA, topB] = [topOf(a), topOf(b)];
  if (topA !== topB) return topA.declaration.span.start - topB.declaration.span.start;
  if (a === topA || b === topB) return a === topA ? -1 : 1;
  return a.declaration.span.start - b.declaration.span.start;
}

/** The order of links: by the entities that make them, then as written. */
export function compareLinks(a: Link, b: Link): number {
  return compareEntities(a.from, b.from) || a.reference.start - b.reference.start;
}

/** By file and place of the references themselves: one of an objective may stand after those of its krs. */
export function compareReferences(a: Link, b: Link): number {
  return compareOrigins(a.from.origin, b.from.origin) || a.reference.start - b.reference.start;
}

/** What a file declares, in the order written. */
export function entitiesIn({ entities }: Pick<Strategy, 'entities'>, path: string): readonly Entity[] {
  const first = firstNotBefore(entities, ({ origin: { file } }) => (file.path < path ? -1 : 0));
  let end = first;
  while (entities[end]?.origin.file.path === path) end += 1;
  return entities.slice(first, end);
}

/** The index of the first of sorted things of which `compare` is not negative. */
export function firstNotBefore<T>(sorted: readonly T[], compare: (thing: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = sorted[middle];
    if (thing !== undefined && compare(thing) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
