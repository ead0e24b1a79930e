/**
 * Amounts in a title: numbers with a unit, as people write them in prose. Each character is read a bounded number of
 * times, so that a title of any length takes linear time.
 */

import { unitsComparable, type Unit } from '../../grammar/quantity.ts';
import { codeUnit, longDurationUnit, signUnit, symbolUnit } from '../../grammar/units.ts';

export interface TitleAmount {
  /** With its magnitude worked out, in the unit as written. */
  readonly value: number;
  /** What one step of its last digit is worth: 0.1 for `4.2`, 100_000 for `4.2M`. */
  readonly step: number;
  readonly unit: Unit;
  /** As written in the title. */
  readonly text: string;
}

export interface TitleAmounts {
  /** What is certainly an amount. */
  readonly certain: readonly TitleAmount[];
  /** What else the title may mean: `5m` as minutes, months or millions; the `18` of `18–35%`. */
  readonly possible: readonly TitleAmount[];
}

/** The amounts of a title, where `unit` is the unit of the key result's measure: only its word and its denominator make amounts. */
export function titleAmounts(title: string, unit: Unit | null): TitleAmounts {
  const certain: TitleAmount[] = [];
  const possible: TitleAmount[] = [];
  let before: { readonly number: WrittenNumber; readonly end: number } | null = null;
  for (const match of title.matchAll(NUMBER)) {
    const number = writtenNumber(match);
    if (number === null) {
      before = null;
      continue;
    }
    const magnitude = magnitudeAt(title, number, unit);
    const after = magnitude?.end ?? number.end;
    const found = magnitude?.factor === null ? null : unitAfter(title, number, after, magnitude !== null, unit);
    if (magnitude?.factor === null) possible.push(...minutesMonthsOrMillions(number, title.slice(number.start, after)));
    const factor = magnitude?.factor ?? 1;
    if (found !== null) certain.push(amount(number, factor, found.unit, title.slice(number.start, found.end)));
    if (before !== null && isRange(title, before.end, number.start)) {
      possible.push(...sharedByEnds(before.number, number, factor, found?.unit ?? null, title.slice(before.number.start, found?.end ?? after)));
    }
    before = { number, end: found?.end ?? after };
  }
  return { certain, possible };
}

interface WrittenNumber {
  readonly value: number;
  readonly step: number;
  /** The sign before it, or nothing. */
  readonly currency: string;
  /** Where it begins (with its signs) and ends. */
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly unit: Unit;
  readonly end: number;
}

/** A number with its sign and currency: what stands before it is neither letter nor digit, nor part of a number. */
const NUMBER = /(?<![\p{L}\p{N}\p{M}_.,])([+\-\u2212]?)([$€£¥]?)(\d[\d_.,]*)/gu;
const SPACES = /[^\S\n\r]+/y;
/** Letters, digits and what joins to them. */
const RUN = /[\p{L}\p{M}\p{N}_]+/yu;
/** A word as an identifier holds it. */
const WORD = /[\p{L}\p{M}_][\p{L}\p{M}\p{N}_-]*/yu;
const DENOMINATOR = /\/(\d+(?:\.\d+)?)(?![\p{L}\p{M}\p{N}_/])/yu;
/** What joins the two ends of a range. */
const RANGE = /^(?: ?(?:[-\u2010-\u2015\u2212\u2192]|->) ?| to | and )$/u;
const LONGEST_RANGE = 5;

const DECIMAL = /^\d+(?:\.\d+)?$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Magnitudes as the language has them, as its near misses have them, and in words. `m` alone may be something else. */
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3], ['K', 1e3], ['M', 1e6], ['B', 1e9], ['bn', 1e9], ['Bn', 1e9], ['BN', 1e9],
  ['thousand', 1e3], ['million', 1e6], ['billion', 1e9],
]);

/** Reads `1,200`, `1_200` and `4.5`; null for what is no number or may be several (`1,5`, `1.2.3`). */
function writtenNumber(match: RegExpExecArray): WrittenNumber | null {
  const [, sign = '', currency = '', run = ''] = match;
  const digits = run.replace(/[._,]+$/, '');
  const plain = digits.replace(/(?<=\d)_(?=\d)/g, '');
  if (!DECIMAL.test(plain) && !THOUSANDS.test(plain)) return null;
  const text = plain.replaceAll(',', '');
  const decimals = text.length - 1 - text.indexOf('.');
  return {
    value: Number(text) * (sign === '-' || sign === '\u2212' ? -1 : 1),
    step: text.includes('.') ? 10 ** -decimals : 1,
    currency,
    start: match.index,
    end: match.index + sign.length + currency.length + digits.length,
  };
}

