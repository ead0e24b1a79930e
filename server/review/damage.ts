/** Declarations of which a part could not be read: what is missing from them may be hidden. */

import type { Span } from '../../grammar/tree.ts';
import type { Entity } from '../model/strategy.ts';
import { topOf } from '../model/order.ts';

/** A syntax error stands in it or in what stands in it, or follows where it seems to end: that may be part of it. */
export function isDamagedDeclaration(entity: Entity): boolean {
  if (entity.declaration.broken) return true;
  const { end } = topOf(entity).declaration.span;
  return entity.origin.chunk.chunk.problems.some(({ span }) => span.start >= end);
}

/** Whether a syntax error touches a part of the declaration. */
export function isDamagedAt({ origin }: Entity, { start, end }: Span): boolean {
  return origin.chunk.chunk.problems.some(({ span }) => span.start <= end && span.end >= start);
}
