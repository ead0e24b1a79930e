/** A file's text to its syntax tree, chunk by chunk. */

import { parseText } from './parser/parser.ts';
import { splitText } from './split.ts';
import type { PlacedChunk, Span, SyntaxProblem, SyntaxTree } from './tree.ts';

/** More syntax errors than this in one file are not told one by one. */
export const MOST_PROBLEMS = 1000;

/** Reads a file. Never throws, whatever the text. Chunks of `previous` with equal text are taken over as they are. */
export function parseFile(text: string, previous?: SyntaxTree): SyntaxTree {
  const { starts, cut } = splitText(text);
  const old = reusable(text, starts, cut !== null, previous);
  const problems: SyntaxProblem[] = [];
  let told = 0;
  const chunks = starts.map((start, index): PlacedChunk => {
    const reused = old[index];
    if (reused !== undefined && told + reused.chunk.problems.length <= MOST_PROBLEMS) {
      told += reused.chunk.problems.length;
      return reused.start === start ? reused : { start, chunk: reused.chunk };
    }
    const isCut = cut !== null && index === starts.length - 1;
    const part = text.slice(start, starts[index + 1]);
    const whole = previous === undefined ? part : detached(part);
    const { declarations, problems: found, comments, untold } = parseText(isCut ? text.slice(start, cut.offset) : whole, MOST_PROBLEMS - told, isCut);
    if (untold !== null && problems.length === 0) problems.push(tooMany({ start: start + untold.start, end: start + untold.end }));
    told += found.length;
    return { start, chunk: { text: whole, declarations, problems: found, comments } };
  });
  if (cut !== null) problems.push(cut.problem);
  return { text, chunks, problems, isCut: cut !== null };
}

/**
 * The same text with memory of its own: a part of a text keeps all of it in memory, and while a file is edited there is
 * another one with every keystroke.
 */
function detached(part: string): string {
  return ` ${part}`.slice(1);
}

function tooMany(span: Span): SyntaxProblem {
  const message = `There are more than ${MOST_PROBLEMS} syntax errors in this file. Those from here on are not listed.`;
  return { span, message, fix: null };
}

/**
 * Of each new chunk the old one with equal text, found from both ends: an edit changes what lies between. A chunk
 * that is cut is no function of its text alone, nor one whose problems were not all told; a file that holds one says so.
 */
function reusable(text: string, starts: readonly number[], isCut: boolean, previous: SyntaxTree | undefined): readonly (PlacedChunk | undefined)[] {
  const found: (PlacedChunk | undefined)[] = [];
  if (previous === undefined || previous.problems.length > 0) return found;
  const { chunks } = previous;
  const count = isCut ? starts.length - 1 : starts.length;
  let first = 0;
  for (; first < Math.min(count, chunks.length); first += 1) {
    if (!take(first, first)) break;
  }
  if (isCut) return found;
  for (let fromEnd = 1; fromEnd <= Math.min(count, chunks.length) - first; fromEnd += 1) {
    if (!take(count - fromEnd, chunks.length - fromEnd)) break;
  }
  return found;

  function take(index: number, oldIndex: number): boolean {
    const old = chunks[oldIndex];
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    if (old?.chunk.text.length !== end - start) return false;
    if (text.slice(start, end) !== old.chunk.text) return false;
    found[index] = old;
    return true;
  }
}
