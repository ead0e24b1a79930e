/** The files of a strategy by their paths. */

import { compareFiles, firstNotBefore } from '../model/order.ts';
import type { SourceFile, Strategy } from '../model/strategy.ts';

/** The file of a path; null where there is none. */
export function fileAt({ files }: Strategy, path: string): SourceFile | null {
  const sought: SourceFile = { path, tree: null };
  const file = files[firstNotBefore(files, (other) => compareFiles(other, sought))];
  return file?.path === path ? file : null;
}
