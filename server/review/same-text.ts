/** Declarations of which the text stayed: most of a strategy, and nothing of it need be looked at. */

import type { Chunk } from '../../grammar/tree.ts';
import type { Entity } from '../model/strategy.ts';

const compared = new WeakMap<Chunk, { readonly other: Chunk; readonly same: boolean }>();

/** Whether two things stand at the same place of equal text. */
export function isSameText(base: Entity, head: Entity): boolean {
  const [one, other] = [base.origin.chunk.chunk, head.origin.chunk.chunk];
  if (one === other) return base.declaration === head.declaration;
  return base.declaration.span.start === head.declaration.span.start && base.declaration.kind === head.declaration.kind && sameChunk(one, other);
}

/** Things of one chunk come one after another: it is compared once. */
function sameChunk(one: Chunk, other: Chunk): boolean {
  const known = compared.get(one);
  if (known?.other === other) return known.same;
  const same = one.text === other.text;
  compared.set(one, { other, same });
  return same;
}
