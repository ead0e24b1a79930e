/** Key results that bind one metric to what cannot both be meant (language.md section 6, `conflicting-targets`). */

import { unitsComparable } from '../../grammar/quantity.ts';
import type { KeyResult, MeasureReading, Metric, Objective, Strategy } from '../model/strategy.ts';
import { reachable } from '../model/reachability.ts';
import { equalAmounts, isBelow } from '../model/values.ts';
import { segmentKey } from './segments.ts';

/** Why two key results cannot both be meant. */
export type ConflictReason = 'opposite-directions' | 'same-day' | 'less-far' | 'outside-bounds' | 'bounds-apart';

export interface Conflict {
  /** The others, with why. */
  readonly others: readonly { readonly keyResult: KeyResult; readonly reason: ConflictReason }[];
  /** It is in conflict because of its direction. */
  readonly pullsApart: boolean;
}

/** More related places than anybody reads; without a bound they would be quadratic where everything conflicts. */
const MOST_OTHERS = 50;

const known = new WeakMap<Strategy, ReadonlyMap<KeyResult, Conflict>>();

/** Every key result that is in conflict with another one; worked out once for a strategy. */
export function targetConflicts(strategy: Strategy): ReadonlyMap<KeyResult, Conflict> {
  let conflicts = known.get(strategy);
  if (conflicts === undefined) {
    conflicts = findConflicts(strategy);
    known.set(strategy, conflicts);
  }
  return conflicts;
}

/** What a key result binds its metric to. Bounds are infinite where there are none. */
interface Binding {
  readonly keyResult: KeyResult;
  readonly reading: MeasureReading;
  readonly start: number;
  readonly end: number;
  readonly target: number | null;
  readonly low: number;
  readonly high: number;
  readonly conflict: MutableConflict;
}

interface MutableConflict {
  readonly others: { readonly keyResult: KeyResult; readonly reason: ConflictReason }[];
  pullsApart: boolean;
}

function findConflicts(strategy: Strategy): ReadonlyMap<KeyResult, Conflict> {
  const conflicts = new Map<KeyResult, Conflict>();
  const support = new Support(strategy);
  for (const bindings of bindingsOfMetrics(strategy)) {
    compareOverlapping(bindings, support);
    for (const { keyResult, conflict } of bindings) {
      if (conflict.others.length > 0) conflicts.set(keyResult, conflict);
    }
  }
  return conflicts;
}

/** What binds one metric in one segment, by the first day of the period. */
function bindingsOfMetrics(strategy: Strategy): readonly (readonly Binding[])[] {
  const byMetric = new Map<Metric, Map<string, Binding[]>>();
  for (const keyResult of strategy.keyResults) {
    const segment = segmentKey(keyResult);
    const binding = bindingOf(keyResult);
    if (binding === null || segment === null || keyResult.metric === null) continue;
    const bySegment = byMetric.get(keyResult.metric) ?? new Map<string, Binding[]>();
    byMetric.set(keyResult.metric, bySegment);
    const bindings = bySegment.get(segment);
    if (bindings === undefined) bySegment.set(segment, [binding]);
    else bindings.push(binding);
  }
  return [...byMetric.values()]
    .flatMap((bySegment) => [...bySegment.values()])
    .filter((bindings) => bindings.length > 1)
    .map((bindings) => bindings.sort((a, b) => a.start - b.start));
}

function bindingOf(keyResult: KeyResult): Binding | null {
  const { reading, objective } = keyResult;
  if (!keyResult.active || reading === null || !reading.sound || reading.kind === 'milestone' || objective.period.state !== 'known') return null;
  return {
    keyResult, reading, ...objective.period.period.days,
    target: reading.kind === 'change' ? reading.target : null,
    low: reading.low ?? -Infinity,
    high: reading.high ?? Infinity,
    conflict: { others: [], pullsApart: false },
  };
}

function compareOverlapping(bindings: readonly Binding[], support: Support): void {
  for (const [at, a] of bindings.entries()) {
    for (let other = at + 1; other < bindings.length; other += 1) {
      const b = bindings[other];
      if (b === undefined || b.start > a.end) break;
      if (a.keyResult.objective === b.keyResult.objective || (isTold(a) && isTold(b))) continue;
      const reason = conflictReason(a, b, support);
      if (reason === null) continue;
      record(a, b, reason);
      record(b, a, reason);
    }
  }
}

