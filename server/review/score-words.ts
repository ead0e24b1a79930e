/** Scores and what moved them, in the words of every format. */

import { percent } from '../model/figures.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import type { ScoreChange } from './review.ts';

/** `31% → 42%`; a dash where a score is unknown. */
export function scoreStep({ before, after }: Pick<ScoreChange, 'before' | 'after'>): string {
  return `${scoreText(before)} → ${scoreText(after)}`;
}

/** A score in whole percent; a dash where it is unknown. */
export function scoreText(score: number | null): string {
  return score === null ? '–' : percent(score);
}

/** What moved a score, in whole percentage points with their sign: `+9`, `−2`, `0`; a dash where it is unknown. */
export interface ScoreParts {
  readonly byProgress: string;
  readonly byDefinition: string;
}

/** The two parts, which add up to the difference of the scores as they are shown. What is nothing stays nothing. */
export function scoreParts({ before, after, byProgress, byDefinition }: ScoreChange): ScoreParts {
  if (before === null || after === null || byProgress === null || byDefinition === null) {
    return { byProgress: signedPoints(byProgress === null ? null : points(byProgress)), byDefinition: signedPoints(byDefinition === null ? null : points(byDefinition)) };
  }
  const difference = points(after) - points(before);
  const progress = isNothing(byDefinition) ? difference : isNothing(byProgress) ? 0 : points(byProgress);
  return { byProgress: signedPoints(progress), byDefinition: signedPoints(difference - progress) };
}

function points(share: number): number {
  return Math.round(share * 100);
}

/** Less than a tenth of a point. */
function isNothing(share: number): boolean {
  return Math.abs(share) < 0.001;
}

function signedPoints(difference: number | null): string {
  if (difference === null) return '–';
  return difference === 0 ? '0' : difference > 0 ? `+${difference}` : `\u2212${-difference}`;
}

/** `at risk → on track`, or the one health of both sides. */
export function healthStep({ before, after }: ScoreChange['health']): string {
  return before === after ? HEALTH_WORDS[after] : `${HEALTH_WORDS[before]} → ${HEALTH_WORDS[after]}`;
}
