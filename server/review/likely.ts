/** Likely renames (review.md section 2, step 3): alike enough, each the other's best, and by far. */

import type { Entity } from '../model/strategy.ts';
import type { Identity } from './keys.ts';
import { similarity } from './similarity.ts';

/** More unmatched things of a kind on a side than this are not compared one with another. */
export const MOST_COMPARED = 200;
const ALIKE = 0.70;
const AHEAD = 0.10;
/** Differences below this are those of rounding. */
const TOLERANCE = 1e-9;

/** The pairs that are likely one thing with another name. All are of one kind. */
export function likelyPairs<E extends Entity>(base: readonly E[], head: readonly E[], identity: Identity): readonly (readonly [E, E])[] {
  const rows = base.map((one) => head.map((other) => likeness(one, other, identity)));
  const columns = head.map((_, index) => rows.map((row) => row[index] ?? 0));
  return base.flatMap((one, row): (readonly [E, E])[] => {
    const best = bestOf(rows[row] ?? []);
    if (best === null || bestOf(columns[best] ?? []) !== row) return [];
    const other = head[best];
    return other === undefined ? [] : [[one, other]];
  });
}

/** The index of the highest, where it is high enough and the next lies far enough below. */
function bestOf(values: readonly number[]): number | null {
  let best = -1;
  let next = -Infinity;
  for (const [index, value] of values.entries()) {
    if (best === -1 || value > (values[best] ?? 0)) {
      next = best === -1 ? next : values[best] ?? 0;
      best = index;
    } else {
      next = Math.max(next, value);
    }
  }
  const highest = values[best] ?? 0;
  return highest >= ALIKE - TOLERANCE && highest - next >= AHEAD - TOLERANCE ? best : null;
}

/**
 * People, teams, periods and metrics say little of themselves, and their names are half of it: they are the same by an
 * equal title, e-mail or equal dates, or not at all.
 */
function likeness(one: Entity, other: Entity, identity: Identity): number {
  switch (one.kind) {
    case 'person': return other.kind === 'person' && (sameTitle(one, other) || sameText(emailOf(one), emailOf(other))) ? 1 : 0;
    case 'team': case 'metric': return sameTitle(one, other) ? 1 : 0;
    case 'period': return other.kind === 'period' && one.days !== null && one.days.start === other.days?.start && one.days.end === other.days.end ? 1 : 0;
    default: return similarity(one, other, identity);
  }
}

function sameTitle(one: Entity, other: Entity): boolean {
  return sameText(one.title, other.title);
}

function sameText(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function emailOf({ declaration }: Entity): string | null {
  for (const property of declaration.properties) {
    if (property.name === 'email') return property.value?.value.trim().toLowerCase() ?? null;
  }
  return null;
}
