/** Who has a part in what another team answers for. */

import type { Entity, Initiative, KeyResult, Objective, Person, Team } from '../../model/strategy.ts';
import { mention } from '../mention.ts';
import { CONTRIBUTION_KINDS, type Contribution, type ContributionKind } from './model.ts';

/** A team, or a person in none. */
type Unit = Person | Team;

/** The contributions to these objectives, by objective as given, then by contributor as they come up. */
export function contributionsTo(objectives: readonly Objective[]): readonly Contribution[] {
  return objectives.flatMap((objective) => {
    const [owner] = objective.owners;
    if (owner === undefined) return [];
    const accountable = unitOf(owner);
    const found = new Map<Unit, Set<ContributionKind>>();
    for (const { unit, kind } of partsIn(objective)) {
      if (unit === accountable) continue;
      const kinds = found.get(unit);
      if (kinds === undefined) found.set(unit, new Set([kind]));
      else kinds.add(kind);
    }
    return [...found].map(([contributor, kinds]): Contribution => ({
      objective: mention(objective), owner: mention(accountable), contributor: mention(contributor),
      how: CONTRIBUTION_KINDS.filter((kind) => kinds.has(kind)),
    }));
  });
}

interface Part {
  readonly unit: Unit;
  readonly kind: ContributionKind;
}

function partsIn(objective: Objective): readonly Part[] {
  const parts: Part[] = [];
  const add = (owners: readonly (Entity | null)[], kind: ContributionKind): void => {
    for (const owner of owners) if (owner?.kind === 'person' || owner?.kind === 'team') parts.push({ unit: unitOf(owner), kind });
  };
  const stands = [objective, ...objective.keyResults.filter(isOn)];
  const advancing = new Set<Initiative>(objective.initiatives.filter(isOn));
  for (const { usedBy } of stands) {
    for (const { kind, from } of usedBy) {
      if (kind === 'supports' && from.kind === 'objective' && isOn(from)) add(from.owners, 'objective');
      if (kind === 'advances' && from.kind === 'initiative' && isOn(from)) advancing.add(from);
    }
  }
  for (const keyResult of objective.keyResults.filter(isOn)) if (keyResult.ownerWritten) add(keyResult.owners, 'key result');
  for (const initiative of advancing) add(initiative.owners, 'initiative');
  for (const { links } of [...stands, ...advancing]) {
    for (const { kind, target } of links) {
      if (kind === 'with') add([target], 'named');
      if (kind === 'needs' && (target?.kind === 'objective' || target?.kind === 'kr' || target?.kind === 'initiative')) add(target.owners, 'needed');
    }
  }
  return parts;
}

function isOn({ laterThan, status }: Objective | KeyResult | Initiative): boolean {
  return laterThan === null && status.value !== 'dropped' && status.value !== 'draft';
}

function unitOf(owner: Person | Team): Unit {
  return owner.kind === 'person' && owner.team !== null ? owner.team : owner;
}
