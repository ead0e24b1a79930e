/** Key results that bind one metric to what cannot both be meant (language.md section 6, `conflicting-targets`). */

import type { Day } from '../../grammar/calendar.ts';
import { unitsComparable, type RatedUnit } from '../../grammar/quantity.ts';
import { BLOCK } from '../model/bit-graph.ts';
import { compareEntities } from '../model/order.ts';
import type { KeyResult, MeasureReading, Metric, Strategy } from '../model/strategy.ts';
import { equalAmounts, isBelow } from '../model/values.ts';
import type { Overview } from './overview.ts';
import { segmentKey } from './segments.ts';
import { SupportRelations, type Joined } from './support-relations.ts';

/** Why two key results cannot both be meant. */
export type ConflictReason = 'opposite-directions' | 'same-day' | 'less-far' | 'outside-bounds' | 'bounds-apart';

export interface Conflict {
  /** The others, with why. */
  readonly others: readonly { readonly keyResult: KeyResult; readonly reason: ConflictReason }[];
  /** It is in conflict because of its direction. */
  readonly pullsApart: boolean;
}

/** More related places than anybody reads; without a bound they would be quadratic where everything conflicts. */
const MOST_OTHERS = 25;

/** The conflicts of a strategy, worked out metric by metric when asked for. */
export class TargetConflicts {
  readonly #hasCircles: boolean;
  readonly #known = new Map<Metric, ReadonlyMap<KeyResult, Conflict>>();

  constructor({ cycles }: Strategy) {
    this.#hasCircles = cycles.some(({ kind }) => kind === 'supports');
  }

  /** That of a key result; null where it is in none. */
  of(keyResult: KeyResult): Conflict | null {
    const { metric } = keyResult;
    if (metric === null) return null;
    let conflicts = this.#known.get(metric);
    if (conflicts === undefined) {
      conflicts = conflictsOn(metric, this.#hasCircles);
      this.#known.set(metric, conflicts);
    }
    return conflicts.get(keyResult) ?? null;
  }
}

/** For `Overview.once`. */
export function findTargetConflicts({ strategy }: Overview): TargetConflicts {
  return new TargetConflicts(strategy);
}

/** What key results of the same words and days bind their metric to, alike. Bounds are infinite where there are none. */
interface Binding {
  readonly start: number;
  readonly end: number;
  readonly lastDay: Day | null;
  readonly direction: MeasureReading['direction'];
  readonly target: number | null;
  readonly low: number;
  readonly high: number;
  readonly unit: RatedUnit | null;
  readonly bound: Bound[];
  /** How many of them are not told yet. */
  open: number;
}

interface Bound {
  readonly keyResult: KeyResult;
  /** Among all that are bound to the metric, in the order of their bindings. */
  index: number;
  readonly others: { readonly keyResult: KeyResult; readonly reason: ConflictReason }[];
  pullsApart: boolean;
  /** True when nothing more can be learnt of it. */
  told: boolean;
}

function conflictsOn(metric: Metric, hasCircles: boolean): ReadonlyMap<KeyResult, Conflict> {
  const conflicts = new Map<KeyResult, Conflict>();
  for (const bindings of bindingsOf(metric)) {
    compareAll(bindings, hasCircles);
    for (const bound of bindings.flatMap((binding) => binding.bound)) {
      if (bound.others.length > 0) conflicts.set(bound.keyResult, bound);
    }
  }
  return conflicts;
}

/** What is bound of a metric in each segment, by the first day of the period. Those who say the same stand together: they agree. */
function bindingsOf(metric: Metric): readonly (readonly Binding[])[] {
  const bySegment = new Map<string, Map<string, Binding>>();
  for (const keyResult of measuredBy(metric)) {
    const segment = segmentKey(keyResult);
    const binding = bindingOf(keyResult);
    if (binding === null || segment === null) continue;
    const alike = at(bySegment, segment, () => new Map<string, Binding>());
    at(alike, keyOf(binding), () => binding).bound.push({ keyResult, index: 0, others: [], pullsApart: false, told: false });
  }
  return Array.from(bySegment.values(), (alike) => [...alike.values()].sort((a, b) => a.start - b.start));
}

/** The key results on a metric, by file and place; none where there is only one, which is in no conflict. */
function measuredBy(metric: Metric): readonly KeyResult[] {
  const keyResults = metric.usedBy.flatMap(({ kind, from }) => (kind === 'metric' && from.kind === 'kr' && from.active ? from : []));
  return keyResults.length < 2 ? [] : keyResults.sort(compareEntities);
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, value = make());
  return value;
}

function bindingOf(keyResult: KeyResult): Binding | null {
  const { reading, metric, objective, lastDay } = keyResult;
  if (!keyResult.active || reading === null || !reading.sound || reading.kind === 'milestone' || objective.period.state !== 'known') return null;
  const { start, end } = objective.period.period.days;
  return {
    start, end, lastDay,
    direction: reading.direction,
    target: reading.kind === 'change' ? reading.target : null,
    low: reading.low ?? -Infinity,
    high: reading.high ?? Infinity,
    // Sound measures fit their metric's unit; only where it has none may two of them differ.
    unit: metric?.unit === null ? reading.unit : null,
    bound: [],
    open: 0,
  };
}

