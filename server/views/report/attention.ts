/** What somebody should look at first: objectives that are behind, the furthest first, with the krs that hold them back. */

import type { Health, KeyResult, Objective, Strategy } from '../../model/strategy.ts';

export interface Concern {
  readonly objective: Objective;
  /** Krs that are behind themselves, the furthest first. */
  readonly because: readonly KeyResult[];
}

const BEHIND: readonly Health[] = ['off-track', 'at-risk'];

/** Active objectives that are off track or at risk, by health and then by how far they are behind. */
export function concerns({ objectives }: Strategy): readonly Concern[] {
  return objectives
    .filter(({ active, health }) => active && BEHIND.includes(health))
    .sort((a, b) => BEHIND.indexOf(a.health) - BEHIND.indexOf(b.health) || gap(a) - gap(b))
    .map((objective) => ({
      objective,
      because: objective.keyResults
        .filter(({ active, health }) => active && BEHIND.includes(health))
        .sort((a, b) => Number(b.brokenHealth) - Number(a.brokenHealth) || gap(a) - gap(b)),
    }));
}

function gap({ score, expected }: Pick<Objective, 'score' | 'expected'>): number {
  return score === null || expected === null ? 0 : score - expected;
}
