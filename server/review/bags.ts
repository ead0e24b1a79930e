/** Lists in which order says nothing: what one has more of than another, and which items of both go together. Linear. */

/** The items that are in the one list and not, or less often, in the other; the first ones count as those that are. */
export function missingFrom<T>(items: readonly T[], others: readonly T[], keyOf: (item: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return items.filter((item) => {
    const key = keyOf(item);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

export interface Paired<T> {
  readonly pairs: readonly (readonly [T, T])[];
  /** What is left of each list. */
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** Pairs items of equal key, the first with the first, as often as a key stands in both. */
export function pairUp<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Paired<T> {
  const waiting = groupedBy(after, keyOf);
  const next = new Map<string, number>();
  const pairs: (readonly [T, T])[] = [];
  const taken = new Set<T>();
  for (const item of before) {
    const key = keyOf(item);
    const index = next.get(key) ?? 0;
    const other = waiting.get(key)?.[index];
    if (other === undefined) continue;
    next.set(key, index + 1);
    pairs.push([item, other]);
    taken.add(item).add(other);
  }
  return { pairs, before: before.filter((item) => !taken.has(item)), after: after.filter((item) => !taken.has(item)) };
}

/** The items by key, each group in their order; those without a key are left out. */
export function groupedBy<T>(items: Iterable<T>, keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