function keyOf({ start, end, lastDay, direction, target, low, high, unit }: Binding): string {
  return JSON.stringify([start, end, lastDay, direction, target, `${low} ${high}`, unit?.unit, unit?.per]);
}

/** Holds the bindings of one metric against each other. */
function compareAll(bindings: readonly Binding[], hasCircles: boolean): void {
  const all = bindings.flatMap(({ bound }) => bound);
  for (const [index, bound] of all.entries()) bound.index = index;
  for (const binding of bindings) binding.open = binding.bound.length;
  const mayPullApart = bindings.some(({ direction }) => direction === 1) && bindings.some(({ direction }) => direction === -1);
  const reconciled = new Reconciled(all, hasCircles);
  let told = 0;
  for (const [index, a] of bindings.entries()) {
    // Where everything conflicts, all is told long before every pair was looked at.
    while (bindings[told]?.open === 0) told += 1;
    if (told === bindings.length) return;
    for (const some of blocksOf(a.bound)) {
      for (let other = index + 1; other < bindings.length; other += 1) {
        const b = bindings[other];
        if (b === undefined || b.start > a.end) break;
        const reason = a.open === 0 && b.open === 0 ? null : conflictReason(a, b);
        if (reason === null) continue;
        for (const one of some) addOthers(a, one, b.bound, reason, mayPullApart, (their) => reconciled.holds(reason, one, their));
        for (const their of b.bound) addOthers(b, their, some, reason, mayPullApart, (one) => reconciled.holds(reason, one, their));
      }
    }
  }
}

/** Key results that follow each other, no more than one block of them together. */
function blocksOf(bound: readonly Bound[]): readonly (readonly Bound[])[] {
  const blocks = new Map<number, Bound[]>();
  for (const one of bound) at(blocks, Math.floor(one.index / BLOCK), () => []).push(one);
  return [...blocks.values()];
}

/** Different targets are no conflict where one objective supports the other. */
class Reconciled {
  readonly #all: readonly Bound[];
  readonly #hasCircles: boolean;
  #support: SupportRelations | null = null;
  #block = -1;
  #joined: Joined = () => false;

  constructor(all: readonly Bound[], hasCircles: boolean) {
    this.#all = all;
    this.#hasCircles = hasCircles;
  }

  /** Whether support reconciles a conflict. Cheap as long as `one` stays in one block. */
  holds(reason: ConflictReason, one: Bound, other: Bound): boolean {
    if (reason !== 'same-day' && reason !== 'less-far') return false;
    const block = Math.floor(one.index / BLOCK);
    if (block !== this.#block) {
      this.#block = block;
      const bound = this.#all.slice(block * BLOCK, (block + 1) * BLOCK);
      this.#support ??= new SupportRelations(this.#all.map(({ keyResult }) => keyResult.objective), this.#hasCircles);
      this.#joined = this.#support.joined(bound.map(({ keyResult }) => keyResult.objective));
    }
    return this.#joined(one.index % BLOCK, other.keyResult.objective);
  }
}

/** Adds those of the others to one of a binding's that are not its own objective's and not reconciled with it. */
function addOthers(
  binding: Binding, one: Bound, others: readonly Bound[], reason: ConflictReason, mayPullApart: boolean, isReconciled: (other: Bound) => boolean,
): void {
  for (const other of others) {
    if (one.told) return;
    if (one.keyResult.objective === other.keyResult.objective || isReconciled(other)) continue;
    one.pullsApart ||= reason === 'opposite-directions';
    if (one.others.length < MOST_OTHERS) one.others.push({ keyResult: other.keyResult, reason });
    one.told = one.others.length === MOST_OTHERS && (one.pullsApart || !mayPullApart);
    if (one.told) binding.open -= 1;
  }
}

function conflictReason(a: Binding, b: Binding): ConflictReason | null {
  if ((a.direction === 1 && b.direction === -1) || (a.direction === -1 && b.direction === 1)) return 'opposite-directions';
  if (a.unit !== null && b.unit !== null && !unitsComparable(a.unit, b.unit)) return null;
  if (isOutside(a.target, b) || isOutside(b.target, a)) return 'outside-bounds';
  if (isBelow(a.high, b.low) || isBelow(b.high, a.low)) return 'bounds-apart';
  return differentTargets(a, b);
}

function isOutside(target: number | null, { low, high }: Binding): boolean {
  return target !== null && (isBelow(target, low) || isBelow(high, target));
}

/** Different targets for one last day, or in one direction with the later one going less far. */
function differentTargets(a: Binding, b: Binding): ConflictReason | null {
  if (a.target === null || b.target === null || a.lastDay === null || b.lastDay === null || sameTarget(a.target, b.target)) return null;
  if (a.lastDay === b.lastDay) return 'same-day';
  if (a.direction === null || a.direction === 0 || a.direction !== b.direction) return null;
  const [earlier, later] = a.lastDay < b.lastDay ? [a.target, b.target] : [b.target, a.target];
  return (a.direction === 1 ? later < earlier : later > earlier) ? 'less-far' : null;
}

/** Within 1e-9, relatively too, since a target may be worked out (language.md section 5). */
function sameTarget(a: number, b: number): boolean {
  return equalAmounts(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
