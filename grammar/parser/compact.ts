/** Arrays of a tree that stays in memory. */

const NOTHING: readonly never[] = Object.freeze([]);

/** The same elements without the room for more that an array keeps after it has grown. */
export function compact<T>(elements: readonly T[]): readonly T[] {
  return elements.length === 0 ? NOTHING : elements.slice();
}
