/** What a person or a team owns. */

import type { Entity, Initiative, KeyResult, Objective, Person, Team } from '../model/strategy.ts';

export interface Ownership {
  readonly objectives: readonly Objective[];
  /** Those that name it, and those that name nobody in an objective that names it. */
  readonly initiatives: readonly Initiative[];
  /** Those that name it; one that names nobody has its objective's owner. */
  readonly keyResults: readonly KeyResult[];
}

/** What names an owner in `owner`, each once and in any order, with what inherits that. */
export function ownedBy(owner: Person | Team): Ownership {
  const owned = new Set<Entity>();
  for (const { kind, from } of owner.usedBy) {
    if (kind !== 'owner') continue;
    owned.add(from);
    if (from.kind !== 'objective') continue;
    for (const initiative of from.initiatives) if (!initiative.ownerWritten) owned.add(initiative);
  }
  const things = [...owned];
  return {
    objectives: things.filter((thing) => thing.kind === 'objective'),
    initiatives: things.filter((thing) => thing.kind === 'initiative'),
    keyResults: things.filter((thing) => thing.kind === 'kr'),
  };
}
