/** Which objectives serve no goal, and which of them only follow another one (language.md section 6, alignment). */

import type { Link, Objective, Strategy } from '../model/strategy.ts';

export interface Unaligned {
  /** Where no goal is declared, the first objective that is not aligned, which stands for all; else null. */
  readonly withoutGoals: Objective | null;
  /** Those that are to be mended themselves, by file and place. */
  readonly alone: readonly Objective[];
  /** Those that support one that is not aligned, by the first such reference: mending that one mends them. */
  readonly following: readonly { readonly objective: Objective; readonly link: Link }[];
}

const known = new WeakMap<Strategy, Unaligned>();

/** Worked out once for a strategy; silenced and switched-off findings make no difference to it. */
export function unaligned(strategy: Strategy): Unaligned {
  let answer = known.get(strategy);
  if (answer === undefined) {
    answer = sort(strategy);
    known.set(strategy, answer);
  }
  return answer;
}

function sort(strategy: Strategy): Unaligned {
  const objectives = strategy.objectives.filter(isUnaligned);
  const [first] = objectives;
  // A file that could not be read may hold the goals; what supports nothing is not aligned whatever it holds.
  if (first !== undefined && strategy.goals.length === 0 && !strategy.incomplete) return { withoutGoals: first, alone: [], following: [] };
  const alone: Objective[] = [];
  const following: { objective: Objective; link: Link }[] = [];
  for (const objective of objectives) {
    const support = objective.supports.find(({ target }) => isUnalignedTarget(target));
    if (support === undefined) alone.push(objective);
    else following.push({ objective, link: support.link });
  }
  return { withoutGoals: null, alone, following };
}

function isUnaligned(objective: Objective): boolean {
  return objective.active && objective.alignment === 'unaligned';
}

function isUnalignedTarget(target: Objective['supports'][number]['target']): boolean {
  if (target === null || target.kind === 'goal') return false;
  return isUnaligned(target.kind === 'kr' ? target.objective : target);
}
