/** What makes `review --fail-on` fail (review.md section 6). */

import { RISKS, type Risk } from './kinds.ts';
import type { Change, FindingEntry, Review } from './review.ts';

export const FAIL_ON = ['high', 'medium', 'low', 'none'] as const;
/** The risk from which on a review fails. */
export type FailOn = typeof FAIL_ON[number];

/** Whether a risk is at or above another. */
export function isAtLeast(risk: Risk, limit: Risk): boolean {
  return RISKS.indexOf(risk) <= RISKS.indexOf(limit);
}

/** A change that is not accepted and is at or above the limit. */
export function changeFails({ risk, accepted }: Pick<Change, 'risk' | 'accepted'>, failOn: FailOn): boolean {
  return failOn !== 'none' && accepted === null && isAtLeast(risk, failOn);
}

/** An introduced finding: an error counts as high, a warning as medium, anything else as nothing. */
export function findingFails({ severity }: Pick<FindingEntry, 'severity'>, failOn: FailOn): boolean {
  if (failOn === 'none') return false;
  return severity === 'error' || (severity === 'warning' && isAtLeast('medium', failOn));
}

/** Whether a review fails: by a change, by a finding that it introduces, or because it is incomplete. */
export function hasFailed({ changes, findings, complete }: Pick<Review, 'changes' | 'findings' | 'complete'>, failOn: FailOn): boolean {
  if (failOn === 'none') return false;
  return !complete || changes.some((change) => changeFails(change, failOn)) || findings.introduced.some((finding) => findingFails(finding, failOn));
}
