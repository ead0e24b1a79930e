/** Declarations of which a part could not be read: what is missing from them may be hidden. */

import type { PlacedChunk, Span, SyntaxTree } from '../../grammar/tree.ts';
import { firstNotBefore, topOf } from '../model/order.ts';
import type { Entity } from '../model/strategy.ts';

/** A syntax error stands in it or in what stands in it, or follows where it seems to end: that may be part of it. */
export function isDamagedDeclaration(entity: Entity): boolean {
  if (entity.declaration.broken) return true;
  const { file: { tree }, chunk } = entity.origin;
  const top = topOf(entity);
  if (top !== entity && isFollowedByDamage(entity, top)) return true;
  const { end } = top.declaration.span;
  return chunk.chunk.problems.some(({ span }) => span.start >= end) || (tree !== null && followedByDamage(tree).has(chunk));
}

/** Between it and what stands next in its objective something is wrong. */
function isFollowedByDamage({ declaration, origin }: Entity, { declaration: { children, broken } }: Entity): boolean {
  if (!broken) return false;
  const { end } = declaration.span;
  const next = children[firstNotBefore(children, (child) => child.span.start - end)]?.span.start ?? Infinity;
  return origin.chunk.chunk.problems.some(({ span }) => span.start >= end && span.start <= next);
}

/** Whether a syntax error touches a part of the declaration. */
export function isDamagedAt({ origin }: Entity, { start, end }: Span): boolean {
  return origin.chunk.chunk.problems.some(({ span }) => span.start <= end && span.end >= start);
}

const damage = new WeakMap<SyntaxTree, ReadonlySet<PlacedChunk>>();

/** The chunks after which text stands that belongs to no declaration and is wrong. */
function followedByDamage(tree: SyntaxTree): ReadonlySet<PlacedChunk> {
  let chunks = damage.get(tree);
  if (chunks === undefined) {
    chunks = new Set(before(tree.chunks));
    damage.set(tree, chunks);
  }
  return chunks;
}

function* before(chunks: readonly PlacedChunk[]): Generator<PlacedChunk> {
  let isWrong = false;
  for (const placed of chunks.toReversed()) {
    if (isWrong) yield placed;
    const { declarations, problems } = placed.chunk;
    const [first] = declarations;
    if (first === undefined) isWrong ||= problems.length > 0;
    else isWrong = problems.some(({ span }) => span.start < first.span.start);
  }
}
