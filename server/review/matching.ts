/** Which thing of one state of a strategy is which of another (review.md section 2). */

import type { Entity, Strategy } from '../model/strategy.ts';
import type { MatchedBy, Pair, Pairs } from './review.ts';

export class Matching implements Pairs {
  readonly notes: string[] = [];
  readonly #ofBase = new Map<Entity, Pair>();
  readonly #ofHead = new Map<Entity, Pair>();

  constructor(base: Strategy, head: Strategy) {
    for (const [id, entity] of base.byId) {
      const other = head.byId.get(id);
      if (other?.kind === entity.kind) this.#add(entity, other, 'id');
    }
  }

  get all(): readonly Pair[] {
    return [...this.#ofBase.values()];
  }

  ofBase(entity: Entity): Pair | undefined {
    return this.#ofBase.get(entity);
  }

  ofHead(entity: Entity): Pair | undefined {
    return this.#ofHead.get(entity);
  }

  #add(base: Entity, head: Entity, by: MatchedBy): void {
    const pair = { base, head, by };
    this.#ofBase.set(base, pair);
    this.#ofHead.set(head, pair);
  }
}
