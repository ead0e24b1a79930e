/** Values as of a day: check-ins, `now`, and what a metric says (language.md section 5, "Current value"). */

import type { Day } from '../../grammar/calendar.ts';
import { baseAmount, comparable, type Amount, type RatedUnit } from '../../grammar/quantity.ts';
import { allProperties, type Declaration, type NowClause, type Quantity, type Value } from '../../grammar/tree.ts';
import type { Checkin, CurrentValue, MeasureProblem, MeasureProblemDetail } from './strategy.ts';

/** Differences below this are none (language.md section 5). */
const TOLERANCE = 1e-9;

/** Whether two amounts are equal as section 5 takes it. */
export function equalAmounts(a: number, b: number): boolean {
  return Math.abs(a - b) < TOLERANCE;
}

/** Whether `a` is below `b` and not equal to it. */
export function isBelow(a: number, b: number): boolean {
  return a < b && !equalAmounts(a, b);
}

/** What values must fit: a milestone, a unit (null where it cannot be told), or nothing, where a kr has no measure. */
export type ValuePlace =
  | { readonly type: 'milestone' }
  | { readonly type: 'unit'; readonly unit: RatedUnit | null; readonly from: 'metric' | 'measure' }
  | { readonly type: 'any' };

/** A unit as an amount, to compare quantities with it. */
export function unitAmount(unit: RatedUnit): Amount {
  return { ...unit, value: 1 };
}

/** Why a value does not fit its place; null where it does. */
export function valueProblem(value: Value, place: ValuePlace): MeasureProblem | null {
  const problem = (rule: 'invalid-value' | 'unit-mismatch', detail: MeasureProblemDetail): MeasureProblem => ({ rule, span: value.span, detail });
  if (value.type === 'done') return place.type === 'unit' ? problem('invalid-value', { type: 'not-a-milestone' }) : null;
  const { quantity } = value;
  if (place.type === 'milestone') {
    if (quantity.value === null) return null;
    if (quantity.unit.kind !== 'percent' || quantity.per !== null) return problem('invalid-value', { type: 'not-for-milestone' });
    return quantity.value < 0 || quantity.value > 100 ? problem('invalid-value', { type: 'share-range' }) : null;
  }
  const range = scoreRangeProblem(quantity);
  if (range !== null) return range;
  if (place.type === 'any' || place.unit === null || comparable(quantity, unitAmount(place.unit))) return null;
  return problem('unit-mismatch', { type: 'mismatch', found: quantity, expected: place.unit, from: place.from });
}

/** A score outside 0 … its denominator, else null. */
export function scoreRangeProblem(quantity: Quantity): MeasureProblem | null {
  const { unit, value } = quantity;
  if (unit.kind !== 'score' || value === null || (value >= 0 && value <= unit.denominator)) return null;
  return { rule: 'invalid-value', span: quantity, detail: { type: 'score-range', denominator: unit.denominator } };
}

/** A value that counts; null for `?`. A milestone's is its share, 0 … 1. */
export function currentValue(value: Value, source: CurrentValue['source'], place: ValuePlace): CurrentValue | null {
  if (value.type === 'done') return { amount: value.done ? 1 : 0, quantity: null, source, span: value.span };
  const amount = baseAmount(value.quantity);
  if (amount === null) return null;
  return { amount: place.type === 'milestone' ? amount / 100 : amount, quantity: value.quantity, source, span: value.span };
}

/** A confidence as 0 … 1; null where it is neither a score nor a percentage, or outside its range. */
export function readConfidence(quantity: Quantity | null): number | null {
  if (quantity === null || quantity.value === null || quantity.per !== null) return null;
  const { unit, value } = quantity;
  if (unit.kind !== 'score' && unit.kind !== 'percent') return null;
  const share = value / (unit.kind === 'score' ? unit.denominator : 100);
  return share >= 0 && share <= 1 ? share : null;
}

/** The check-ins of a declaration in the order written, each value held against what it must fit. */
export function readCheckins(declaration: Declaration, place: ValuePlace): Checkin[] {
  return allProperties(declaration, 'checkin').map((property) => {
    const { date, value, confidence, note } = property.value;
    const problem = value === null ? null : valueProblem(value, place);
    return {
      property,
      day: date?.day ?? null,
      value: value === null || problem !== null ? null : currentValue(value, 'checkin', place),
      confidence: readConfidence(confidence),
      note: note?.value ?? null,
      problem,
    };
  });
}

/** A `now`, held against what it must fit. */
export function readNow(clause: NowClause | undefined, place: ValuePlace): { readonly value: CurrentValue | null; readonly problem: MeasureProblem | null } {
  const value = clause?.value ?? null;
  if (value === null) return { value: null, problem: null };
  const problem = valueProblem(value, place);
  return { value: problem === null ? currentValue(value, 'now', place) : null, problem };
}

/** Of the check-ins dated not after `day` and accepted by `has`, the latest; of one date the last written. */
export function latestCheckin(checkins: readonly Checkin[], day: Day, has: (checkin: Checkin) => boolean): Checkin | null {
  let latest: Checkin | null = null;
  let latestDay = -Infinity;
  for (const checkin of checkins) {
    if (checkin.day === null || checkin.day > day || checkin.day < latestDay || !has(checkin)) continue;
    latest = checkin;
    latestDay = checkin.day;
  }
  return latest;
}

/** The value of the latest check-in that has one, dated not after `day`. */
export function latestValue(checkins: readonly Checkin[], day: Day): CurrentValue | null {
  return latestCheckin(checkins, day, (checkin) => checkin.value !== null)?.value ?? null;
}
