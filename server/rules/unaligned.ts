/** Which objectives serve no goal, and which of them only follow another one (language.md section 6, alignment). */

import type { Link, Objective, Strategy } from '../model/strategy.ts';

/** Whether the strategy declares no goal. A file that could not be read may hold one. */
export function lacksGoals({ goals, incomplete }: Strategy): boolean {
  return goals.length === 0 && !incomplete;
}

/** Where no goal is declared, the first objective that is not aligned, which stands for all; else null. */
export function firstWithoutGoals(strategy: Strategy): Objective | null {
  return lacksGoals(strategy) ? strategy.objectives.find(isUnaligned) ?? null : null;
}

/** Whether something is to be said of its alignment. */
export function isUnaligned(objective: Objective): boolean {
  return objective.active && objective.alignment === 'unaligned';
}

/** Its first reference to something that is not aligned either, so that mending that one mends it too; null without one. */
export function supportOfUnaligned({ supports }: Objective): Link | null {
  return supports.find(({ target }) => {
    if (target === null || target.kind === 'goal') return false;
    return isUnaligned(target.kind === 'kr' ? target.objective : target);
  })?.link ?? null;
}
