/** What formatting must leave as it is. */

import type { SyntaxTree } from '../../../grammar/tree.ts';

const PLACES = new Set(['start', 'end', 'span', 'word', 'open', 'close']);

/** A tree without its places: what its file says, down to the spelling of values. */
export function meaningOf(tree: SyntaxTree): unknown {
  return tree.chunks.flatMap(({ chunk }) => chunk.declarations.map(withoutPlaces));
}

/** The ordinary comments, in order: their text, and whether they stand alone. */
export function commentsOf(tree: SyntaxTree): unknown {
  return tree.chunks.flatMap(({ chunk }) => chunk.comments.map(({ text, alone }) => ({ text, alone })));
}

/** For each suppression, the text of the line that it speaks of, without spaces and comments. */
export function suppressedText(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const own = /^((?:[^"/]|"(?:\\.|[^"\\])*"|\/(?!\/))*)\/\/ throughline-ignore\b/.exec(line);
    if (own === null) return [];
    if ((own[1] ?? '').trim() !== '') return [bare(own[1] ?? '')];
    return [bare(lines.slice(index + 1).find((next) => !/^\s*(?:\/\/.*)?$/.test(next)) ?? '')];
  });
}

function bare(line: string): string {
  return line.replace(/\/\/.*$/, '').replaceAll(/\s/g, '');
}

function withoutPlaces(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPlaces);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => !PLACES.has(key) || (key === 'word' && isValue(value)));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutPlaces(value)]));
}

/** The `word` of a status or evidence is a value; that of a property or measure is a place. */
function isValue(word: unknown): boolean {
  return word === null || (typeof word === 'object' && 'text' in word);
}
