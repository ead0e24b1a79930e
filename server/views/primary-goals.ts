/** The one goal under which an objective is listed, where a view has one place for it. */

import type { Goal, Objective, Strategy } from '../model/strategy.ts';

/**
 * Of each aligned objective the goal to which the path of its largest shares leads (of equal ones the first written);
 * where that path leads to none, the first of its goals. Each objective is looked at once.
 */
export function primaryGoals({ objectives }: Strategy): ReadonlyMap<Objective, Goal> {
  const found = new Map<Objective, Goal | null>();
  for (const objective of objectives) {
    const path: Objective[] = [];
    let at: Objective | Goal | null = objective;
    while (at?.kind === 'objective' && !found.has(at)) {
      // A circle leads back here and to no goal.
      found.set(at, null);
      path.push(at);
      at = largest(at);
    }
    const goal: Goal | null = at === null ? null : at.kind === 'goal' ? at : found.get(at) ?? null;
    for (const step of path) found.set(step, goal !== null && step.goals.has(goal) ? goal : first(step.goals));
  }
  return new Map([...found].flatMap(([objective, goal]) => (goal === null ? [] : [[objective, goal]])));
}

/** What it supports with the largest share; a kr stands for its objective. */
function largest({ supports }: Objective): Objective | Goal | null {
  let best: Objective['supports'][number] | null = null;
  for (const support of supports) if (support.target !== null && (best === null || support.share > best.share)) best = support;
  const target = best?.target ?? null;
  return target?.kind === 'kr' ? target.objective : target;
}

function first(goals: ReadonlySet<Goal>): Goal | null {
  for (const goal of goals) return goal;
  return null;
}
