/** The names that could stand where a reference stands, to suggest the nearest of them. */

import type { Fix } from './rule.ts';
import type { Entity, EntityKind, Link, Strategy } from '../model/strategy.ts';
import { targetKinds } from '../model/references.ts';
import { NearestNames } from './nearest.ts';
import { placeOfLink } from './places.ts';

/** Suggests names of the right kind; the names of each set of kinds are gathered once, when first needed. */
export class ReferableNames {
  readonly #strategy: Strategy;
  readonly #byKinds = new Map<string, NearestNames>();

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** The names nearest to what a reference says, as they would be written there; the nearest first, at most three. */
  near(link: Link): readonly string[] {
    const kinds = targetKinds(link.kind, link.from.kind);
    const local = link.kind === 'supports' || link.reference.local !== null ? [] : this.#local(link, kinds);
    const own = link.from.id;
    // Nothing refers to itself, nor to what stands in it.
    const found = [...local, ...this.#global(kinds).find(link.reference.text).filter((name) => name !== own && !name.startsWith(`${own}.`))];
    return [...new Set(found)].slice(0, 3);
  }

  #local(link: Link, kinds: readonly EntityKind[]): readonly string[] {
    const objective = link.from.kind === 'objective' ? link.from
      : link.from.kind === 'kr' || link.from.kind === 'initiative' ? link.from.objective : null;
    if (objective === null) return [];
    const children: readonly Entity[] = [...objective.keyResults, ...objective.initiatives];
    const names = children.filter(({ kind }) => kinds.includes(kind)).map(({ declaration }) => declaration.name?.text);
    return new NearestNames(names.filter((name) => name !== undefined)).find(link.reference.text);
  }

  #global(kinds: readonly EntityKind[]): NearestNames {
    const key = kinds.join();
    let names = this.#byKinds.get(key);
    if (names === undefined) {
      names = new NearestNames(namesOf(this.#strategy, kinds));
      this.#byKinds.set(key, names);
    }
    return names;
  }
}

function* namesOf(strategy: Strategy, kinds: readonly EntityKind[]): Generator<string> {
  for (const [id, entity] of strategy.byId) {
    if (entity.declaration.name !== null && kinds.includes(entity.kind)) yield id;
  }
}

/** A fix for each name that could be meant. */
export function replacements(link: Link, names: readonly string[]): readonly Fix[] {
  return names.map((name) => ({ title: `Replace with '${name}'`, edits: () => [{ place: placeOfLink(link), newText: name }] }));
}
