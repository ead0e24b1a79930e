/** Where a change stands: ranges as in `check`, on the smallest text that changed. */

import type { Span } from '../../grammar/tree.ts';
import { locate } from '../rules/diagnostics.ts';
import { placeIn, placeOf } from '../rules/places.ts';
import type { Entity } from '../model/strategy.ts';
import { pathInReview, type Location } from './review.ts';
import { trimmed } from './spans.ts';

/** A part of an entity's declaration; without a part its name (of a kr without one, and of a strategy, the title). */
export function locationOf(root: string, entity: Entity | null, span: Span | null = null): Location | null {
  if (entity === null) return null;
  const { file, range } = locate(span === null ? placeOf(entity) : placeIn(entity, trimmed(entity, span)));
  return { file: pathInReview(root, file), range };
}
