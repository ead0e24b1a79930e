/** Quantities, values and measures as data. */

import type { RatedUnit, Unit } from '../../grammar/quantity.ts';
import type { Quantity } from '../../grammar/tree.ts';
import { measureText } from '../model/measure-words.ts';
import type { Checkin, CurrentValue, MeasureReading } from '../model/strategy.ts';
import type { MeasureData, QuantityData, ValueData } from './data.ts';

/** A unit as written, money by its code; null for none. */
export function unitText(unit: Unit): string | null {
  switch (unit.kind) {
    case 'none': return null;
    case 'currency': return unit.code;
    case 'percent': return '%';
    case 'points': return 'pp';
    case 'multiple': return 'x';
    case 'duration': case 'size': return unit.symbol;
    case 'score': return `/${unit.denominator}`;
    case 'word': return unit.word;
  }
}

/** A quantity as written. */
export function quantityData({ value, unit, per, text }: Omit<Quantity, 'start' | 'end'>): QuantityData {
  return { value, unit: unitText(unit), per, text };
}

/** A quantity that cannot be below zero: one that is counts as not written. */
export function amountData(quantity: Quantity | null): QuantityData | null {
  return quantity === null || (quantity.value ?? 0) < 0 ? null : quantityData(quantity);
}

/** What something has now. */
export function currentData(current: CurrentValue | null, isMilestone: boolean): ValueData {
  if (current === null) return null;
  if (current.quantity === null) return current.amount === 1;
  return isMilestone ? current.amount : quantityData(current.quantity);
}

/** The value of a check-in as written; one that does not fit counts as not written. */
export function checkinValue({ property, value, problem }: Checkin, isMilestone: boolean): ValueData {
  const written = property.value.value;
  if (written === null || problem !== null) return null;
  if (value !== null || written.type === 'done' || isMilestone) return currentData(value, isMilestone);
  return quantityData(written.quantity);
}

/** A measure, worked out where that can be done. */
export function measureData(reading: MeasureReading): MeasureData {
  const { measure, kind, keep } = reading;
  return {
    kind, keep,
    from: kind === 'change' ? startData(reading) : null,
    to: kind === 'change' ? targetData(reading) : null,
    size: written(measure.size),
    low: written(measure.low),
    high: written(measure.high),
    text: measureText(measure),
  };
}

function written(quantity: Quantity | null): QuantityData | null {
  return quantity === null ? null : quantityData(quantity);
}

function startData({ measure, start, unit }: MeasureReading): QuantityData | null {
  if (measure.from !== null) return quantityData(measure.from);
  return start === null || unit === null ? null : workedOut(start, unit);
}

function targetData(reading: MeasureReading): QuantityData | null {
  const { measure, target } = reading;
  if (measure.form === 'to') return written(measure.to);
  const unit = targetUnit(reading);
  return target === null || unit === null ? null : workedOut(target, unit);
}

/** The unit of a target that is told by its size: that of the start, of a plain start that of the size. */
function targetUnit({ measure: { from, size, form }, unit }: MeasureReading): RatedUnit | null {
  if (from === null) return unit;
  const isRelative = form === 'times' || size?.unit.kind === 'percent' || size?.unit.kind === 'points';
  return from.unit.kind === 'none' && size !== null && !isRelative ? size : from;
}

/** An amount in the base unit of its kind, as a quantity in a unit. */
function workedOut(amount: number, { unit, per }: RatedUnit): QuantityData {
  const value = unit.kind === 'duration' || unit.kind === 'size' ? amount / unit.scale : amount;
  const rate = per === null ? '' : ` per ${per}`;
  return { value, unit: unitText(unit), per, text: `${amountText(value, unit)}${rate}` };
}

function amountText(value: number, unit: Unit): string {
  const number = String(Number(value.toPrecision(12)));
  switch (unit.kind) {
    case 'none': return number;
    case 'percent': case 'points': case 'multiple': case 'score': return `${number}${unitText(unit) ?? ''}`;
    case 'currency': case 'word': return `${number} ${unitText(unit) ?? ''}`;
    case 'duration': case 'size': return unit.symbol.length > 3 ? `${number} ${unit.symbol}` : `${number}${unit.symbol}`;
  }
}
