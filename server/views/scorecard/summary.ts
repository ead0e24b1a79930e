/** What a scorecard comes to, in words. */

import { percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Health } from '../../model/strategy.ts';
import type { Scorecard, Totals } from './model.ts';

/** In the order in which one asks for them. */
export const HEALTH_ORDER: readonly Health[] = ['off-track', 'at-risk', 'on-track', 'done', 'not-started', 'unknown', 'paused', 'draft', 'dropped'];

/** `4 goals, 12 objectives and 34 key results as of 2026-06-15: of the objectives 1 is off track, 3 at risk, …` */
export function scorecardSummary({ asOf, totals }: Scorecard): string {
  const counted = countWords(totals);
  if (counted === '') return `Nothing to show as of ${asOf}.`;
  const health = healthWords(totals);
  return `${counted} as of ${asOf}${health === '' ? '' : `. Objectives: ${health}`}.`;
}

/** `4 goals, 12 objectives and 34 key results`; empty where there are none. */
export function countWords({ goals, objectives, keyResults }: Totals): string {
  const parts = [counted(goals, 'goal'), counted(objectives, 'objective'), counted(keyResults, 'key result')].filter((part) => part !== '');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** `1 off track, 3 at risk`; empty without objectives. */
export function healthWords({ health }: Pick<Totals, 'health'>): string {
  return HEALTH_ORDER.flatMap((word) => (health[word] === undefined ? [] : [`${health[word]} ${HEALTH_WORDS[word]}`])).join(', ');
}

/** `mean score 68%, 68% expected`; empty where there is none. */
export function meanWords({ score, expected, confidence }: Totals): string {
  const parts = [
    ...score === null ? [] : [`mean score ${percent(score)}`],
    ...expected === null ? [] : [`${percent(expected)} expected`],
    ...confidence === null ? [] : [`mean confidence ${percent(confidence)}`],
  ];
  return parts.join(', ');
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
