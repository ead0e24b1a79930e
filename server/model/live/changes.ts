/** Notes what an update changes while it runs. */

import type { CycleKind } from '../cycles.ts';
import { Aspect, EVERY_ASPECT, type StrategyChange } from '../change.ts';
import type { Entity, Strategy } from '../strategy.ts';

export class Changes {
  readonly #touched = new Map<Entity, number>();
  readonly #removed = new Set<Entity>();
  readonly files = new Set<string>();
  readonly cycles = new Set<CycleKind>();
  readonly names = new Set<string>();

  /** An entity changed in some aspect. */
  touch(entity: Entity, aspect: keyof typeof Aspect): void {
    if (!this.#removed.has(entity)) this.#touched.set(entity, (this.#touched.get(entity) ?? 0) | Aspect[aspect]);
  }

  add(entity: Entity): void {
    this.#touched.set(entity, EVERY_ASPECT);
  }

  remove(entity: Entity): void {
    this.#removed.add(entity);
    this.#touched.delete(entity);
  }

  isRemoved(entity: Entity): boolean {
    return this.#removed.has(entity);
  }

  result(strategy: Strategy): StrategyChange {
    return { strategy, whole: false, touched: this.#touched, removed: this.#removed, files: this.files, cycles: this.cycles, names: this.names };
  }
}
