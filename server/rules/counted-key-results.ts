/** The key results of an objective that rules count. */

import type { KeyResult, Objective } from '../model/strategy.ts';

/** Those not dropped. Later declarations of a name are in no number (language.md section 5). */
export function countedKeyResults(objective: Objective): readonly KeyResult[] {
  return writtenKeyResults(objective).filter((keyResult) => keyResult.laterThan === null);
}

/**
 * Those not dropped, later declarations of a name among them: a rule that finds too few asks these, since the
 * doubled name is the one mistake.
 */
export function writtenKeyResults(objective: Objective): readonly KeyResult[] {
  return objective.keyResults.filter((keyResult) => keyResult.status.value !== 'dropped');
}
