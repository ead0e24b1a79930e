/** Exact numbers: values compare as they are written, with no rounding (review.md section 4, "Values compare exactly"). */

import type { RatedUnit } from '../../grammar/quantity.ts';
import type { Quantity } from '../../grammar/tree.ts';

/** `n`/`d`, in lowest terms, `d` above 0. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };
const HUNDRED: Exact = { n: 100n, d: 1n };

/** The decimal number that a value was read from: the shortest that reads as it. */
export function exactOf(value: number): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new Error(`${value} is no finite number`);
  const [, sign = '', whole = '', places = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${places}`);
  const power = Number(exponent) - places.length;
  return power >= 0 ? { n: digits * 10n ** BigInt(power), d: 1n } : reduced(digits, 10n ** BigInt(-power));
}

/** A quantity in the base unit of its kind (seconds, bytes, else as written); null for `?`. */
export function exactAmount({ value, unit }: Pick<Quantity, 'value' | 'unit'>): Exact | null {
  if (value === null) return null;
  const exact = exactOf(value);
  return unit.kind === 'duration' || unit.kind === 'size' ? times(exact, exactOf(unit.scale)) : exact;
}

/** An amount in the base unit of its kind, in a unit. */
export function inUnit(amount: Exact, { unit }: RatedUnit): number {
  const scaled = unit.kind === 'duration' || unit.kind === 'size' ? over(amount, exactOf(unit.scale)) : amount;
  return toNumber(scaled);
}

/** `a` + `b`. */
export function plus(a: Exact, b: Exact): Exact {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** `a` − `b`. */
export function minus(a: Exact, b: Exact): Exact {
  return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** `a` · `b`. */
export function times(a: Exact, b: Exact): Exact {
  return reduced(a.n * b.n, a.d * b.d);
}

/** `b` is not 0. */
export function over(a: Exact, b: Exact): Exact {
  return b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);
}

/** That many percent, as a factor: 25 is 1/4. */
export function percentOf(a: Exact): Exact {
  return over(a, HUNDRED);
}

/** How far from 0. */
export function magnitudeOf(a: Exact): Exact {
  return a.n < 0n ? { n: -a.n, d: a.d } : a;
}

/** -1 below 0, 1 above. */
export function signOf(a: Exact): -1 | 0 | 1 {
  return a.n === 0n ? 0 : a.n > 0n ? 1 : -1;
}

/** Below 0 where `a` is smaller, above where it is larger, 0 where they are equal. */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  return signOf(minus(a, b));
}

/** Two amounts are equal, or both unknown. */
export function sameExact(a: Exact | null, b: Exact | null): boolean {
  return a === null || b === null ? a === b : a.n === b.n && a.d === b.d;
}

/** Equal for equal numbers. */
export function keyOfExact({ n, d }: Exact): string {
  return `${n}/${d}`;
}

/** The nearest number; of large terms their leading digits. */
export function toNumber({ n, d }: Exact): number {
  const quotient = Number(n) / Number(d);
  if (Number.isFinite(quotient)) return quotient;
  const shift = BigInt(Math.max(n.toString().length, d.toString().length) - 300);
  return Number(n / 10n ** shift) / Number(d / 10n ** shift);
}

function reduced(n: bigint, d: bigint): Exact {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}
