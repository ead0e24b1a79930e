/** How many files of a strategy differ between two states, whether they mean the same or not. */

import type { SourceFile } from '../model/strategy.ts';
import type { RootState } from './state.ts';

/** Files that are changed or new in head; only where there are none of these, those that are removed. Line ends make no difference. */
export function differingFiles(base: RootState, head: RootState): number {
  const before = new Map(base.files.map((file) => [file.path, file]));
  const differing = head.files.filter((file) => !isSame(before.get(file.path), file)).length + Number(base.settingsText !== head.settingsText);
  if (differing > 0) return differing;
  const after = new Set(head.files.map(({ path }) => path));
  return base.files.filter(({ path }) => !after.has(path)).length;
}

function isSame(a: SourceFile | undefined, b: SourceFile): boolean {
  if (a === b) return true;
  const [before, after] = [a?.tree?.text, b.tree?.text];
  if (before === undefined || after === undefined) return false;
  // A checkout may write lines as its system does.
  return before === after || (before.length !== after.length && unixLines(before) === unixLines(after));
}

function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
