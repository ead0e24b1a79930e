/** The merge of one line that both sides changed. */

import type { Item, Part } from './items.ts';
import { mergedOrder, threeWay } from './three-way.ts';

const NO_PARTS: ReadonlyMap<string, Part> = new Map();

/** The parts of a header or property merged one by one; null where two changes meet in one part. */
export function mergedParts(base: Item | undefined, ours: Item, theirs: Item): string | null {
  const versions = base === undefined ? [ours, theirs] : [base, ours, theirs];
  if (!versions.every(isMadeOfParts)) return null;
  const before = base?.parts ?? NO_PARTS;
  const keys = mergedOrder([...before.keys()], [...ours.parts.keys()], [...theirs.parts.keys()]).toSorted((a, b) => rank(a) - rank(b));
  const texts: string[] = [];
  for (const key of keys) {
    const part = threeWay(before.get(key), ours.parts.get(key), theirs.parts.get(key));
    if (part === null) return null;
    if (part.signature !== '') texts.push(part.text.trim());
  }
  return texts.join(' ');
}

/** `now` and `by` stand after the measure that they belong to. */
function rank(part: string): number {
  return part.startsWith('now') || part.startsWith('by') ? 1 : 0;
}

/** The parts leave nothing out: no comment stands between them. */
function isMadeOfParts({ parts, core, declaration }: Item): boolean {
  const { signature } = declaration?.header ?? core;
  return [...parts.values()].map((part) => part.signature).join('') === signature;
}

/**
 * A list of names with what either side added and without what either side removed; null where that is no list, would
 * be an empty one, or both sides put something in the place of something else.
 */
export function mergedList(base: Item | undefined, ours: Item, theirs: Item): string | null {
  const [b, o, t] = [base === undefined ? [] : base.list, ours.list, theirs.list];
  const word = ours.parts.get('word');
  if (b === null || o === null || t === null || word === undefined || ![ours, theirs].every(isMadeOfParts)) return null;
  const [before, inOurs, inTheirs] = [new Set(b), new Set(o), new Set(t)];
  const replaces = (side: ReadonlySet<string>): boolean => b.some((name) => !side.has(name)) && [...side].some((name) => !before.has(name));
  if (replaces(inOurs) && replaces(inTheirs)) return null;
  const names = [...o.filter((name) => inTheirs.has(name) || !before.has(name)), ...t.filter((name) => !before.has(name) && !inOurs.has(name))];
  return names.length === 0 ? null : `${word.text} ${names.join(', ')}`;
}
