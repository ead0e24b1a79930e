/** Scores before and after, and how much of the difference is progress (review.md section 5). */

import { buildStrategy } from '../../model/build.ts';
import type { Entity, Goal, Objective, Strategy } from '../../model/strategy.ts';
import { compareText } from '../../rules/diagnostic.ts';
import type { Pairs, ScoreChange } from '../review.ts';
import { filesWithProgress } from './with-progress.ts';

/** Scores that differ by less are the same. */
const SMALLEST_DIFFERENCE = 0.005;
/** What is left of a difference of sums by rounding. */
const ROUNDING = 1e-12;

/** Goals and objectives on both sides whose score or health differs; goals first, then by id. */
export function scoreChanges(base: Strategy, pairs: Pairs): readonly ScoreChange[] {
  const differing = pairs.all.flatMap(({ base: before, head: after, by }): [Goal | Objective, Goal | Objective][] => {
    if (by === 'replaced' || !isScored(before) || !isScored(after)) return [];
    return differs(before, after) ? [[before, after]] : [];
  });
  if (differing.length === 0) return [];
  const files = filesWithProgress(base, pairs);
  const between = files === null ? base : buildStrategy(files, { asOf: base.asOf, pastDays: base.pastDays });
  return differing
    .map(([before, after]) => scoreChange(before, after, between.byId.get(before.id)))
    .sort((a, b) => compareText(a.type, b.type) || compareText(a.id, b.id));
}

function isScored(entity: Entity): entity is Goal | Objective {
  return entity.kind === 'goal' || entity.kind === 'objective';
}

function differs(before: Goal | Objective, after: Goal | Objective): boolean {
  if (before.health !== after.health || (before.score === null) !== (after.score === null)) return true;
  return before.score !== null && after.score !== null && Math.abs(after.score - before.score) >= SMALLEST_DIFFERENCE - ROUNDING;
}

function scoreChange(before: Goal | Objective, after: Goal | Objective, between: Entity | undefined): ScoreChange {
  const reached = between !== undefined && isScored(between) ? between.score : null;
  const byProgress = before.score === null || reached === null ? null : rounded(reached - before.score);
  return {
    type: after.kind, id: after.id, title: after.title, before: before.score, after: after.score,
    byProgress,
    byDefinition: byProgress === null || before.score === null || after.score === null ? null : rounded(after.score - before.score - byProgress),
    health: { before: before.health, after: after.health },
  };
}

function rounded(difference: number): number {
  return Math.abs(difference) < ROUNDING ? 0 : difference;
}
