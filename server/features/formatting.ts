/** Format document: the canonical layout, as edits of the lines that differ. */

import type { TextEdit } from 'vscode-languageserver-types';
import { formatTree } from '../../grammar/format.ts';
import { rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** No edit where the file has syntax errors: what could not be read must not be moved. */
export function formatting({ document: { tree } }: Snapshot): TextEdit[] {
  const formatted = formatTree(tree);
  const { text } = tree;
  if (formatted === null || formatted === text) return [];
  const start = commonLines(text, formatted);
  const end = commonEnd(text.slice(start), formatted.slice(start));
  return [{ range: rangeOf(tree, { start, end: text.length - end }), newText: formatted.slice(start, formatted.length - end) }];
}

/** The length of the lines that both begin with. */
function commonLines(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return a.lastIndexOf('\n', same - 1) + 1;
}

/** The length of what both end with, from the start of a line on. */
function commonEnd(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1;
  const lineEnd = a.indexOf('\n', a.length - same);
  return lineEnd === -1 ? 0 : a.length - lineEnd - 1;
}
