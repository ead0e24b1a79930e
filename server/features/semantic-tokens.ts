/** Semantic tokens: every word of a file by what it means, whole, in part, and as the difference to the last answer. */

import type {
  Position, Range, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit,
} from 'vscode-languageserver-types';
import type { SyntaxTree } from '../../grammar/tree.ts';
import { linesOf } from '../rules/lines.ts';
import { chunkAt, offsetOf } from './places.ts';
import { chunkTokens, MODIFIERS, TYPES, type Token } from './semantic-words.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

/** The names of types and modifiers, by the numbers that stand for them. */
export const legend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

/** All tokens of a file. */
export function semanticTokens(snapshot: Snapshot, _params: unknown, token: Cancellation): SemanticTokens {
  const data = encode(snapshot, 0, snapshot.document.tree.chunks.length, token);
  return { resultId: remember(snapshot.document.uri, data), data };
}

/** What changed since the answer that the client had; all tokens where that one is forgotten. */
export function semanticTokensDelta(
  snapshot: Snapshot, { previousResultId }: { readonly previousResultId: unknown }, token: Cancellation,
): SemanticTokens | SemanticTokensDelta {
  const previous = answers.get(snapshot.document.uri);
  const whole = semanticTokens(snapshot, null, token);
  if (previous === undefined || previous.id !== previousResultId) return whole;
  return { resultId: whole.resultId ?? '', edits: difference(previous.data, whole.data) };
}

/** The tokens of the declarations that a range touches. */
export function semanticTokensRange(snapshot: Snapshot, { range }: { readonly range: Range }, token: Cancellation): SemanticTokens {
  const { tree } = snapshot.document;
  const indexAt = (position: Position): number => {
    const chunk = chunkAt(tree, offsetOf(tree, position));
    return chunk === undefined ? 0 : tree.chunks.indexOf(chunk);
  };
  return { data: encode(snapshot, indexAt(range.start), indexAt(range.end) + 1, token) };
}

/** What was last answered, for so many documents at most. */
const REMEMBERED = 50;
const answers = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
let answered = 0;

function remember(uri: string, data: readonly number[]): string {
  answered += 1;
  const id = String(answered);
  answers.delete(uri);
  answers.set(uri, { id, data });
  const [oldest] = answers.keys();
  if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
  return id;
}

/** One edit: what is between the equal beginning and the equal end. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (start === before.length && start === after.length) return [];
  return [{ start, deleteCount: before.length - end - start, data: after.slice(start, after.length - end) }];
}

/** The chunks from `first` up to `end` as the protocol has them: five numbers a token, places from the token before. */
function encode(snapshot: Snapshot, first: number, end: number, token: Cancellation): number[] {
  const { tree } = snapshot.document;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  const file = snapshot.analysis === null ? null : { strategy: snapshot.analysis.strategy, path: snapshot.document.path };
  for (const placed of tree.chunks.slice(first, end)) {
    if (token.isCancellationRequested) break;
    for (const one of chunkTokens(placed.chunk, file)) {
      for (const part of partsByLine(tree, placed.start, one)) {
        data.push(part.line - line, part.line === line ? part.character - character : part.character, part.length, one.type, one.modifiers);
        ({ line, character } = part);
      }
    }
  }
  return data;
}

/** A token in parts of one line: few clients take one of several lines. */
function* partsByLine(tree: SyntaxTree, base: number, { start, end }: Token): Generator<{ line: number; character: number; length: number }> {
  const lines = linesOf(tree);
  let place = base + start;
  while (place < base + end) {
    const { line, character } = lines.positionAt(place);
    const next = lines.starts[line + 1] ?? Infinity;
    const stop = Math.min(base + end, lines.offsetAt({ line, character: Infinity }));
    if (stop > place) yield { line, character, length: stop - place };
    place = next;
  }
}
