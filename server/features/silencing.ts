/** The comment that silences a finding (language.md section 4). */

import type { Range } from 'vscode-languageserver-types';
import { parseFile } from '../../grammar/parse.ts';
import type { SyntaxTree } from '../../grammar/tree.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { linesOf } from '../rules/lines.ts';

/** An insertion: what stands before the reason, the words that stand in for it, what stands after it. */
export interface SilencingComment {
  readonly range: Range;
  readonly before: string;
  readonly reason: string;
  readonly after: string;
}

/** What cannot be silenced. */
const NEVER: ReadonlySet<string> = new Set(['syntax', 'settings', 'suppression-without-reason', 'unused-suppression']);

/** A comment on a line of its own above the finding, as far in; null where none can silence it. */
export function silencing(tree: SyntaxTree, { code, range }: Diagnostic): SilencingComment | null {
  if (NEVER.has(code)) return null;
  const lines = linesOf(tree);
  const position = { line: aboveDocumentation(tree, range.start.line), character: 0 };
  const offset = lines.offsetAt(position);
  const indentation = /^[^\S\r\n]*/.exec(lineAt(tree, position.line))?.[0] ?? '';
  const before = `${indentation}// throughline-ignore ${code}: `;
  const after = endOfLine(tree.text);
  // The line may begin inside a string of several lines, where a comment would be text.
  const changed = parseFile(`${tree.text.slice(0, offset)}${before}${after}${tree.text.slice(offset)}`, tree);
  const start = offset + indentation.length;
  const isComment = changed.chunks.some((placed) => placed.chunk.comments.some((comment) => placed.start + comment.start === start));
  return isComment ? { range: { start: position, end: position }, before, reason: 'why this is well', after } : null;
}

/** The first of the documentation lines directly above a line, which a comment between would part from it. */
function aboveDocumentation(tree: SyntaxTree, line: number): number {
  let first = line;
  while (first > 0 && lineAt(tree, first - 1).trimStart().startsWith('///')) first -= 1;
  return first;
}

function lineAt(tree: SyntaxTree, line: number): string {
  const lines = linesOf(tree);
  return tree.text.slice(lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line: line + 1, character: 0 }));
}

/** The line end that the file has already. */
function endOfLine(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
