/** A measure worked out: its unit, what is wrong with it, where it starts and where it should end. */

import type { Day } from '../../grammar/calendar.ts';
import { baseAmount, comparable, type RatedUnit } from '../../grammar/quantity.ts';
import type { Measure, NowClause, Quantity } from '../../grammar/tree.ts';
import type { Link, MeasureProblem, MeasureReading, Metric } from './strategy.ts';
import { equalAmounts, latestValue, scoreRangeProblem, unitAmount, valueProblem, type ValuePlace } from './values.ts';

const PLAIN: RatedUnit = { unit: { kind: 'none' }, per: null };

export interface MeasureInput {
  readonly measure: Measure;
  readonly now: NowClause | null;
  readonly metricLink: Link | null;
  readonly metric: Metric | null;
  /** The first day of the objective's (or goal's) period; without one, as-of. */
  readonly startDay: Day;
}

/** Works a measure out as section 5 of language.md says. */
export function readMeasure(input: MeasureInput): MeasureReading {
  const { measure, now, metric, metricLink } = input;
  const unit = measure.form === 'done' ? null : measureUnit(measure, now, metric);
  const { problem, mismatched } = measureProblem(measure, now, unit, metric);
  const sound = !measure.broken && problem === null && (metricLink === null || metricLink.resolution === 'found');
  const readable = !measure.broken && !mismatched;
  const start = readable ? startAmount(input, unit) : null;
  const target = readable ? targetAmount(measure, start) : null;
  return {
    measure, metricLink, metric, now, keep: measure.keep, kind: measureKind(measure), unit, problem, mismatched, sound,
    start, startWritten: measure.from !== null, target,
    low: readable ? boundAmount(measure.low) : null,
    high: readable ? boundAmount(measure.high) : null,
    direction: readable ? direction(measure, start, target) : null,
  };
}

function measureKind(measure: Measure): MeasureReading['kind'] {
  switch (measure.form) {
    case 'at-least': case 'at-most': case 'between': return measure.form;
    case 'done': return 'milestone';
    case 'to': case 'up': case 'down': case 'times': return 'change';
  }
}

/** The quantities whose unit must be the measure's, in the order written; a relative size is held apart. */
function plainParts(measure: Measure): readonly Quantity[] {
  return [measure.from, measure.to, measure.low, measure.high].filter((part) => part !== null);
}

function isRelative(size: Quantity): boolean {
  return size.unit.kind === 'percent' || size.unit.kind === 'points';
}

/** The size after `up` or `down` where it is in the measure's own unit. */
function absoluteSize(measure: Measure): Quantity | null {
  return measure.size === null || measure.form === 'times' || isRelative(measure.size) ? null : measure.size;
}

/** The quantities that tell a measure's unit: its own, a size in `%` or `pp` aside, then its `now`, unless that is invalid. */
function tellingParts(measure: Measure, now: NowClause | null): readonly Quantity[] {
  const size = absoluteSize(measure);
  const nowQuantity = now?.value?.type === 'quantity' && scoreRangeProblem(now.value.quantity) === null ? [now.value.quantity] : [];
  return [...plainParts(measure), ...(size === null ? [] : [size]), ...nowQuantity];
}

/** Whether a metric is there and its unit known. */
export function hasUnit(metric: Metric | null): metric is Metric & { readonly unit: RatedUnit } {
  return metric !== null && metric.unit !== null;
}

function measureUnit(measure: Measure, now: NowClause | null, metric: Metric | null): RatedUnit {
  if (hasUnit(metric)) return metric.unit;
  return tellingParts(measure, now).find((part) => part.unit.kind !== 'none' || part.per !== null) ?? PLAIN;
}

/** True where nothing but its check-ins can tell the measure's unit: then the first of them does. */
export function unitIsUntold(reading: MeasureReading): boolean {
  return reading.kind !== 'milestone' && !hasUnit(reading.metric) && tellingParts(reading.measure, reading.now).length === 0;
}

/** The first problem of a measure and its `now`, and whether units clash, which an invalid value may keep from being told. */
function measureProblem(
  measure: Measure, now: NowClause | null, unit: RatedUnit | null, metric: Metric | null,
): Pick<MeasureReading, 'problem' | 'mismatched'> {
  const from = hasUnit(metric) ? 'metric' : 'measure';
  const place: ValuePlace = unit === null ? { type: 'milestone' } : { type: 'unit', unit, from };
  const nowProblem = now === null || now.value === null ? null : valueProblem(now.value, place);
  const invalid = invalidPart(measure) ?? (nowProblem?.rule === 'invalid-value' ? nowProblem : null);
  const mismatch = (unit === null ? null : mismatchedPart(measure, unit, from)) ?? (nowProblem?.rule === 'unit-mismatch' ? nowProblem : null);
  return { problem: invalid ?? mismatch ?? placeholderPart(measure) ?? ambiguousSize(measure, metric), mismatched: mismatch !== null };
}

