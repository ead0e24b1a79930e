/** Which entities bear an id, kept up with what is declared. */

import { compareEntities } from '../order.ts';
import type { Names } from '../references.ts';
import type { Entity, Strategy } from '../strategy.ts';

export class LiveNames {
  /** Most ids are borne once. Those with more bearers have them by file and place. */
  readonly #byId = new Map<string, Entity | Entity[]>();

  /** The names at the top. */
  readonly top: Names = {
    first: (name) => this.bearers(name)[0],
    isDoubled: (name) => this.bearers(name).length > 1,
  };

  bearers(id: string): readonly Entity[] {
    const found = this.#byId.get(id);
    if (found === undefined) return [];
    return Array.isArray(found) ? found : [found];
  }

  /** The declaration of the id that counts. */
  first(id: string): Entity | undefined {
    const found = this.#byId.get(id);
    if (found === undefined) return undefined;
    return Array.isArray(found) ? found.find(({ laterThan }) => laterThan === null) : found.laterThan === null ? found : undefined;
  }

  remove(entity: Entity): void {
    if (entity.kind === 'strategy') return;
    const found = this.#byId.get(entity.id);
    if (!Array.isArray(found)) {
      if (found === entity) this.#byId.delete(entity.id);
      return;
    }
    const left = found.filter((other) => other !== entity);
    const [only] = left;
    if (only === undefined) this.#byId.delete(entity.id);
    else this.#byId.set(entity.id, left.length === 1 ? only : left);
  }

  /** Of several with one id those that are added later stand later, unless they are sorted. */
  add(entity: Entity): void {
    // A strategy has no name that anything refers to.
    if (entity.kind === 'strategy') return;
    const found = this.#byId.get(entity.id);
    if (found === undefined) this.#byId.set(entity.id, entity);
    else if (Array.isArray(found)) found.push(entity);
    else this.#byId.set(entity.id, [found, entity]);
  }

  /** Puts the bearers of an id in order again. */
  sort(id: string): void {
    const found = this.#byId.get(id);
    if (Array.isArray(found)) found.sort(compareEntities);
  }
}

/** `Strategy.byId` of a strategy that is kept up: looked up, and listed only when asked for. */
export class LiveIds implements ReadonlyMap<string, Entity> {
  readonly #names: LiveNames;
  readonly #entities: readonly Entity[];

  constructor(names: LiveNames, { entities }: Pick<Strategy, 'entities'>) {
    this.#names = names;
    this.#entities = entities;
  }

  get(id: string): Entity | undefined {
    return this.#names.first(id);
  }

  has(id: string): boolean {
    return this.#names.first(id) !== undefined;
  }

  get size(): number {
    return [...this].length;
  }

  * entries(): MapIterator<[string, Entity]> {
    for (const entity of this.#entities) {
      if (entity.kind !== 'strategy' && this.#names.first(entity.id) === entity) yield [entity.id, entity];
    }
  }

  * keys(): MapIterator<string> {
    for (const [id] of this) yield id;
  }

  * values(): MapIterator<Entity> {
    for (const [, entity] of this) yield entity;
  }

  [Symbol.iterator](): MapIterator<[string, Entity]> {
    return this.entries();
  }

  forEach(told: (entity: Entity, id: string, all: ReadonlyMap<string, Entity>) => void): void {
    for (const [id, entity] of this) told(entity, id, this);
  }
}
