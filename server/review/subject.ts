/** What a change is about, as it stands in a review. */

import type { Entity } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';
import { GoalReach } from './goal-reach.ts';
import { objectiveOf } from './matching.ts';
import type { Subject } from './review.ts';

/** The thing on both sides, or on the one where it is. A strategy is named by its root; `reach` knows what has been looked up before. */
export function subjectOf(root: string, base: Entity | null, head: Entity | null, reach = new GoalReach()): Subject {
  const entity = head ?? base;
  if (entity === null) throw new Error('A change is about something');
  if (entity.kind === 'strategy') return { type: 'strategy', id: root, title: entity.title, was: null, objective: null, goals: [], owners: [] };
  return {
    type: entity.kind, id: entity.id, title: entity.title,
    was: base !== null && head !== null && base.id !== head.id ? base.id : null,
    objective: objectiveOf(entity)?.id ?? null,
    goals: reach.of(entity).map(({ id }) => id),
    owners: idsOf(ownersOf(entity)),
  };
}

/** A file, the settings or a whole strategy, by its path. */
export function pathSubject(type: 'file' | 'settings' | 'strategy', path: string, title: string | null = null): Subject {
  return { type, id: path, title, was: null, objective: null, goals: [], owners: [] };
}

/** Those accountable, inherited ones too. */
export function ownersOf(entity: Entity): readonly Entity[] {
  if ('owners' in entity) return entity.owners;
  return entity.links.filter((link) => link.kind === 'owner').map((link) => link.target).filter((target) => target !== null);
}

function idsOf(entities: Iterable<Entity>): readonly string[] {
  return [...new Set([...entities].map(({ id }) => id))].sort(compareText);
}
