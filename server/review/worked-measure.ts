/** Measures worked out, exactly and whatever the day (review.md section 4): what a review compares. */

import type { Day } from '../../grammar/calendar.ts';
import type { RatedUnit } from '../../grammar/quantity.ts';
import type { Measure } from '../../grammar/tree.ts';
import { readMeasure } from '../model/measure.ts';
import { latestValue } from '../model/values.ts';
import { knownDays } from '../model/planning.ts';
import type { Goal, GoalMetric, KeyResult, MeasureReading } from '../model/strategy.ts';
import { compareExact, exactAmount, exactOf, magnitudeOf, minus, ONE, percentOf, plus, signOf, times, type Exact } from './exact.ts';

/** The size of a change. `factor`: `up 25%` is 5/4, `times 2` is 2. Sizes of one kind compare. */
export interface Size {
  readonly kind: 'factor' | 'points' | 'amount';
  /** Of a factor what the start is multiplied with, else what is added to it. */
  readonly value: Exact;
}

/** A measure worked out. Amounts are in base units (seconds, bytes, else as written); null is unknown, or not there. */
export interface WorkedMeasure {
  readonly reading: MeasureReading;
  readonly kind: MeasureReading['kind'];
  readonly keep: boolean;
  readonly unit: RatedUnit | null;
  readonly start: Exact | null;
  readonly target: Exact | null;
  readonly size: Size | null;
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** The sign of target − start; else by `up`, `down`, `times`; else the metric's `better`; null where nothing tells. */
  readonly direction: 1 | -1 | null;
  /** A target, bound or size is `?`. */
  readonly open: boolean;
}

const LAST_DAY = Number.MAX_SAFE_INTEGER as Day;
const workedOut = new WeakMap<MeasureReading, WorkedMeasure>();

/** The measure of a kr, worked out; null without one. */
export function measureOf({ reading, period }: KeyResult): WorkedMeasure | null {
  return reading === null ? null : workOut(reading, knownDays(period)?.start ?? null);
}

/** The measure of a goal's metric, worked out; null without one. */
export function goalMeasureOf({ period }: Goal, { reading }: GoalMetric): WorkedMeasure | null {
  return reading === null ? null : workOut(reading, knownDays(period)?.start ?? null);
}

/** `firstDay` is null where no period says from when on it counts. */
function workOut(reading: MeasureReading, firstDay: Day | null): WorkedMeasure {
  let worked = workedOut.get(reading);
  if (worked === undefined) {
    worked = work(reading, firstDay);
    workedOut.set(reading, worked);
  }
  return worked;
}

function work(given: MeasureReading, firstDay: Day | null): WorkedMeasure {
  const { measure, keep, kind, unit } = given;
  // Without a period the metric's value as of the day would be the start: what changed does not depend on that day.
  const startDay = firstDay ?? LAST_DAY;
  const reading = firstDay !== null || given.startWritten || given.metric === null ? given : readMeasure({ ...given, startDay });
  const start = reading.start === null ? null : exactStart(reading, startDay);
  const size = kind === 'change' && !measure.broken && !reading.mismatched ? sizeOf(measure) : null;
  const target = kind !== 'change' ? null : measure.form === 'to' ? known(reading.target, measure.to) : endOf(measure.form, start, size);
  return {
    reading, keep, kind, unit, start, size, target,
    low: known(reading.low, measure.low),
    high: known(reading.high, measure.high),
    direction: directionOf(reading, start, target, size),
    open: [measure.to, measure.size, measure.low, measure.high].some((part) => part !== null && part.value === null),
  };
}

/** The exact amount of a part that the model could read. */
function known(amount: number | null, part: Measure['to']): Exact | null {
  return amount === null || part === null ? null : exactAmount(part);
}

function exactStart({ measure, metric, start }: MeasureReading, startDay: Day): Exact | null {
  if (start === null) return null;
  const written = measure.from ?? (metric === null ? null : latestValue(metric.checkins, startDay) ?? metric.now.value)?.quantity ?? null;
  return written === null ? exactOf(start) : exactAmount(written);
}

function sizeOf({ form, size }: Measure): Size | null {
  const value = size === null ? null : exactAmount(size);
  if (size === null || value === null || form === 'to') return null;
  if (form === 'times') return { kind: 'factor', value };
  const sign = form === 'down' ? { n: -1n, d: 1n } : ONE;
  if (size.unit.kind === 'percent') return { kind: 'factor', value: plus(ONE, times(sign, percentOf(value))) };
  return { kind: size.unit.kind === 'points' ? 'points' : 'amount', value: times(sign, value) };
}

/** `up x%` is a + |a|·x/100, `up x` is a + x, `down` the same with minus, `times n` is a·n (language.md section 5). */
function endOf(form: Measure['form'], start: Exact | null, size: Size | null): Exact | null {
  if (start === null || size === null) return null;
  if (size.kind !== 'factor') return plus(start, size.value);
  if (form === 'times') return times(start, size.value);
  return plus(start, times(magnitudeOf(start), minus(size.value, ONE)));
}

function directionOf({ measure, metric, kind }: MeasureReading, start: Exact | null, target: Exact | null, size: Size | null): WorkedMeasure['direction'] {
  if (kind !== 'change') return null;
  const sign = start === null || target === null ? 0 : signOf(minus(target, start));
  if (sign !== 0) return sign;
  if (measure.form === 'up') return 1;
  if (measure.form === 'down') return -1;
  const factor = measure.form === 'times' && size !== null ? compareExact(size.value, ONE) : 0;
  if (factor !== 0) return factor;
  return metric?.better === 'up' ? 1 : metric?.better === 'down' ? -1 : null;
}
