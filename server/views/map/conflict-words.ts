/** Why two key results cannot both be meant, as the map says it. */

import type { ConflictReason } from '../../rules/target-conflicts.ts';
import { nameOf } from '../element.ts';
import type { MapConflict } from './model.ts';

const WORDS: Readonly<Record<ConflictReason, string>> = {
  'opposite-directions': 'pull in opposite directions',
  'same-day': 'have different targets for the same day',
  'less-far': 'contradict each other: the later one goes less far',
  'outside-bounds': 'contradict each other: the target of one lies outside the bounds of the other',
  'bounds-apart': 'contradict each other: their bounds leave nothing in common',
};

/** A conflict in a sentence. */
export function conflictWords({ a, b, reason }: MapConflict): string {
  const metric = a.metric === null ? '' : ` on ${nameOf(a.metric)}`;
  return `Conflict${metric}: '${nameOf(a)}' (${nameOf(a.objective)}) and '${nameOf(b)}' (${nameOf(b.objective)}) ${WORDS[reason]}.`;
}
