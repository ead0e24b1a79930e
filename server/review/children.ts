/** What stands in an objective that is on both sides (review.md section 2): by local id; a kr without one by title, measure, similarity. */

import { measuredParts } from '../../grammar/tree.ts';
import type { Initiative, KeyResult, Objective } from '../model/strategy.ts';
import { segmentKey } from '../rules/segments.ts';
import { groupedBy } from './bags.ts';
import { measureKey, type Identity } from './keys.ts';
import { likelyPairs, MOST_COMPARED } from './likely.ts';
import { signatureOf } from './proven.ts';
import type { Pair } from './review.ts';
import { isSameText } from './same-text.ts';

type Child = KeyResult | Initiative;
type ChildPair = Pair & { readonly base: Child; readonly head: Child };

/** The pairs among the krs and initiatives of two objectives that are the same. */
export function* matchChildren(base: Objective, head: Objective, identity: Identity): Generator<ChildPair> {
  if (isSameText(base, head)) {
    yield* inOrder(base.keyResults, head.keyResults);
    yield* inOrder(base.initiatives, head.initiatives);
    return;
  }
  yield* byLocalId(base.initiatives, head.initiatives);
  const named = [...byLocalId(base.keyResults, head.keyResults)];
  yield* named;
  const [ofBase, ofHead] = [new Set<Child>(named.map((pair) => pair.base)), new Set<Child>(named.map((pair) => pair.head))];
  const left = base.keyResults.filter((keyResult) => !ofBase.has(keyResult) && isFirstIn(keyResult, base));
  const other = head.keyResults.filter((keyResult) => !ofHead.has(keyResult) && isFirstIn(keyResult, head));
  if (left.every(isNamed) && other.every(isNamed)) return;
  yield* byContent(left, other, identity);
}

/** The children of a text that stayed, each with itself. */
function* inOrder<C extends Child>(base: readonly C[], head: readonly C[]): Generator<Pair & { readonly base: C; readonly head: C }> {
  for (const [index, child] of base.entries()) {
    const other = head[index];
    if (other?.laterThan === null && child.laterThan === null) yield { base: child, head: other, by: child.declaration.name === null ? 'content' : 'id' };
  }
}

/** First declarations of a name; all krs of a later objective are later ones, and are not looked at. */
function isFirstIn({ laterThan }: Child, objective: Objective): boolean {
  return laterThan === null && objective.laterThan === null;
}

function isNamed({ declaration }: Child): boolean {
  return declaration.name !== null;
}

function* byLocalId<C extends Child>(base: readonly C[], head: readonly C[]): Generator<Pair & { readonly base: C; readonly head: C }> {
  const named = new Map<string, C>();
  for (const child of head) {
    if (child.declaration.name !== null && child.laterThan === null) named.set(child.declaration.name.text, child);
  }
  for (const child of base) {
    const other = child.declaration.name === null || child.laterThan !== null ? undefined : named.get(child.declaration.name.text);
    if (other !== undefined) yield { base: child, head: other, by: 'id' };
  }
}

/** Pairs of which one has no id at least: equal in all, by title, by metric, segment and measure, at last by similarity. */
function* byContent(base: readonly KeyResult[], head: readonly KeyResult[], identity: Identity): Generator<ChildPair> {
  const left = { base: new Set(base), head: new Set(head) };
  const contentOf = (keyResult: KeyResult): string | null => contentKey(keyResult, identity);
  yield* equalPairs(left, (keyResult) => signatureOf(keyResult, identity), false);
  // Several of one title are told apart by their measures, and only then by their order.
  yield* equalPairs(left, (keyResult) => JSON.stringify([keyResult.title, contentOf(keyResult)]), false);
  yield* equalPairs(left, ({ title }) => title, false);
  yield* equalPairs(left, contentOf, true);
  if (left.base.size > MOST_COMPARED || left.head.size > MOST_COMPARED) return;
  for (const [one, other] of likelyPairs([...left.base], [...left.head], identity)) {
    if (!isNamed(one) || !isNamed(other)) yield { base: one, head: other, by: 'likely' };
  }
}

interface Left {
  readonly base: Set<KeyResult>;
  readonly head: Set<KeyResult>;
}

/** Takes pairs of equal key out of what is left, in the order written; `unique` where a key that stands twice tells nothing. */
function* equalPairs(left: Left, keyOf: (keyResult: KeyResult) => string | null, unique: boolean): Generator<ChildPair> {
  const others = groupedBy(left.head, keyOf);
  for (const [key, group] of groupedBy(left.base, keyOf)) {
    const candidates = others.get(key) ?? [];
    if (unique && (group.length > 1 || candidates.length > 1)) continue;
    for (const [one, other] of namelessFirst(group, candidates)) {
      left.base.delete(one);
      left.head.delete(other);
      yield { base: one, head: other, by: 'content' };
    }
  }
}

/** Pairs of two without an id, then those of which one has one; two that both have one are renames, which need proof. */
function* namelessFirst(base: readonly KeyResult[], head: readonly KeyResult[]): Generator<readonly [KeyResult, KeyResult]> {
  const parts = (keyResults: readonly KeyResult[]): readonly [KeyResult[], KeyResult[]] =>
    [keyResults.filter((keyResult) => !isNamed(keyResult)), keyResults.filter(isNamed)];
  const [[nameless, named], [otherNameless, otherNamed]] = [parts(base), parts(head)];
  yield* together(nameless, otherNameless);
  const [left, otherLeft] = [nameless.slice(otherNameless.length), otherNameless.slice(nameless.length)];
  yield* together(left, otherNamed);
  yield* together(named, otherLeft);
}

function* together(base: readonly KeyResult[], head: readonly KeyResult[]): Generator<readonly [KeyResult, KeyResult]> {
  for (const [index, one] of base.entries()) {
    const other = head[index];
    if (other !== undefined) yield [one, other];
  }
}

/** Metric, segment and measure; null without a measure. */
function contentKey(keyResult: KeyResult, identity: Identity): string | null {
  const measure = measuredParts(keyResult.declaration).find((part) => part.measure !== null)?.measure ?? null;
  if (measure === null) return null;
  return JSON.stringify([keyResult.metric === null ? null : identity(keyResult.metric), segmentKey(keyResult), measureKey(measure)]);
}
