/** A file's text to its syntax tree, chunk by chunk. */

import { MOST_PROBLEMS } from './parser/cursor.ts';
import { parseText, type Parsed } from './parser/parser.ts';
import { splitText } from './split.ts';
import type { Chunk, PlacedChunk, SyntaxProblem, SyntaxTree } from './tree.ts';

/** Chunks of which not all problems were told, because the chunks before them had too many. */
const SHORTENED = new WeakSet<Chunk>();

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
    const whole = text.slice(start, starts[index + 1]);
    const parsed = cut !== null && index === starts.length - 1 ? parseText(text.slice(start, cut.offset), true) : parseText(whole, false);
    const chunk = withFewProblems(whole, parsed, MOST_PROBLEMS - told);
    if (told < MOST_PROBLEMS && told + parsed.problems.length > MOST_PROBLEMS) problems.push(tooMany(start, parsed, MOST_PROBLEMS - told));
    told += chunk.problems.length;
    return { start, chunk };
  });
  if (cut !== null) problems.push(cut.problem);
  return { text, chunks, problems };
}

function withFewProblems(text: string, parsed: Parsed, most: number): Chunk {
  if (parsed.problems.length <= most) return { text, ...parsed };
  const chunk = { text, ...parsed, problems: parsed.problems.slice(0, most) };
  SHORTENED.add(chunk);
  return chunk;
}

function tooMany(start: number, { problems }: Parsed, told: number): SyntaxProblem {
  const first = problems[told]?.span ?? { start: 0, end: 0 };
  return { span: { start: start + first.start, end: start + first.end }, message: `There are more than ${MOST_PROBLEMS} syntax errors in this file. Those from here on are not listed.`, fix: null };
}

/**
 * Of each new chunk the old one with equal text, found from both ends: an edit changes what lies between. A chunk
 * that is cut is no function of its text alone, and one whose problems were not all told would stay without them.
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
    if (old === undefined || old.chunk.text.length !== end - start || SHORTENED.has(old.chunk)) return false;
    if (text.slice(start, end) !== old.chunk.text) return false;
    found[index] = old;
    return true;
  }
}
