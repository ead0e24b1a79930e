/** In what two measures differ, once they are worked out (review.md section 4). */

import { comparable, unitsComparable } from '../../grammar/quantity.ts';
import type { Measure } from '../../grammar/tree.ts';
import { compareExact, sameExact, type Exact } from './exact.ts';
import { unitKey } from './keys.ts';
import type { WorkedMeasure } from './worked-measure.ts';

export type MeasureChange =
  | 'target-lowered' | 'target-raised' | 'target-shifted' | 'target-set' | 'target-withdrawn'
  | 'baseline-moved' | 'baseline-set' | 'baseline-removed' | 'measure-changed';

/** The changes from one measure to another, a start before a target; none where they mean the same. Exchanged, they are the mirror kinds. */
export function measureChanges(base: WorkedMeasure | null, head: WorkedMeasure | null): readonly MeasureChange[] {
  if (base === null || head === null) return oneSided(base, head);
  if (isAnother(base, head)) return ['measure-changed'];
  if (base.kind === 'milestone') return [];
  const target = base.kind === 'change' ? changeOfTarget(base, head) : changeOfBounds(base, head);
  if (target === 'measure-changed') return [target];
  return [...changeOfStart(base, head), ...target === null ? [] : [target]];
}

/** A measure that says nothing yet (`to ?`) is no target. */
function oneSided(base: WorkedMeasure | null, head: WorkedMeasure | null): readonly MeasureChange[] {
  if (head !== null && !head.open) return ['target-set'];
  return base !== null && !base.open ? ['target-withdrawn'] : [];
}

/** Another kind of measure, direction or unit. */
function isAnother(base: WorkedMeasure, head: WorkedMeasure): boolean {
  if (base.kind !== head.kind || base.keep !== head.keep) return true;
  if (base.direction !== null && head.direction !== null && base.direction !== head.direction) return true;
  return !unitsAgree(base, head);
}

function unitsAgree(base: WorkedMeasure, head: WorkedMeasure): boolean {
  if (base.unit === null || head.unit === null || unitsComparable(base.unit, head.unit)) return true;
  // A plain 0 stands for anything.
  const [ofBase, ofHead] = [partsOf(base.reading.measure), partsOf(head.reading.measure)];
  return ofBase.length > 0 && ofHead.length > 0 && ofBase.every((one) => ofHead.every((other) => comparable(one, other)));
}

function partsOf({ from, to, size, low, high }: Measure) {
  return [from, to, size, low, high].filter((part) => part !== null);
}

/** The unit is said more or less exactly: a plain number stands for any word. */
export function unitIsSpelledOut(base: WorkedMeasure | null, head: WorkedMeasure | null): boolean {
  const [before, after] = [base?.unit ?? null, head?.unit ?? null];
  return before !== null && after !== null && unitKey(before) !== unitKey(after);
}

function changeOfStart(base: WorkedMeasure, head: WorkedMeasure): readonly MeasureChange[] {
  if (base.kind !== 'change' || sameExact(base.start, head.start)) return [];
  if (base.start === null) return ['baseline-set'];
  return [head.start === null ? 'baseline-removed' : 'baseline-moved'];
}

function changeOfTarget(base: WorkedMeasure, head: WorkedMeasure): MeasureChange | null {
  if (base.open || head.open) return opened(base, head);
  if (base.target !== null && head.target !== null) return byOrder(differenceOf(base.target, head.target) * directionOf(base, head));
  if (base.size === null || head.size === null) return isUnreadable(base) || isUnreadable(head) ? unreadChange(base, head) : 'measure-changed';
  if (base.size.kind !== head.size.kind) return 'measure-changed';
  return byOrder(differenceOf(base.size.value, head.size.value) * directionOf(base, head));
}

/** Below 0 is lowered. */
function byOrder(order: number): MeasureChange | null {
  return order === 0 ? null : order < 0 ? 'target-lowered' : 'target-raised';
}

/** Above 0 where head's is larger. */
function differenceOf(base: Exact, head: Exact): -1 | 0 | 1 {
  return compareExact(head, base);
}

/** Where one side does not tell, the other does; where neither does, more is better. */
export function directionOf(base: WorkedMeasure, head: WorkedMeasure): 1 | -1 {
  return base.direction ?? head.direction ?? 1;
}

function opened(base: WorkedMeasure, head: WorkedMeasure): MeasureChange | null {
  if (base.open === head.open) return null;
  return base.open ? 'target-set' : 'target-withdrawn';
}

/** Values that do not fit one another say no target. */
function isUnreadable({ reading }: WorkedMeasure): boolean {
  return reading.mismatched || reading.measure.broken || (reading.problem?.rule === 'invalid-value');
}

function unreadChange(base: WorkedMeasure, head: WorkedMeasure): MeasureChange | null {
  return base.target === null && head.target === null ? null : 'measure-changed';
}

function changeOfBounds(base: WorkedMeasure, head: WorkedMeasure): MeasureChange | null {
  const [before, after] = [boundsOf(base), boundsOf(head)];
  if (before !== after) return before < after ? 'target-set' : 'target-withdrawn';
  // Wider is easier: a floor that sinks, a ceiling that rises.
  const moves = [
    base.low === null || head.low === null ? 0 : differenceOf(base.low, head.low),
    base.high === null || head.high === null ? 0 : -differenceOf(base.high, head.high),
  ];
  const [lower, higher] = [moves.some((move) => move < 0), moves.some((move) => move > 0)];
  if (lower && higher) return 'target-shifted';
  return lower ? 'target-lowered' : higher ? 'target-raised' : null;
}

/** How many bounds are known. */
function boundsOf({ low, high }: WorkedMeasure): number {
  return Number(low !== null) + Number(high !== null);
}
