/** Every amount that a measure says, in all the forms in which a title may repeat it. */

import { baseAmount, comparable, type Unit } from '../../grammar/quantity.ts';
import type { Quantity } from '../../grammar/tree.ts';
import type { KeyResult, MeasureReading } from '../model/strategy.ts';
import type { TitleAmount } from './title-amounts.ts';

export interface MeasureAmount {
  /** In the base unit of its kind (seconds, bytes, else as written). */
  readonly amount: number;
  readonly unit: Unit;
  /** A change, which a title tells without its sign: `down 20%` is "20% fewer". */
  readonly isSize: boolean;
  /** Worked out, so that a title may round it. */
  readonly isWorkedOut: boolean;
}

/** Differences below this are none (language.md section 5). */
const TOLERANCE = 1e-9;

const PERCENT: Unit = { kind: 'percent' };
const POINTS: Unit = { kind: 'points' };
const MULTIPLE: Unit = { kind: 'multiple' };

/** Start, target, bounds and size of a measure, worked out and in `%` of the start too, its `now` and its check-ins. */
export function measureAmounts(keyResult: KeyResult, reading: MeasureReading): readonly MeasureAmount[] {
  const { from, to, size, low, high } = reading.measure;
  const written = [from, to, low, high, ...valuesOf(keyResult, reading)].flatMap((quantity) => amountOf(quantity, false));
  // Done is all of it.
  const done = reading.kind === 'milestone' ? [{ amount: 100, unit: PERCENT, isSize: false, isWorkedOut: false }] : [];
  return [...written, ...amountOf(size, true), ...done, ...workedOut(reading)];
}

/** Whether a title's amount is one of a measure's. */
export function isAmountOf(title: TitleAmount, { amount, unit, isSize, isWorkedOut }: MeasureAmount): boolean {
  if (!comparable({ value: title.value, unit: title.unit, per: null }, { value: amount, unit, per: null })) return false;
  const told = baseAmount({ value: title.value, unit: title.unit, per: null });
  const step = baseAmount({ value: title.step, unit: title.unit, per: null });
  if (told === null || step === null) return false;
  const difference = isSize ? Math.abs(Math.abs(told) - Math.abs(amount)) : Math.abs(told - amount);
  const rounding = isWorkedOut ? step / 2 : 0;
  return difference < TOLERANCE || difference <= rounding + 1e-9 * Math.abs(amount);
}

/** The values of `now` and of the check-ins, whether they count or not. */
function valuesOf({ declaration }: KeyResult, { now }: MeasureReading): readonly Quantity[] {
  const values = declaration.properties.map((property) => property.name === 'checkin' ? property.value.value : null);
  return [now?.value ?? null, ...values].flatMap((value) => value?.type === 'quantity' ? [value.quantity] : []);
}

function amountOf(quantity: Quantity | null, isSize: boolean): readonly MeasureAmount[] {
  const amount = quantity === null ? null : baseAmount(quantity);
  return quantity === null || amount === null ? [] : [{ amount, unit: quantity.unit, isSize, isWorkedOut: false }];
}

function workedOut(reading: MeasureReading): readonly MeasureAmount[] {
  if (reading.kind !== 'change' || reading.unit === null) return [];
  const { unit } = reading.unit;
  const { start, target, measure } = reading;
  const ends = [{ amount: start, isWorkedOut: false }, { amount: target, isWorkedOut: measure.form !== 'to' }]
    .flatMap(({ amount, isWorkedOut }) => amount === null ? [] : [{ amount, unit, isSize: false, isWorkedOut }]);
  const difference = differenceOf(reading);
  const units = unit.kind === 'percent' ? [unit, POINTS] : [unit];
  const differences = difference === null ? [] : units.map((each) => ({ amount: difference, unit: each, isSize: true, isWorkedOut: true }));
  return [...ends, ...differences, ...ratios(ratioOf(reading))];
}

/** By how much it should change, in the measure's unit. */
function differenceOf({ start, target, measure: { form, size } }: MeasureReading): number | null {
  if (start !== null && target !== null) return target - start;
  return size === null || form === 'times' || size.unit.kind === 'percent' ? null : baseAmount(size);
}

/** The target as a multiple of the start. */
function ratioOf({ start, target, measure: { form, size } }: MeasureReading): number | null {
  if (start !== null && target !== null && start !== 0) return target / start;
  const value = size?.value ?? null;
  if (value === null) return null;
  if (form === 'times') return value;
  if (size?.unit.kind !== 'percent') return null;
  return form === 'up' ? 1 + value / 100 : 1 - value / 100;
}

/** `from 10h to 5h` is 50% less, 0.5x, and twice (2x) as fast. */
function ratios(ratio: number | null): readonly MeasureAmount[] {
  if (ratio === null) return [];
  const share = { amount: (ratio - 1) * 100, unit: PERCENT, isSize: true, isWorkedOut: true };
  const multiples = ratio === 0 ? [ratio] : [ratio, 1 / ratio];
  return [share, ...multiples.map((amount) => ({ amount, unit: MULTIPLE, isSize: true, isWorkedOut: true }))];
}
