/** When too much is on at once. */

import type { Day } from '../../grammar/calendar.ts';

/** Something that weighs on every day from `start` to `end`, both included. */
export interface Load<T> {
  readonly item: T;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Differences below this are none (language.md section 5). */
const TOLERANCE = 1e-9;

/**
 * The first day from `from` on, on which the loads weigh more than `limit` together, with what is on then; null
 * where there is none. Weights are 0 or more. Sweeps over the days on which something begins: n log n.
 */
export function firstOverload<T>(loads: readonly Load<T>[], from: Day, limit: number): { readonly day: Day; readonly items: readonly T[] } | null {
  if (loads.reduce((sum, { weight }) => sum + weight, 0) - limit < TOLERANCE) return null;
  const current = loads.filter((load) => load.end >= from).map((load) => ({ ...load, start: Math.max(load.start, from) }));
  const begins = [...current].sort((a, b) => a.start - b.start);
  const ends = [...current].sort((a, b) => a.end - b.end);
  let sum = 0;
  let ended = 0;
  for (const [at, load] of begins.entries()) {
    for (let next = ends[ended]; next !== undefined && next.end < load.start; next = ends[ended]) {
      sum -= next.weight;
      ended += 1;
    }
    sum += load.weight;
    if (begins[at + 1]?.start === load.start || sum - limit < TOLERANCE) continue;
    const day = load.start;
    return { day: day as Day, items: current.filter((other) => other.start <= day && other.end >= day).map((other) => other.item) };
  }
  return null;
}
