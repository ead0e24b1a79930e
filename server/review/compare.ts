/** The comparison of two states of one strategy by meaning (review.md sections 1 to 4): pure, and the same for command and editor. */

import { Matching } from './matching.ts';
import type { Comparison, ReviewSide } from './review.ts';

/** What changed from base to head in one root. Both sides are built with one as-of. */
export function compareStrategies(base: ReviewSide, head: ReviewSide): Comparison {
  const pairs = new Matching(base.strategy, head.strategy);
  return { changes: [], pairs, unreadable: [], complete: true, notes: pairs.notes };
}