function amount({ value, step }: WrittenNumber, factor: number, unit: Unit, text: string): TitleAmount {
  return { value: value * factor, step: step * factor, unit, text };
}

function isRange(title: string, start: number, end: number): boolean {
  return end - start <= LONGEST_RANGE && RANGE.test(title.slice(start, end));
}

/** `18–35%`, `$5–9M`: the ends of a range may share the unit, the currency and the magnitude of one of them. */
function sharedByEnds(first: WrittenNumber, second: WrittenNumber, factor: number, unit: Unit | null, text: string): readonly TitleAmount[] {
  if (unit !== null) return [amount(first, factor, unit, text), amount(first, 1, unit, text)];
  const currency = signUnit(first.currency);
  return currency === undefined ? [] : [first, second].map((number) => amount(number, factor, currency, text));
}

/** What a pattern finds at a place, and nothing where it does not stand there. */
function at(pattern: RegExp, text: string, place: number): string {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0] ?? '';
}

/** `k`, `M`, `B` and what people write for them, at once or after a space. `factor` is null for an `m` that may be minutes. */
function magnitudeAt(title: string, { end, currency }: WrittenNumber, unit: Unit | null): { readonly factor: number | null; readonly end: number } | null {
  const start = end + at(SPACES, title, end).length;
  const run = at(RUN, title, start);
  const after = start + run.length;
  const factor = MAGNITUDES.get(run.length > 2 ? run.toLowerCase() : run);
  if (factor !== undefined) return { factor, end: after };
  if (run !== 'm') return null;
  // `$5.9m` and `5m users` are millions; `5m` alone may be minutes or months as well.
  const isMillions = currency !== '' || measureWordAt(title, after, unit) !== null;
  return { factor: isMillions ? 1e6 : null, end: after };
}

function minutesMonthsOrMillions(number: WrittenNumber, text: string): readonly TitleAmount[] {
  const durations = ['min', 'mo'].map(symbolUnit).filter((unit) => unit !== undefined);
  return [...durations.map((unit) => amount(number, 1, unit, text)), amount(number, 1e6, { kind: 'none' }, text)];
}

/** The unit of a number, and where it ends; null where the number is a plain one. */
function unitAfter(title: string, { currency, end: numberEnd }: WrittenNumber, end: number, hasMagnitude: boolean, measureUnit: Unit | null): Found | null {
  if (currency !== '') {
    // Of `$5x` or `$5mn` it is not clear how much it is.
    return at(RUN, title, end) === '' ? named(signUnit(currency), end) : null;
  }
  const spaces = at(SPACES, title, end).length;
  const start = end + spaces;
  const sign = title.charAt(start);
  if (sign === '%') return !hasMagnitude && at(RUN, title, start + 1) === '' ? { unit: { kind: 'percent' }, end: start + 1 } : null;
  const currencyAfter = signUnit(sign);
  if (currencyAfter !== undefined) return at(RUN, title, start + 1) === '' ? { unit: currencyAfter, end: start + 1 } : null;
  if (sign === '/') return end === numberEnd && spaces === 0 ? scoreAt(title, start, measureUnit) : null;
  if (spaces === 0) {
    const symbol = at(RUN, title, start);
    return hasMagnitude ? null : named(symbolUnit(symbol), start + symbol.length);
  }
  const word = at(WORD, title, start);
  const unit = measureWordAt(title, end, measureUnit) ?? codeUnit(word) ?? longDurationUnit(word.toLowerCase()) ?? (hasMagnitude ? undefined : symbolUnit(word));
  return named(unit, start + word.length);
}

function named(unit: Unit | undefined, end: number): Found | null {
  return unit === undefined ? null : { unit, end };
}

/** `4.5/5`, where the measure is out of five. */
function scoreAt(title: string, place: number, measureUnit: Unit | null): Found | null {
  const denominator = at(DENOMINATOR, title, place);
  if (measureUnit?.kind !== 'score' || denominator === '' || Number(denominator.slice(1)) !== measureUnit.denominator) return null;
  return { unit: measureUnit, end: place + denominator.length };
}

/** The measure's unit, where its word stands after the spaces here. */
function measureWordAt(title: string, place: number, measureUnit: Unit | null): Unit | null {
  if (measureUnit?.kind !== 'word') return null;
  const spaces = at(SPACES, title, place).length;
  const word = at(WORD, title, place + spaces);
  if (spaces === 0 || word === '') return null;
  return unitsComparable({ unit: { kind: 'word', word }, per: null }, { unit: measureUnit, per: null }) ? measureUnit : null;
}
