/** What a hover says of a quantity: what it is worth, what it is in its measure, progress there, and the pace that is needed. */

import { formatDay, type Day } from '../../grammar/calendar.ts';
import { baseAmount, type RatedUnit } from '../../grammar/quantity.ts';
import type { Measure, Property, Quantity } from '../../grammar/tree.ts';
import { propertyWord } from '../../grammar/vocabulary.ts';
import { measureProgress } from '../model/progress.ts';
import type { Checkin, CurrentValue, Entity, MeasureReading } from '../model/strategy.ts';
import { writeAmount, writeChange, writeNumber } from '../model/amounts.ts';
import { bar, dayCount } from '../model/figures.ts';
import { escapeMarkdown } from '../model/markdown.ts';

/** Markdown of a quantity in a property of `entity`. */
export function quantityCard(quantity: Quantity, property: Property, entity: Entity, asOf: Day): string {
  const isConfidence = property.name === 'checkin' && property.value.confidence === quantity;
  const context = isConfidence ? null : measuredBy(entity, property);
  const parts = [
    `**${escapeMarkdown(quantity.text)}**${worth(quantity)}`,
    role(quantity, property, entity, context?.reading ?? null),
    ...context === null ? [] : [progressAt(property, context), escapeMarkdown(pace(context, asOf))],
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The measure that a quantity is about. */
interface Measured {
  readonly reading: MeasureReading;
  readonly current: CurrentValue | null;
  readonly checkins: readonly Checkin[];
  /** The first and the last day there is for it; null where they are not known. */
  readonly start: Day | null;
  readonly end: Day | null;
}

function measuredBy(entity: Entity, property: Property): Measured | null {
  if (entity.kind === 'kr' && (property.name === 'measure' || property.name === 'metric' || property.name === 'now' || property.name === 'checkin')) {
    const { reading, current, checkins, period, lastDay } = entity;
    return reading === null ? null : { reading, current, checkins, start: period.state === 'known' ? period.period.days.start : null, end: lastDay };
  }
  if (entity.kind === 'goal' && property.name === 'metric') {
    const found = entity.metrics.find((metric) => metric.property === property);
    const days = entity.period.state === 'known' ? entity.period.period.days : null;
    return found === undefined || found.reading === null ? null
      : { reading: found.reading, current: found.current, checkins: [], start: days?.start ?? null, end: property.value.by[0]?.date?.day ?? days?.end ?? null };
  }
  return null;
}

/** The same in full, where it was written short. */
function worth({ value, unit, per, text }: Quantity): string {
  if (value === null) return ': not known, or not told';
  const rate = per === null ? '' : ` per ${per}`;
  const full = ((): string => {
    switch (unit.kind) {
      case 'currency': return `${writeNumber(value)} ${unit.code}${rate}`;
      case 'duration': return otherDurations(value * unit.scale, unit.symbol);
      case 'size': return `${writeNumber(value * unit.scale)} bytes`;
      case 'score': return `${writeNumber((value / unit.denominator) * 100)}%`;
      case 'none': case 'word': return /\d[kMB]/.test(text) ? writeAmount(value, { unit: { kind: 'none' }, per: null }) : '';
      case 'percent': case 'points': case 'multiple': return '';
      default: return unit satisfies never;
    }
  })();
  return full === '' || full === text ? '' : ` = ${escapeMarkdown(full)}`;
}

const HOUR = 3600;
const DURATIONS: readonly (readonly [seconds: number, symbols: readonly string[], word: string])[] = [
  [1, ['s', 'second', 'seconds'], 'seconds'], [60, ['min', 'minute', 'minutes'], 'minutes'], [HOUR, ['h', 'hour', 'hours'], 'hours'],
  [24 * HOUR, ['d', 'day', 'days'], 'days'], [7 * 24 * HOUR, ['w', 'week', 'weeks'], 'weeks'],
];

/** In the largest other unit of which there are two at least. */
function otherDurations(seconds: number, symbol: string): string {
  const other = DURATIONS.findLast(([size, symbols]) => !symbols.includes(symbol) && Math.abs(seconds) >= 2 * size);
  return other === undefined ? '' : `${writeNumber(seconds / other[0])} ${other[2]}`;
}

/** What the quantity is, where it stands. */
function role(quantity: Quantity, property: Property, entity: Entity, reading: MeasureReading | null): string {
  if (property.name === 'measure' || property.name === 'metric') {
    const { measure, now } = property.value;
    if (now.some(({ value }) => value?.type === 'quantity' && value.quantity === quantity)) return 'The current value.';
    return measure === null ? '' : partOfMeasure(quantity, measure, reading);
  }
  if (property.name === 'now') return 'The current value.';
  if (property.name === 'checkin') return property.value.confidence === quantity ? 'How sure one was on that day.' : 'The value on that day.';
  if (property.name === 'supports') return 'How much of this objective counts there.';
  return propertyWord(entity.kind, property.name)?.documentation ?? '';
}

function partOfMeasure(quantity: Quantity, measure: Measure, reading: MeasureReading | null): string {
  const keep = measure.keep ? ' to hold' : '';
  switch (quantity) {
    case measure.from: return 'Where the change starts.';
    case measure.to: return 'The target.';
    case measure.low: return measure.form === 'between' ? `The lower bound${keep}.` : `The least${measure.keep ? ' to hold' : ' to reach'}.`;
    case measure.high: return measure.form === 'between' ? `The upper bound${keep}.` : `The most${measure.keep ? ' to hold' : ' to get under'}.`;
    case measure.size: return workedOut(reading);
    default: return '';
  }
}

function workedOut(reading: MeasureReading | null): string {
  const target = reading?.problem === null ? reading.target : null;
  return target === null || reading === null ? 'The size of the change.' : `The size of the change: to ${escapeMarkdown(writeAmount(target, unitOf(reading)))}.`;
}

/** Progress at the value itself, where it is one; else at the current value. */
function progressAt(property: Property, { reading, current, checkins }: Measured): string {
  if (reading.keep) return '';
  const checkin = property.name === 'checkin' ? checkins.find((one) => one.property === property) : undefined;
  const value = checkin === undefined ? current : checkin.value;
  const progress = value === null ? null : measureProgress(reading, value);
  if (progress === null) return '';
  return `${bar(progress)}${checkin === undefined ? ' of the way' : ' of the way on that day'}`;
}

const WEEK = 7;

/** What is left to do, and how fast that has to go, as plain text; nothing where it cannot be told. */
function pace({ reading, current, start, end }: Measured, asOf: Day): string {
  const target = reading.keep ? null : reading.target ?? reading.low ?? reading.high;
  if (target === null || reading.kind === 'between' || reading.kind === 'milestone') return '';
  if (current === null) return 'No value yet.';
  if (end === null) return '';
  const progress = measureProgress(reading, current);
  if (progress === null) return '';
  if (progress >= 1) return 'Reached.';
  const unit = unitOf(reading);
  const left = target - current.amount;
  const remaining = writeChange(left, unit);
  if (end <= asOf) return `Still ${remaining} to go; the last day was ${formatDay(end)}.`;
  const weeks = (end - asOf) / WEEK;
  const needed = weeks >= 1 ? `${writeChange(left / weeks, unit)} a week` : `${writeChange(left / (end - asOf), unit)} a day`;
  const so = reading.start === null || start === null || asOf < start ? ''
    : `; so far ${writeChange((current.amount - reading.start) / ((asOf - start + 1) / WEEK), unit)} a week`;
  return `Still ${remaining} to go in ${dayCount(end - asOf)}, by ${formatDay(end)}: ${needed}${so}.`;
}

/** The unit to write amounts of a measure in: the one it was written in, where it was. */
function unitOf({ measure, unit }: MeasureReading): RatedUnit {
  const written = [measure.to, measure.from, measure.low, measure.high].find((part) => part !== null && part.unit.kind !== 'none' && baseAmount(part) !== null);
  return written ?? unit ?? { unit: { kind: 'none' }, per: null };
}
