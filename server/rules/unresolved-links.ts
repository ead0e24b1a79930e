/** The references of a strategy that mean nothing, gathered once for the rules that tell of them. */

import { withoutLost } from './lost-names.ts';
import type { Link, Strategy } from '../model/strategy.ts';

interface Unresolved {
  readonly unknown: readonly Link[];
  readonly wrongKind: readonly Link[];
}

const known = new WeakMap<Strategy, Unresolved>();

/** By file and place: those that name nothing, and those that name something of the wrong kind; where a syntax error is the cause, neither. */
export function unresolvedLinks(strategy: Strategy): Unresolved {
  let unresolved = known.get(strategy);
  if (unresolved === undefined) {
    unresolved = gather(strategy);
    known.set(strategy, unresolved);
  }
  return unresolved;
}

function gather(strategy: Strategy): Unresolved {
  const unknown: Link[] = [];
  const wrongKind: Link[] = [];
  for (const { links } of strategy.entities) {
    for (const link of links) {
      if (link.resolution === 'unknown') unknown.push(link);
      else if (link.resolution === 'wrong-kind') wrongKind.push(link);
    }
  }
  const told = new Set(withoutLost(strategy, [...unknown, ...wrongKind]));
  return { unknown: unknown.filter((link) => told.has(link)), wrongKind: wrongKind.filter((link) => told.has(link)) };
}
