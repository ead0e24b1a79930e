/** What a change is about, as it stands in a review. */

import type { Entity, Goal, Objective } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';
import { objectiveOf } from './matching.ts';
import type { Subject } from './review.ts';

/** The thing on both sides, or on the one where it is. A strategy is named by its root. */
export function subjectOf(root: string, base: Entity | null, head: Entity | null): Subject {
  const entity = head ?? base;
  if (entity === null) throw new Error('A change is about something');
  if (entity.kind === 'strategy') return { type: 'strategy', id: root, title: entity.title, was: null, objective: null, goals: [], owners: [] };
  return {
    type: entity.kind, id: entity.id, title: entity.title,
    was: base !== null && head !== null && base.id !== head.id ? base.id : null,
    objective: objectiveOf(entity)?.id ?? null,
    goals: goalIdsOf(entity),
    owners: idsOf(ownersOf(entity)),
  };
}

/** A file, the settings or a whole strategy, by its path. */
export function pathSubject(type: 'file' | 'settings' | 'strategy', path: string, title: string | null = null): Subject {
  return { type, id: path, title, was: null, objective: null, goals: [], owners: [] };
}

const goalIds = new WeakMap<Entity, readonly string[]>();

/** A kr serves what its objective does: the ids are put in order once. */
function goalIdsOf(entity: Entity): readonly string[] {
  const key = objectiveOf(entity) ?? entity;
  let ids = goalIds.get(key);
  if (ids === undefined) {
    ids = idsOf(goalsOf(key));
    goalIds.set(key, ids);
  }
  return ids;
}

/** The goals that a thing serves in the end. */
export function goalsOf(entity: Entity): Iterable<Goal> {
  switch (entity.kind) {
    case 'goal': return entity.supports;
    case 'objective': return entity.goals;
    case 'kr': return entity.objective.goals;
    case 'initiative': return entity.objective?.goals ?? goalsAdvanced(entity);
    default: return [];
  }
}

function goalsAdvanced(entity: Entity): ReadonlySet<Goal> {
  const objectives = entity.links.filter((link) => link.kind === 'advances').map(({ target }) => (target === null ? null : supported(target)));
  return new Set(objectives.flatMap((objective) => (objective === null ? [] : [...objective.goals])));
}

function supported(entity: Entity): Objective | null {
  return entity.kind === 'objective' ? entity : objectiveOf(entity);
}

/** Those accountable, inherited ones too. */
export function ownersOf(entity: Entity): readonly Entity[] {
  if ('owners' in entity) return entity.owners;
  return entity.links.filter((link) => link.kind === 'owner').map((link) => link.target).filter((target) => target !== null);
}

function idsOf(entities: Iterable<Entity>): readonly string[] {
  return [...new Set([...entities].map(({ id }) => id))].sort(compareText);
}
