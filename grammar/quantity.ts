/** Units, and which quantities can be compared (language.md section 2). */

import type { Quantity } from './tree.ts';

/**
 * A unit. `scale` turns a value into the kind's base unit (seconds, bytes), so that any two durations
 * or sizes compare. `symbol` is the unit as written (`d`, `days`, `MB`).
 */
export type Unit =
  | { readonly kind: 'none' }
  | { readonly kind: 'currency'; readonly code: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'points' }
  | { readonly kind: 'multiple' }
  | { readonly kind: 'duration'; readonly symbol: string; readonly scale: number }
  | { readonly kind: 'size'; readonly symbol: string; readonly scale: number }
  | { readonly kind: 'score'; readonly denominator: number }
  | { readonly kind: 'word'; readonly word: string };

/** A unit with its rate: what two quantities must share to be comparable. */
export interface RatedUnit {
  readonly unit: Unit;
  readonly per: string | null;
}

/** What is compared: a value (null is `?`) with its unit. */
export type Amount = Pick<Quantity, 'value' | 'unit' | 'per'>;

/** True where two quantities are comparable: `?` with anything, a plain 0 with anything, else as their units are. */
export function comparable(a: Amount, b: Amount): boolean {
  if (a.value === null || b.value === null) return true;
  return isPlainZero(a) || isPlainZero(b) || unitsComparable(a, b);
}

/** True where quantities in these units are comparable, whatever their values. */
export function unitsComparable(a: RatedUnit, b: RatedUnit): boolean {
  if (standsForWord(a, b) || standsForWord(b, a)) return true;
  return sameKind(a.unit, b.unit) && samePer(a.per, b.per);
}

/** The value in the base unit of its kind: seconds, bytes, else as written; null for `?`. */
export function baseAmount(amount: Amount): number | null {
  const { value, unit } = amount;
  if (value === null) return null;
  return unit.kind === 'duration' || unit.kind === 'size' ? value * unit.scale : value;
}

/** A unit in words for messages: `$`, `%`, `days`, `scores out of 5`, `customers per month`, `plain numbers`. */
export function describeUnit(rated: RatedUnit): string {
  const unit = describe(rated.unit);
  return rated.per === null ? unit : `${unit} per ${rated.per}`;
}

function describe(unit: Unit): string {
  switch (unit.kind) {
    case 'none': return 'plain numbers';
    case 'currency': return CURRENCY_SIGN_OF.get(unit.code) ?? unit.code;
    case 'percent': return '%';
    case 'points': return 'percentage points (pp)';
    case 'multiple': return 'multiples (x)';
    case 'duration': return DURATION_NAMES.get(unit.symbol) ?? unit.symbol;
    case 'size': return unit.symbol;
    case 'score': return `scores out of ${unit.denominator}`;
    case 'word': return unit.word;
  }
}

function isPlainZero(amount: Amount): boolean {
  return amount.value === 0 && amount.unit.kind === 'none' && amount.per === null;
}

/** A plain number stands for any unit word, with its rate; one with a rate of its own for a word with the same rate. */
function standsForWord(plain: RatedUnit, other: RatedUnit): boolean {
  if (plain.unit.kind !== 'none' || other.unit.kind !== 'word') return false;
  return plain.per === null || samePer(plain.per, other.per);
}

function sameKind(a: Unit, b: Unit): boolean {
  if (a.kind === 'currency') return b.kind === 'currency' && a.code === b.code;
  if (a.kind === 'score') return b.kind === 'score' && a.denominator === b.denominator;
  if (a.kind === 'word') return b.kind === 'word' && sameWord(a.word, b.word);
  if (a.kind === 'none' || a.kind === 'multiple') return b.kind === 'none' || b.kind === 'multiple';
  return a.kind === b.kind;
}

function samePer(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return sameWord(a, b);
}

/** Case and English plural (`s`, `es`, `y` to `ies`) aside. */
function sameWord(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === other || isPluralOf(one, other) || isPluralOf(other, one);
}

function isPluralOf(plural: string, singular: string): boolean {
  if (plural === `${singular}s` || plural === `${singular}es`) return true;
  return singular.endsWith('y') && plural === `${singular.slice(0, -1)}ies`;
}

const CURRENCY_SIGN_OF: ReadonlyMap<string, string> = new Map([['USD', '$'], ['EUR', '€'], ['GBP', '£'], ['JPY', '¥']]);

const DURATION_NAMES: ReadonlyMap<string, string> = new Map([
  ['ms', 'milliseconds'], ['s', 'seconds'], ['min', 'minutes'], ['h', 'hours'],
  ['d', 'days'], ['w', 'weeks'], ['mo', 'months'], ['y', 'years'],
  ['millisecond', 'milliseconds'], ['second', 'seconds'], ['minute', 'minutes'], ['hour', 'hours'],
  ['day', 'days'], ['week', 'weeks'], ['month', 'months'], ['year', 'years'],
]);
