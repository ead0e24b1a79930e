/** Where in head to speak of what is not there any more: on its parent's name (review.md section 6). */

import type { Entity } from '../model/strategy.ts';
import { objectiveOf } from './matching.ts';
import { locationOf } from './places.ts';
import type { Change, Location, Pairs, ReviewSide } from './review.ts';

/** By fingerprint, the place in head for each change that has none. Without a parent that is left it is not in it. */
export type Anchors = ReadonlyMap<string, Location>;

export interface AnchorsInput {
  readonly base: ReviewSide;
  readonly head: ReviewSide;
  readonly pairs: Pairs;
  readonly changes: readonly Change[];
}

/** The places for the changes of one root. */
export function anchorsOf({ base, head, pairs, changes }: AnchorsInput): Anchors {
  const anchors = new Map<string, Location>();
  for (const { fingerprint, subject, head: place } of changes) {
    const entity = place === null ? base.strategy.byId.get(subject.was ?? subject.id) : undefined;
    const location = entity === undefined ? null : locationOf(head.root, nearestInHead(entity, pairs));
    if (location !== null) anchors.set(fingerprint, location);
  }
  return anchors;
}

/** The thing itself, what it stood in, or what it served. */
function nearestInHead(entity: Entity, pairs: Pairs): Entity | null {
  const parents = [entity, objectiveOf(entity), ...entity.links.filter(({ kind }) => kind === 'supports' || kind === 'in').map(({ target }) => target)];
  for (const parent of parents) {
    const head = parent === null ? undefined : pairs.ofBase(parent)?.head;
    if (head !== undefined) return head;
  }
  return null;
}
