/** What a subcommand knows of the world it runs in. */

import type { FileSystem } from '../workspace/file-system.ts';
import type { Output } from './output.ts';

export interface Context {
  /** The current folder, links resolved, with `/`. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly fileSystem: FileSystem;
  readonly output: Output;
  readonly input: NodeJS.ReadableStream;
  readonly now: Date;
}

/** 0: done, nothing to complain of; 1: findings; 2: could not do the work. */
export type ExitStatus = 0 | 1 | 2;
