/** The life of one thing, ready to be written in any format. */

import type { EntityKind } from '../../../model/strategy.ts';
import type { Change } from '../../../review/review.ts';
import type { Commit } from '../commits.ts';

export interface LifeEntry {
  readonly commit: Commit;
  /** What the thing was called after it (of what was removed, before it). */
  readonly id: string;
  readonly changes: readonly Change[];
}

export interface Life {
  readonly subject: { readonly root: string; readonly type: EntityKind; readonly id: string; readonly title: string | null };
  /** False where it is not there any more. */
  readonly exists: boolean;
  /** The revision after which it was looked at; null for all of the history. */
  readonly since: string | null;
  /** Newest first. */
  readonly entries: readonly LifeEntry[];
  /** The history does not reach back to its beginning: a shallow clone. */
  readonly isCut: boolean;
}

/** Digits of a commit's id for people. */
export const SHORT_ID = 9;

export const CUT = 'This is a shallow clone: what happened before is not here (git fetch --unshallow gets it).';

/** The author's day. */
export function dayText({ date }: Commit): string {
  return date.slice(0, 'YYYY-MM-DD'.length);
}

/** What a message says in its first line. */
export function firstLine({ message }: Commit): string {
  return message.split('\n', 1)[0] ?? '';
}
