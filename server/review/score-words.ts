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

/** A difference in percentage points, with its sign: `+9`, `−2`, `0`; a dash where it is unknown. */
export function signedPoints(difference: number | null): string {
  if (difference === null) return '–';
  const points = Math.round(difference * 100);
  return points === 0 ? '0' : points > 0 ? `+${points}` : `\u2212${-points}`;
}

/** `at risk → on track`, or the one health of both sides. */
export function healthStep({ before, after }: ScoreChange['health']): string {
  return before === after ? HEALTH_WORDS[after] : `${HEALTH_WORDS[before]} → ${HEALTH_WORDS[after]}`;
}
