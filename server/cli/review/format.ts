/** What every format of `review` is given. */

import type { Anchors } from '../../review/anchors.ts';
import type { FailOn } from '../../review/failing.ts';
import type { Review } from '../../review/review.ts';

export interface ReviewReport {
  readonly review: Review;
  readonly anchors: Anchors;
  readonly failOn: FailOn;
  /** Where the files of the review are on the disk; null of a bare repository. */
  readonly top: string | null;
}
