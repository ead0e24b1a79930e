/** Progress of a measure towards what it promises (language.md section 5, "Progress"). */

import { equalAmounts, isBelow } from './values.ts';
import type { CurrentValue, MeasureReading } from './strategy.ts';

/**
 * Progress of a measure with its current value: 1 is there, 0 is at the start; it may lie outside. null is unknown
 * (a part that it needs is `?` or could not be read, or units clash), which goes before no data.
 */
export function measureProgress(reading: MeasureReading, current: CurrentValue | null): number | null {
  if (reading.measure.broken || reading.mismatched) return null;
  switch (reading.kind) {
    case 'milestone': return current?.amount ?? 0;
    case 'change': return changeProgress(reading, current);
    case 'at-least': case 'at-most': case 'between': return boundsProgress(reading, current);
  }
}

function changeProgress(reading: MeasureReading, current: CurrentValue | null): number | null {
  const { start, target } = reading;
  if (target === null) return null;
  if (start === null) return reading.startWritten ? null : progressWithoutStart(reading, target, current);
  if (reading.direction === 0) return null;
  return current === null ? 0 : (current.amount - start) / (target - start);
}

/** `to b` without a start: as `at least b`; as `at most b` where b is 0 or the metric says `better down`. */
function progressWithoutStart(reading: MeasureReading, target: number, current: CurrentValue | null): number {
  if (current === null) return 0;
  const falls = equalAmounts(target, 0) || reading.metric?.better === 'down';
  return falls ? atMost(current.amount, target) : atLeast(current.amount, target);
}

function boundsProgress(reading: MeasureReading, current: CurrentValue | null): number | null {
  const { low, high, kind } = reading;
  if (reading.problem?.rule === 'invalid-value' && reading.problem.detail.type === 'backwards') return null;
  if ((kind !== 'at-most' && low === null) || (kind !== 'at-least' && high === null)) return null;
  if (current === null) return reading.keep ? null : 0;
  if (reading.keep || kind === 'between') return holds(current.amount, low, high) ? 1 : 0;
  if (low !== null) return atLeast(current.amount, low);
  return high === null ? null : atMost(current.amount, high);
}

/** Within the bounds, bounds included. */
export function holds(amount: number, low: number | null, high: number | null): boolean {
  return (low === null || !isBelow(amount, low)) && (high === null || !isBelow(high, amount));
}

/** 1 where c ≥ b, else c/b where b > 0 and c ≥ 0, else 0. */
function atLeast(current: number, bound: number): number {
  if (!isBelow(current, bound)) return 1;
  return bound > 0 && current >= 0 ? current / bound : 0;
}

/** 1 where c ≤ b, else b/c where b > 0, else 0. */
function atMost(current: number, bound: number): number {
  if (!isBelow(bound, current)) return 1;
  return bound > 0 ? bound / current : 0;
}

/** Progress held within 0 … 1. */
export function scoreOf(progress: number | null): number | null {
  return progress === null ? null : Math.min(1, Math.max(0, progress));
}
