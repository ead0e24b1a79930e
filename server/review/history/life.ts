/** What one step of a strategy's history did to one thing, and what the thing was called before it. */

import type { Entity } from '../../model/strategy.ts';
import { objectiveOf } from '../matching.ts';
import type { Change } from '../review.ts';
import type { Step } from './step.ts';

export interface LifeStep {
  /** In the order of a review. */
  readonly changes: readonly Change[];
  /** Its id before the step; null where it was not there. */
  readonly before: string | null;
}

/** The step as the thing saw it that is called `id` after it; null where nothing is called so then. */
export function lifeStep({ after, changes, pairs }: Step, id: string): LifeStep | null {
  const entity = after?.byId.get(id);
  if (entity === undefined) return null;
  const pair = pairs?.ofHead(entity);
  const before = pair?.base.id ?? null;
  if (before === null) return { changes: comings(changes, entity), before };
  return { changes: changes.filter((change) => isAbout(change, entity.id) || isAbout(change, before)), before };
}

/** The end of the thing that is called `id` before the step; null where nothing is called so, or it lives on. */
export function endOf({ before, changes, pairs }: Step, id: string): LifeStep | null {
  const entity = before?.byId.get(id);
  if (entity === undefined || pairs?.ofBase(entity) !== undefined) return null;
  return { changes: comings(changes, entity), before: id };
}

/** What the thing that is called `id` before a step is called after it; null where it is not there, or went. */
export function nameAfter({ before, pairs }: Step, id: string): string | null {
  const entity = before?.byId.get(id);
  return entity === undefined ? null : pairs?.ofBase(entity)?.head.id ?? null;
}

/**
 * The change by which something comes or goes: its own, else that of the objective or of the strategy that it came with,
 * since what stands in something added is counted there and not listed.
 */
function comings(changes: readonly Change[], entity: Entity): readonly Change[] {
  const own = changes.filter((change) => change.subject.id === entity.id && change.subject.type === entity.kind);
  if (own.length > 0) return own;
  const objective = objectiveOf(entity);
  const around = objective === null ? [] : changes.filter(({ subject, kind }) => subject.type === 'objective' && subject.id === objective.id && /-(?:added|removed)$/.test(kind));
  return around.length > 0 ? around : changes.filter(({ kind }) => kind === 'strategy-added' || kind === 'strategy-removed');
}

/** Its own changes, and of an objective those of its key results and initiatives. */
function isAbout({ subject }: Change, id: string): boolean {
  return subject.id === id || subject.was === id || (subject.objective === id && (subject.type === 'kr' || subject.type === 'initiative'));
}
