/** The names that a strategy declares, by kind, to find those near to one that names nothing. */

import type { StrategyChange } from '../model/change.ts';
import { each, type Steps } from '../model/steps.ts';
import type { Entity, EntityKind, Strategy } from '../model/strategy.ts';
import { NamesByLength, NearestNames } from './nearest.ts';

export class DeclaredNames {
  #strategy: Strategy;
  readonly #byKind = new Map<EntityKind, NamesByLength>();
  readonly #byKinds = new Map<string, NearestNames>();

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** Those of first declarations of some kinds, as they are said from anywhere. */
  of(kinds: readonly EntityKind[]): NearestNames {
    const key = kinds.join();
    let names = this.#byKinds.get(key);
    if (names === undefined) {
      names = new NearestNames(kinds.map((kind) => this.#ofKind(kind)));
      this.#byKinds.set(key, names);
    }
    return names;
  }

  /** Gathers all of them, in short steps. */
  * prepare(): Steps<void> {
    for (const kind of REFERABLE) {
      const names = new NamesByLength();
      this.#byKind.set(kind, names);
      yield* each(listOf(this.#strategy, kind), (entity) => { if (isReferable(entity)) names.add(entity.id); });
    }
  }

  /** Takes over which ids mean something else. */
  update({ strategy, names }: StrategyChange): void {
    this.#strategy = strategy;
    for (const id of names) {
      const entity = strategy.byId.get(id);
      for (const [kind, known] of this.#byKind) {
        if (entity?.kind === kind && isReferable(entity)) known.add(id);
        else known.delete(id);
      }
      for (const nearest of this.#byKinds.values()) nearest.onChange(id);
    }
  }

  #ofKind(kind: EntityKind): NamesByLength {
    let names = this.#byKind.get(kind);
    if (names === undefined) {
      names = new NamesByLength();
      for (const entity of listOf(this.#strategy, kind)) if (isReferable(entity)) names.add(entity.id);
      this.#byKind.set(kind, names);
    }
    return names;
  }
}

const REFERABLE: readonly EntityKind[] = ['period', 'team', 'person', 'metric', 'goal', 'objective', 'kr', 'initiative'];

function isReferable({ laterThan, declaration }: Entity): boolean {
  return laterThan === null && declaration.name !== null;
}

function listOf(strategy: Strategy, kind: EntityKind): readonly Entity[] {
  switch (kind) {
    case 'strategy': return strategy.headers;
    case 'period': return strategy.periods;
    case 'team': return strategy.teams;
    case 'person': return strategy.people;
    case 'metric': return strategy.metrics;
    case 'goal': return strategy.goals;
    case 'objective': return strategy.objectives;
    case 'kr': return strategy.keyResults;
    case 'initiative': return strategy.initiatives;
  }
}
