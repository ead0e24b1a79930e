/** The line index of a tree, worked out once. */

import { lineIndex, type LineIndex } from '../../grammar/positions.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';

const indexes = new WeakMap<SyntaxTree, LineIndex>();

/** Lines and characters of the text of a file. */
export function linesOf(tree: SyntaxTree): LineIndex {
  let index = indexes.get(tree);
  if (index === undefined) {
    index = lineIndex(tree.text);
    indexes.set(tree, index);
  }
  return index;
}
