/** From revisions or folders to a review: what the command, the Action and the history of a strategy rest on. */

import type { Day } from '../../../grammar/calendar.ts';
import { reviewStates, type AnchoredReview } from '../../review/review-states.ts';
import { Sources } from '../git/sources.ts';
import { UsageError } from '../output.ts';
import { readComparison, type Asked, type Surroundings } from './comparison.ts';

export interface ReviewOptions {
  /** The day by which both sides are judged; null leaves it to head's settings, else to today. */
  readonly asOf: Day | null;
  readonly today: Day;
  /** The reasons of accepted changes, by fingerprint. */
  readonly accepted: ReadonlyMap<string, string>;
}

/** What a caller is told of a long run. */
export interface ReviewProgress {
  /** One more strategy file is there. */
  readonly onFile: () => void;
  /** All files are; from now on they are compared. */
  readonly onComparing: () => void;
}

const NOBODY_LOOKS: ReviewProgress = { onFile: () => undefined, onComparing: () => undefined };

export interface Reviewed extends AnchoredReview {
  /** Where the files of the review are on the disk: its paths count from here. null of a bare repository. */
  readonly top: string | null;
}

/** Reads both sides and compares them. Rejects with `UsageError` where that cannot be done, in one line that says what to do. */
export async function reviewOf(surroundings: Surroundings, asked: Asked, options: ReviewOptions, progress: ReviewProgress = NOBODY_LOOKS): Promise<Reviewed> {
  const { base, head, baseState, headState, top } = await readComparison(surroundings, asked, new Sources(progress.onFile));
  if (baseState.roots.size === 0 && headState.roots.size === 0) {
    throw new UsageError('no strategy file on either side; the name of a strategy file ends in .strategy');
  }
  progress.onComparing();
  return { ...reviewStates({ base, head, baseState, headState, ...options }), top };
}
