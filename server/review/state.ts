/** What a review is told of one state of one strategy: its files, however they were read. */

import type { SourceFile } from '../model/strategy.ts';

/** Something that could not be read, and why in a few words. */
export interface UnreadablePath {
  /** Below the root; '' is the root itself. */
  readonly path: string;
  readonly reason: string;
}

/** One strategy as it stands in one state. */
export interface RootState {
  /** The root's folder, below the top of the repository or below the folder named; `.` for that itself. */
  readonly root: string;
  /** By path; those that could not be read have no tree. What is equal on both sides is best the same object. */
  readonly files: readonly SourceFile[];
  /** The text of its `throughline.json`; null without one, or where it could not be read. */
  readonly settingsText: string | null;
  /** Files and folders that could not be read, by path. */
  readonly unreadable: readonly UnreadablePath[];
}

export interface State {
  /** By their root. A root without a file and without settings is none. */
  readonly roots: ReadonlyMap<string, RootState>;
  /** The commits of submodules, by path. */
  readonly submodules: ReadonlyMap<string, string>;
}
