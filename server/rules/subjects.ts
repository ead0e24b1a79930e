/** Which declaration a place stands in. */

import type { Span } from '../../grammar/tree.ts';
import type { Entity, Origin, SourceFile, Strategy } from '../model/strategy.ts';
import type { Place } from './rule.ts';

/** Finds the entity of a place; made once for a strategy, in time linear in it, when first asked. */
export class Subjects {
  readonly #strategy: Strategy;
  #byOrigin: Map<Origin, Entity[]> | null = null;
  #byFile: Map<SourceFile, Entity[]> | null = null;

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** The innermost declaration in which a place begins; null outside of all. */
  at(place: Place): Entity | null {
    this.#byOrigin ??= groupBy(this.#strategy.entities, ({ origin }) => origin);
    return innermost(this.#byOrigin.get(place.origin) ?? [], place.span.start);
  }

  /** What a file declares, in the order written. */
  inFile(file: SourceFile): readonly Entity[] {
    this.#byFile ??= groupBy(this.#strategy.entities, ({ origin }) => origin.file);
    return this.#byFile.get(file) ?? [];
  }

  /** The innermost declaration that holds the start of a range in a file (absolute), and those that begin in it. */
  inRange(file: SourceFile, { start, end }: Span): readonly Entity[] {
    const entities = this.inFile(file);
    const next = firstAfter(entities, start, absoluteStart);
    const inside: Entity[] = [];
    for (let entity = entities[next - 1]; entity !== undefined; entity = parentOf(entity)) {
      if (start >= entity.origin.chunk.start + entity.declaration.span.end) continue;
      inside.push(entity);
      break;
    }
    for (const entity of entities.slice(next)) {
      if (absoluteStart(entity) >= end) break;
      inside.push(entity);
    }
    return inside;
  }
}

function absoluteStart(entity: Entity): number {
  return entity.origin.chunk.start + entity.declaration.span.start;
}

/** Entities stand by place, what stands in an objective after it: of those that begin before the offset the last, or what it stands in. */
function innermost(entities: readonly Entity[], offset: number): Entity | null {
  const last = firstAfter(entities, offset, (entity) => entity.declaration.span.start) - 1;
  for (let entity = entities[last]; entity !== undefined; entity = parentOf(entity)) {
    if (offset < entity.declaration.span.end) return entity;
  }
  return null;
}

/** The index of the first entity that begins after the offset. */
function firstAfter(entities: readonly Entity[], offset: number, startOf: (entity: Entity) => number): number {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entity = entities[middle];
    if (entity !== undefined && startOf(entity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function parentOf(entity: Entity): Entity | undefined {
  return entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective ?? undefined : undefined;
}

function groupBy<K>(entities: readonly Entity[], key: (entity: Entity) => K): Map<K, Entity[]> {
  const groups = new Map<K, Entity[]>();
  for (const entity of entities) {
    const group = groups.get(key(entity));
    if (group === undefined) groups.set(key(entity), [entity]);
    else group.push(entity);
  }
  return groups;
}