function invalidPart(measure: Measure): MeasureProblem | null {
  const invalid = (span: Quantity, detail: MeasureProblem['detail']): MeasureProblem => ({ rule: 'invalid-value', span, detail });
  const { size, low, high } = measure;
  for (const part of plainParts(measure)) {
    const problem = scoreRangeProblem(part);
    if (problem !== null) return problem;
  }
  if (size !== null && measure.form === 'times') {
    if (size.unit.kind !== 'none' || size.per !== null || (size.value !== null && size.value <= 0)) return invalid(size, { type: 'times' });
  } else if (size !== null) {
    if (size.value !== null && size.value < 0) return invalid(size, { type: 'negative-size' });
    const problem = scoreRangeProblem(size);
    if (problem !== null) return problem;
  }
  if (measure.form === 'between' && low !== null && high !== null && comparable(low, high)) {
    const [lowest, highest] = [baseAmount(low), baseAmount(high)];
    if (lowest !== null && highest !== null && lowest > highest && !equalAmounts(lowest, highest)) return invalid(high, { type: 'backwards' });
  }
  return null;
}

function mismatchedPart(measure: Measure, unit: RatedUnit, from: 'metric' | 'measure'): MeasureProblem | null {
  const parts = [measure.from, measure.to, measure.form === 'times' ? null : measure.size, measure.low, measure.high];
  for (const part of parts) {
    if (part === null || (part === measure.size ? sizeFits(part, unit) : comparable(part, unitAmount(unit)))) continue;
    return { rule: 'unit-mismatch', span: part, detail: { type: 'mismatch', found: part, expected: unit, from } };
  }
  return null;
}

/** A size fits as a `%`, as `pp` where the measure is in `%`, or in the measure's unit. */
function sizeFits(size: Quantity, unit: RatedUnit): boolean {
  if (size.per === null && size.unit.kind === 'percent') return true;
  if (size.per === null && size.unit.kind === 'points' && unit.unit.kind === 'percent') return true;
  return comparable(size, unitAmount(unit));
}

function placeholderPart(measure: Measure): MeasureProblem | null {
  const part = [measure.from, measure.to, measure.size, measure.low, measure.high].find((quantity) => quantity !== null && quantity.value === null);
  return part === undefined || part === null ? null : { rule: 'placeholder-target', span: part, detail: { type: 'placeholder' } };
}

function ambiguousSize(measure: Measure, metric: Metric | null): MeasureProblem | null {
  const { size, from } = measure;
  if ((measure.form !== 'up' && measure.form !== 'down') || size?.unit.kind !== 'percent') return null;
  if (from?.unit.kind !== 'percent' && metric?.unit?.unit.kind !== 'percent') return null;
  return { rule: 'ambiguous-change', span: size, detail: { type: 'ambiguous' } };
}

/** Where a change starts: as written, else its metric's value when the period began. */
function startAmount({ measure, metric, startDay }: MeasureInput, unit: RatedUnit | null): number | null {
  if (measure.from !== null) return scoreRangeProblem(measure.from) === null ? baseAmount(measure.from) : null;
  if (metric === null || unit === null || measureKind(measure) !== 'change') return null;
  const then = latestValue(metric.checkins, startDay) ?? (measure.form === 'to' ? null : metric.now.value);
  if (then === null || then.quantity === null || !comparable(then.quantity, unitAmount(unit))) return null;
  return then.amount;
}

function boundAmount(bound: Quantity | null): number | null {
  return bound === null || scoreRangeProblem(bound) !== null ? null : baseAmount(bound);
}

/** Where a change should end: `up x%` is a + |a|·x/100, `up x` is a + x, `down` the same with minus, `times n` is a·n. */
function targetAmount(measure: Measure, start: number | null): number | null {
  if (measure.form === 'to') return boundAmount(measure.to);
  const size = measure.size === null || scoreRangeProblem(measure.size) !== null ? null : baseAmount(measure.size);
  if (measure.size === null || size === null || start === null || size < 0) return null;
  const difference = measure.size.unit.kind === 'percent' ? Math.abs(start) * size / 100 : size;
  switch (measure.form) {
    case 'up': return start + difference;
    case 'down': return start - difference;
    case 'times': return measure.size.unit.kind === 'none' && size > 0 ? start * size : null;
    default: return null;
  }
}

function direction(measure: Measure, start: number | null, target: number | null): MeasureReading['direction'] {
  if (start !== null && target !== null) return endsWhereItStarts(measure, start, target) ? 0 : target > start ? 1 : -1;
  const size = measure.size?.value ?? null;
  if (size === null) return null;
  switch (measure.form) {
    case 'up': return size === 0 ? 0 : 1;
    case 'down': return size === 0 ? 0 : -1;
    case 'times': return size === 1 ? 0 : size > 1 ? 1 : -1;
    default: return null;
  }
}

/** Equal within 1e-9; of a worked-out target, relatively. */
function endsWhereItStarts(measure: Measure, start: number, target: number): boolean {
  return measure.form === 'to' ? equalAmounts(start, target) : Math.abs(target - start) <= 1e-9 * Math.max(Math.abs(start), Math.abs(target));
}
