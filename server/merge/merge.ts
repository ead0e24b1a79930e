/**
 * Merges two versions of a strategy file that began as one: declaration by declaration, property by property. What only
 * one side changed holds; what both changed to different things is left to people, between the marks that git uses.
 */

import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';
import { movesOf, withKeysOfBase } from './identity.ts';
import { ItemMerger } from './item-merger.ts';
import type { FileItems } from './items.ts';
import { convertedTo, lineEndsOf } from './line-ends.ts';
import { readItems } from './read.ts';
import { pick } from './three-way.ts';

export interface MergeOptions {
  /** How many characters a mark of a conflict has; git says 7. */
  readonly markerSize: number;
}

export interface Merged {
  readonly text: string;
  /** How many places are left to people. */
  readonly conflicts: number;
}

/**
 * The merged text; null where a version has syntax errors (or marks of an older conflict) and is not understood. Both
 * ways to resolve all conflicts give a text without syntax errors.
 */
export function mergeTexts(base: string, ours: string, theirs: string, { markerSize }: MergeOptions): Merged | null {
  if (ours === theirs || base === theirs) return { text: ours, conflicts: 0 };
  if (base === ours) return { text: theirs, conflicts: 0 };
  const trees = [base, ours, theirs].map((text) => parseFile(text));
  const [baseTree, ourTree, theirTree] = trees;
  if (baseTree === undefined || ourTree === undefined || theirTree === undefined || trees.some(isDamaged)) return null;
  const lineEnds = lineEndsOf(base, ours, theirs);
  const marks = { size: markerSize, lineEnd: lineEnds.added };
  const { text, conflicts } = mergeItems(readItems(baseTree), readItems(ourTree), readItems(theirTree), marks);
  const converted = convertedTo(text, lineEnds);
  if (conflicts > 0) return { text: converted, conflicts };
  const ended = endedLike(converted, pick(endsLine(base), endsLine(ours), endsLine(theirs)));
  const tree = parseFile(ended);
  if (isDamaged(tree)) return null;
  return { text: isCanonical(ourTree) && isCanonical(theirTree) ? formatTree(tree) ?? ended : ended, conflicts };
}

function mergeItems(base: FileItems, ours: FileItems, theirs: FileItems, marks: { readonly size: number; readonly lineEnd: string }): Merged {
  const [ourItems, theirItems] = [withKeysOfBase(base.items, ours.items), withKeysOfBase(base.items, theirs.items)];
  const merger = new ItemMerger(movesOf(base.items, ourItems, theirItems), marks);
  const text = merger.merge(base.items, ourItems, theirItems, '') + pick(base.tail, ours.tail, theirs.tail);
  return { text, conflicts: merger.conflicts };
}

function isDamaged({ problems, chunks }: SyntaxTree): boolean {
  return problems.length > 0 || chunks.some(({ chunk }) => chunk.problems.length > 0);
}

function isCanonical(tree: SyntaxTree): boolean {
  return formatTree(tree) === tree.text;
}

function endsLine(text: string): boolean {
  return text === '' || /[\r\n]$/.test(text);
}

function endedLike(text: string, endsWithLine: boolean): string {
  return endsWithLine ? text : text.replace(/(?:\r\n|\r|\n)$/, '');
}
