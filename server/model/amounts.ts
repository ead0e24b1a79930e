/** Amounts in the language's own way of writing, for hints, cards and pictures. */

import type { RatedUnit, Unit } from '../../grammar/quantity.ts';

/** An amount in the base unit of its kind (seconds, bytes, else as written), in this unit: `$4.2M`, `18%`, `1_500 teams per month`. */
export function writeAmount(amount: number, { unit, per }: RatedUnit): string {
  const written = inUnit(amount, unit);
  return per === null ? written : `${written} per ${per}`;
}

/** A change by an amount, with its sign; of percentages in points. */
export function writeChange(amount: number, { unit, per }: RatedUnit): string {
  const sign = amount < 0 ? '-' : '+';
  return `${sign}${writeAmount(Math.abs(amount), { unit: unit.kind === 'percent' ? { kind: 'points' } : unit, per })}`;
}

/** A share, 0 … 1, as a percentage with as many places as it needs, one at most. */
export function writeShare(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

const SIGNS: ReadonlyMap<string, string> = new Map([['USD', '$'], ['EUR', '€'], ['GBP', '£'], ['JPY', '¥']]);

function inUnit(amount: number, unit: Unit): string {
  switch (unit.kind) {
    case 'none': return writeNumber(amount);
    case 'currency': {
      const sign = SIGNS.get(unit.code);
      if (sign === undefined) return `${short(amount)} ${unit.code}`;
      return `${amount < 0 ? '-' : ''}${sign}${short(Math.abs(amount))}`;
    }
    case 'percent': return `${writeNumber(amount)}%`;
    case 'points': return `${writeNumber(amount)}pp`;
    case 'multiple': return `${writeNumber(amount)}x`;
    case 'duration': case 'size': {
      const number = writeNumber(amount / unit.scale);
      return unit.symbol.length > 3 ? `${number} ${unit.symbol}` : `${number}${unit.symbol}`;
    }
    case 'score': return `${writeNumber(amount)}/${unit.denominator}`;
    case 'word': return `${short(amount)} ${unit.word}`;
    default: return unit satisfies never;
  }
}

const MAGNITUDES: readonly (readonly [number, string])[] = [[1e9, 'B'], [1e6, 'M'], [1e4, 'k']];

/** With a magnitude, where three digits say all of it. */
function short(amount: number): string {
  for (const [size, letter] of MAGNITUDES) {
    if (Math.abs(amount) < size) continue;
    const scaled = Number((amount / (letter === 'k' ? 1e3 : size)).toPrecision(4));
    const value = scaled * (letter === 'k' ? 1e3 : size);
    return Math.abs(value - amount) <= 1e-9 * Math.abs(amount) ? `${writeNumber(scaled)}${letter}` : writeNumber(amount);
  }
  return writeNumber(amount);
}

/** With two places at most, more below 1; `_` between thousands, as it may be written. */
export function writeNumber(number: number): string {
  const rounded = Math.abs(number) < 1 ? Number(number.toPrecision(2)) : Number(number.toFixed(2));
  if (Math.abs(rounded) >= 1e15 || (rounded !== 0 && Math.abs(rounded) < 1e-6)) return String(rounded);
  const [whole = '', places] = Math.abs(rounded).toString().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '_');
  return `${rounded < 0 ? '-' : ''}${grouped}${places === undefined ? '' : `.${places}`}`;
}
