/** Phrases that messages are made of. */

import type { Span } from '../../grammar/tree.ts';
import { kindWord } from '../model/naming.ts';
import type { Entity, EntityKind } from '../model/strategy.ts';

/** `a, b and c`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] ?? ''}`;
}

/** The first few of many ids, and how many are left out: `a, b, c and 4 more`. */
export function namedUpTo(ids: readonly string[], most: number): string {
  if (ids.length <= most) return ids.join(', ');
  return `${ids.slice(0, most).join(', ')} and ${ids.length - most} more`;
}

/** `a goal`, `an objective`. */
export function withArticle(kind: EntityKind): string {
  const word = kindWord(kind);
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** `a goal, an objective or a key result`. */
export function anyOf(kinds: readonly EntityKind[]): string {
  return listed(kinds.map(withArticle), 'or');
}

/** A part of a chunk's text as written, on one line. */
export function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** A part of an entity's declaration as written, on one line. */
export function written(entity: Entity, span: Span): string {
  return oneLine(entity.origin.chunk.chunk.text, span);
}

/** The words of a suggestion: ` Did you mean 'a' or 'b'?`, with a space before; nothing where there is none. */
export function suggestion(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Did you mean ${listed(names.map((name) => `'${name}'`), 'or')}?`;
}
