/** How the models of views name other things: plain data, enough to show and to find them. */

import type { Entity, EntityKind } from '../model/strategy.ts';

export interface Mention {
  readonly kind: EntityKind;
  readonly id: string;
  /** Its title; the id of what has none. */
  readonly title: string;
}

/** A thing by kind, id and title. */
export function mention(entity: Entity): Mention {
  return { kind: entity.kind, id: entity.id, title: entity.title ?? entity.id };
}

/** Several things, each once. */
export function mentions(entities: Iterable<Entity>): readonly Mention[] {
  return [...new Set(entities)].map(mention);
}
