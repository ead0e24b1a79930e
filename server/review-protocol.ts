/** What a review in the editor asks the server for, beyond protocol.ts. Types and constants only. */

import type { Risk } from './review/kinds.ts';
import type { Change, FindingEntry, Location, Range, Review, ScoreChange, Subject } from './review/review.ts';

export type { Change, FindingEntry, Location, Range, Review, Risk, ScoreChange, Subject };

/** Client to server: from now on everything is compared with this; null ends the review. */
export const reviewBaseRequest = 'throughline/reviewBase';

export interface ReviewBase {
  /** The URI of the folder from which paths count: the top of the repository, else a folder of the workspace. */
  readonly folder: string;
  /** As it was chosen: `main`. */
  readonly given: string;
  /** The commit that it is; null where it is none. */
  readonly commit: string | null;
  /** What it has of files that are not the same on the disk; every other file is as it is on the disk now. */
  readonly files: readonly BaseFile[];
}

export interface BaseFile {
  readonly uri: string;
  /** null where the base has no such file. */
  readonly base64: string | null;
}

/** Client to server: what has changed since the base by now, unsaved edits included; null without a base. */
export const reviewRequest = 'throughline/review';

export interface ReviewAnswer {
  /** Of the base: paths of the review count from it. */
  readonly folder: string;
  readonly review: Review;
  /** The comment that a pull request would get. */
  readonly markdown: string;
}

/** Client to server: the life of one thing through git, as Markdown. Refused with a reason where there is no git, or no such thing. */
export const historyRequest = 'throughline/history';

export interface HistoryParams {
  /** A document of its strategy. */
  readonly textDocument: { readonly uri: string };
  readonly id: string;
}

export interface HistoryAnswer {
  readonly markdown: string;
}
