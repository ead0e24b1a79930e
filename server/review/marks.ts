/** What a review says of each thing, for the map of changes. */

import type { ChangeMark } from '../views/view.ts';
import type { Change } from './review.ts';
import { stepOf } from './words.ts';

/** The marks of one root: by id on the head side, of what was removed by id on the base side. */
export function changeMarks(changes: readonly Change[]): ReadonlyMap<string, ChangeMark> {
  const marks = new Map<string, ChangeMark>();
  // In the order of a review the first change of a thing is the one with the highest risk.
  for (const change of changes) {
    const { id, was } = change.subject;
    const known = marks.get(id);
    if (known === undefined) marks.set(id, { change: whatBecameOf(change), was, note: noteOf(change) });
    else if (whatBecameOf(change) !== 'changed') marks.set(id, { ...known, change: whatBecameOf(change) });
  }
  return marks;
}

function whatBecameOf({ kind, subject: { type } }: Change): ChangeMark['change'] {
  return kind === `${type}-added` ? 'added' : kind === `${type}-removed` ? 'removed' : 'changed';
}

/** `target lowered 35% → 30%`; what is new or gone needs no word. */
function noteOf(change: Change): string | null {
  if (whatBecameOf(change) !== 'changed') return null;
  const words = change.kind === 'property-changed' ? change.property ?? 'changed' : change.kind.replaceAll('-', ' ');
  const step = stepOf(change);
  return step === null ? words : `${words} ${step}`;
}
