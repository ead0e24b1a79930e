/** Parts of the sentences in which changes are told. */

import { kindWord, label } from '../model/naming.ts';
import type { Entity } from '../model/strategy.ts';

/** `1 key result`, `3 key results`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** ` from 35% to 30%`; of what was not there or is no more, the half of it. */
export function wasIs(before: string | null, after: string | null): string {
  if (before !== null && before === after) return `: it is written as before, and ${after} means something else now`;
  if (before !== null && after !== null) return ` from ${before} to ${after}`;
  if (before !== null) return `; it was ${before}`;
  return after === null ? '' : `: ${after}`;
}

/** `keep in place of win`, `keep`, `nothing any more (it was win)`. */
export function inPlace(before: string | null, after: string | null): string {
  if (after === null) return before === null ? 'nothing' : `nothing any more (it was ${before})`;
  if (before === after) return `${after}, a name that means something else now`;
  return before === null ? after : `${after} in place of ${before}`;
}

/** `a`, `a and b`, `a, b and c`; of many the first and how many more. */
export function enumerated(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** Kind and title at the start of a sentence, where the id says nothing new: `Goal 'Win the mid-market'`. */
export function wordAndTitle(entity: Entity): string {
  const word = kindWord(entity.kind);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${entity.title === null ? '' : ` '${entity.title}'`}`;
}

/** Kind, title and id within a sentence: `goal 'Win the mid-market' (win-midmarket)`. */
export function midLabel(entity: Entity): string {
  const text = label(entity);
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
