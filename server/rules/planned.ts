import type { Entity, Goal, Initiative, KeyResult, Objective } from '../model/strategy.ts';

/** Whether an entity is of a kind that has a status and a period. */
export function isPlanned(entity: Entity): entity is Goal | Objective | KeyResult | Initiative {
  return entity.kind === 'goal' || entity.kind === 'objective' || entity.kind === 'kr' || entity.kind === 'initiative';
}