/** Whether nothing more can be learnt of it. */
function isTold({ conflict }: Binding): boolean {
  return conflict.pullsApart && conflict.others.length >= MOST_OTHERS;
}

function record({ conflict }: Binding, { keyResult }: Binding, reason: ConflictReason): void {
  if (reason === 'opposite-directions') conflict.pullsApart = true;
  if (conflict.others.length < MOST_OTHERS) conflict.others.push({ keyResult, reason });
}

function conflictReason(a: Binding, b: Binding, support: Support): ConflictReason | null {
  if (areOpposite(a.reading.direction, b.reading.direction)) return 'opposite-directions';
  // Where the metric's unit is not told, two measures may be in units that do not compare.
  if (a.reading.unit === null || b.reading.unit === null || !unitsComparable(a.reading.unit, b.reading.unit)) return null;
  if (isOutside(a.target, b) || isOutside(b.target, a)) return 'outside-bounds';
  if (isBelow(a.high, b.low) || isBelow(b.high, a.low)) return 'bounds-apart';
  const reason = targetsDiffer(a, b);
  return reason === null || support.joins(a.keyResult.objective, b.keyResult.objective) ? null : reason;
}

function areOpposite(a: MeasureReading['direction'], b: MeasureReading['direction']): boolean {
  return (a === 1 && b === -1) || (a === -1 && b === 1);
}

function isOutside(target: number | null, { low, high }: Binding): boolean {
  return target !== null && (isBelow(target, low) || isBelow(high, target));
}

/** Different targets for one last day, or in one direction with the later one going less far. */
function targetsDiffer(a: Binding, b: Binding): ConflictReason | null {
  const [aDay, bDay] = [a.keyResult.lastDay, b.keyResult.lastDay];
  if (a.target === null || b.target === null || aDay === null || bDay === null || sameTarget(a.target, b.target)) return null;
  if (aDay === bDay) return 'same-day';
  if (a.reading.direction === null || a.reading.direction !== b.reading.direction) return null;
  const [earlier, later] = aDay < bDay ? [a.target, b.target] : [b.target, a.target];
  if (a.reading.direction === 0) return null;
  return (a.reading.direction === 1 ? later < earlier : later > earlier) ? 'less-far' : null;
}

/** Within 1e-9, relatively too, since a target may be worked out (language.md section 5). */
function sameTarget(a: number, b: number): boolean {
  return equalAmounts(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Which objectives support which, directly or not; a key result stands for its objective. */
class Support {
  readonly #strategy: Strategy;
  #supporters: Map<Objective, Objective[]> | null = null;
  #center: Objective | null = null;
  #joined: ReadonlySet<Objective> = new Set();

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** Whether one supports the other. Cheap for many questions about one `a`. */
  joins(a: Objective, b: Objective): boolean {
    if (this.#center !== a) {
      this.#center = a;
      this.#joined = new Set([...reachable([a], supported), ...reachable([a], (objective) => this.#supportersOf(objective))]);
    }
    return this.#joined.has(b);
  }

  #supportersOf(objective: Objective): readonly Objective[] {
    this.#supporters ??= supportersByObjective(this.#strategy);
    return this.#supporters.get(objective) ?? [];
  }
}

function supported(objective: Objective): readonly Objective[] {
  const objectives: Objective[] = [];
  for (const { target } of objective.supports) {
    if (target?.kind === 'objective') objectives.push(target);
    else if (target?.kind === 'kr') objectives.push(target.objective);
  }
  return objectives;
}

function supportersByObjective({ objectives }: Strategy): Map<Objective, Objective[]> {
  const supporters = new Map<Objective, Objective[]>();
  for (const objective of objectives) {
    for (const target of supported(objective)) {
      const list = supporters.get(target);
      if (list === undefined) supporters.set(target, [objective]);
      else list.push(objective);
    }
  }
  return supporters;
}
