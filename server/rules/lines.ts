/** The line index of a tree, worked out once. */

import { lineIndex, type LineIndex } from '../../grammar/positions.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';

const indexes = new WeakMap<SyntaxTree, LineIndex>();
/** Places are asked for file by file. */
let latest: { readonly tree: SyntaxTree; readonly index: LineIndex } | null = null;

/** Lines and characters of the text of a file. */
export function linesOf(tree: SyntaxTree): LineIndex {
  if (latest?.tree === tree) return latest.index;
  const index = indexes.get(tree) ?? lineIndex(tree.text);
  indexes.set(tree, index);
  latest = { tree, index };
  return index;
}
