/** The rule of every merge of three: what only one side changed is taken from that side. */

import { NOTHING, type Part } from './items.ts';

/** What became of a value that base, ours and theirs have; ours where both changed it. */
export function pick<T>(base: T, ours: T, theirs: T): T {
  return ours === base ? theirs : ours;
}

/**
 * The part that holds, by what it says; where both sides say the same, in the layout that one of them changed. Null
 * where both changed it to different things. `undefined` is a part that is not there.
 */
export function threeWay(base: Part | undefined, ours: Part | undefined, theirs: Part | undefined): Part | null {
  const [b = NOTHING, o = NOTHING, t = NOTHING] = [base, ours, theirs];
  if (o.signature === t.signature) return o.text === b.text ? t : o;
  if (o.signature === b.signature) return t;
  if (t.signature === b.signature) return o;
  return null;
}

/**
 * The keys of both sides in one order: that of ours, unless theirs alone changed the order of what was there before.
 * What the other side added stands after what it stood after there.
 */
export function mergedOrder(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const before = base.filter((key) => inOurs.has(key) && inTheirs.has(key));
  const common = new Set(before);
  const keepsOrder = (side: readonly string[]): boolean => side.filter((key) => common.has(key)).every((key, index) => key === before[index]);
  const followsTheirs = keepsOrder(ours) && !keepsOrder(theirs);
  const [skeleton, other] = followsTheirs ? [theirs, ours] : [ours, theirs];
  const [inSkeleton, inOther] = followsTheirs ? [inTheirs, inOurs] : [inOurs, inTheirs];
  const additions = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const key of other) {
    if (inSkeleton.has(key)) anchor = key;
    else {
      const list = additions.get(anchor);
      if (list === undefined) additions.set(anchor, [key]);
      else list.push(key);
    }
  }
  const order: string[] = [];
  let pending: readonly string[] = additions.get(null) ?? [];
  for (const key of skeleton) {
    // What both sides added at one place stands one after the other.
    if (inOther.has(key)) {
      order.push(...pending);
      pending = additions.get(key) ?? [];
    }
    order.push(key);
  }
  return [...order, ...pending];
}
