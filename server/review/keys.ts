/** Values as keys that are equal where they mean the same, however they are spelled (review.md section 3, "Complete"). */

import type { RatedUnit, Unit } from '../../grammar/quantity.ts';
import type { DateLiteral, Measure, Measured, PeriodExpression, Property, Quantity, Reference, Value } from '../../grammar/tree.ts';
import type { Entity, Link } from '../model/strategy.ts';
import { exactAmount, exactOf, keyOfExact, over } from './exact.ts';

/** Says of two things on either side whether they are the same: equal where they are. */
export type Identity = (entity: Entity) => string;

/** Finds the link that a reference makes. */
export type LinkOf = (reference: Reference) => Link | undefined;

/** The links of an entity by the reference that makes them. */
export function linksByReference(entity: Entity): LinkOf {
  const links = new Map(entity.links.map((link) => [link.reference, link]));
  return (reference) => links.get(reference);
}

/** What a reference means; of one that means nothing, its text. */
export function referenceKey(reference: Reference, linkOf: LinkOf, identity: Identity): string {
  const target = linkOf(reference)?.target ?? null;
  return target === null ? `?${reference.text}` : identity(target);
}

/** A set of keys: neither order nor repetition counts. */
export function setKey(keys: readonly string[]): string {
  return JSON.stringify([...new Set(keys)].sort());
}

/** Keys in any order, each as often as it stands. */
export function bagKey(keys: readonly string[]): string {
  return JSON.stringify([...keys].sort());
}

/** The unit with its rate; words apart from case and English plural, durations and sizes by what they are scaled to. */
export function unitKey({ unit, per }: RatedUnit): string {
  return per === null ? plainUnitKey(unit) : `${plainUnitKey(unit)} per ${stem(per)}`;
}

function plainUnitKey(unit: Unit): string {
  switch (unit.kind) {
    case 'none': case 'percent': case 'points': case 'multiple': case 'duration': case 'size': return unit.kind;
    case 'currency': return unit.code;
    case 'score': return `/${unit.denominator}`;
    case 'word': return `word ${stem(unit.word)}`;
    default: return unit satisfies never;
  }
}

/** One for a word and its English plurals (`s`, `es`, `y` to `ies`). */
function stem(word: string): string {
  const lower = word.toLowerCase();
  const singular = lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.replace(/e?s+$/, '');
  return singular.replace(/(?:e|s)+$/, '');
}

/** Amount and unit; empty where there is none. */
export function quantityKey(quantity: Quantity | null): string {
  if (quantity === null) return '';
  return `${amountKey(quantity)} ${unitKey(quantity)}`;
}

function amountKey(quantity: Quantity): string {
  const exact = exactAmount(quantity);
  return exact === null ? '?' : keyOfExact(exact);
}

/** A value of something whose unit is told elsewhere: a plain number stands for any word. */
export function valueKey(value: Value | null): string {
  if (value === null) return '';
  if (value.type === 'done') return value.done ? 'done' : 'not done';
  const { quantity } = value;
  const { kind } = quantity.unit;
  return kind === 'none' || kind === 'word' || kind === 'multiple' ? `${amountKey(quantity)} n` : quantityKey(quantity);
}

/** A confidence as a share: `6/10` is `60%`. */
export function confidenceKey(quantity: Quantity | null): string {
  if (quantity === null || quantity.value === null || quantity.per !== null) return quantityKey(quantity);
  const { unit } = quantity;
  if (unit.kind === 'score') return keyOfExact(over(exactOf(quantity.value), exactOf(unit.denominator)));
  return unit.kind === 'percent' ? keyOfExact(over(exactOf(quantity.value), exactOf(100))) : quantityKey(quantity);
}

/** The day, or what stands in its place. */
export function dateKey(date: DateLiteral | null): string {
  return date === null ? '' : String(date.day ?? date.text);
}

/** What a period expression names, or its days. */
export function periodKey(expression: PeriodExpression | null, linkOf: LinkOf, identity: Identity): string {
  switch (expression?.type) {
    case undefined: return '';
    case 'name': return referenceKey(expression.reference, linkOf, identity);
    case 'calendar': {
      const { period, text } = expression.literal;
      return period === null ? text : `${period.start}..${period.end}`;
    }
    case 'range': return `${dateKey(expression.range.from)}..${dateKey(expression.range.to)}`;
  }
}

/** A measure as it is written, without `now` and `by`. */
export function measureKey(measure: Measure | null): string {
  if (measure === null) return '';
  const { form, keep, from, to, size, low, high } = measure;
  return [form, keep ? 'keep' : '', ...[from, to, size, low, high].map(quantityKey)].join('|');
}

/** All that a check-in says. */
export function checkinKey(value: Extract<Property, { readonly name: 'checkin' }>['value']): string {
  return JSON.stringify([dateKey(value.date), valueKey(value.value), confidenceKey(value.confidence), value.note?.value ?? null]);
}

/** All that a piece of evidence says. */
export function evidenceKey({ word, date, text }: Extract<Property, { readonly name: 'evidence' }>['value']): string {
  return JSON.stringify([word?.text ?? null, dateKey(date), text?.value ?? null]);
}

/** The metric of a goal with its measure, `now` and `by`. */
export function goalMetricKey(value: Measured & { readonly reference: Reference | null }, linkOf: LinkOf, identity: Identity): string {
  const metric = value.reference === null ? '' : referenceKey(value.reference, linkOf, identity);
  const by = value.by[0];
  return JSON.stringify([metric, measureKey(value.measure), valueKey(value.now[0]?.value ?? null),
    by === undefined ? '' : by.date === null ? periodKey(by.period, linkOf, identity) : dateKey(by.date)]);
}
