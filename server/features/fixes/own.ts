/** Ways to give a goal or an objective an owner: those who are near it already, then teams and people. */

import { shortLabel } from '../../model/naming.ts';
import type { Entity, Person, Team } from '../../model/strategy.ts';
import { insertedProperty } from '../body-lines.ts';
import type { Found, Proposal } from './proposal.ts';

const MOST = 6;

/** The likeliest owners, a handful. */
export function own({ entity, analysis: { strategy } }: Found): readonly Proposal[] {
  if (entity.kind !== 'goal' && entity.kind !== 'objective') return [];
  const candidates = new Set([...near(entity), ...strategy.teams, ...strategy.people]);
  const named = [...candidates].filter(({ laterThan, declaration }) => laterThan === null && declaration.name !== null);
  return named.slice(0, MOST).map((owner) => ({
    title: `Make ${shortLabel(owner)} the owner`,
    plan: () => ({ changes: [{ file: entity.origin.file, ...insertedProperty(entity, 'owner', `owner ${owner.id}`) }] }),
  }));
}

/** Who owns the key results of an objective, or what it serves; of a goal, what serves it. */
function near(entity: Entity): readonly (Team | Person)[] {
  if (entity.kind === 'objective') {
    const served = entity.supports.flatMap(({ target }) => target?.owners ?? []);
    return [...entity.keyResults.flatMap(({ owners }) => owners), ...served];
  }
  return entity.usedBy.flatMap(({ kind, from }) => (kind === 'supports' && 'owners' in from ? from.owners : []));
}
