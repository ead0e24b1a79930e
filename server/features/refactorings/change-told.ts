/** A change told by its target, or by its size: `from 18% to 23%` and `from 18% up 5pp` mean the same. */

import { parseFile } from '../../../grammar/parse.ts';
import { baseAmount, type RatedUnit } from '../../../grammar/quantity.ts';
import { firstProperty, type Quantity } from '../../../grammar/tree.ts';
import type { KeyResult, MeasureReading } from '../../model/strategy.ts';
import { writeAmount } from '../../model/amounts.ts';
import { inFile } from '../body-lines.ts';
import type { Given, Offer, Refactoring } from './refactoring.ts';

export const told: Refactoring = { kind: 'refactor.rewrite', offers };

function offers({ entity }: Given): readonly Offer[] {
  if (entity.kind !== 'kr' || entity.reading === null || entity.declaration.broken) return [];
  const { reading } = entity;
  const { from, form } = reading.measure;
  if (!reading.sound || reading.kind !== 'change' || from === null || reading.start === null || reading.target === null) return [];
  const tail = form === 'to' ? bySize(reading, reading.target - reading.start) : byTarget(from, reading.target);
  return tail === null ? [] : [{
    title: form === 'to' ? `Tell it by its change: \`${tail}\`` : `Tell it by its target: \`${tail}\``,
    plan: () => ({ changes: [{ file: entity.origin.file, ...inFile(entity, { start: from.end, end: reading.measure.span.end, newText: ` ${tail}` }) }] }),
  }].filter(() => isAlone(entity));
}

/** A measure that stands twice, or not where its places say, is left alone. */
function isAlone({ declaration, reading }: KeyResult): boolean {
  const holders = declaration.properties.filter((property) => (property.name === 'measure' || property.name === 'metric') && property.value.measure !== null);
  return holders.length === 1 && reading !== null && (firstProperty(declaration, 'measure') ?? firstProperty(declaration, 'metric'))?.value.measure === reading.measure;
}

function bySize({ measure: { to } }: MeasureReading, change: number): string | null {
  if (to === null || change === 0) return null;
  const rated: RatedUnit = to.unit.kind === 'percent' ? { unit: { kind: 'points' }, per: to.per } : to;
  const size = exactly(Math.abs(change), rated);
  return size === null ? null : `${change > 0 ? 'up' : 'down'} ${size}`;
}

function byTarget(from: Quantity, target: number): string | null {
  const written = exactly(target, from);
  return written === null ? null : `to ${written}`;
}

/** The amount as it is written; null where that would round it. */
function exactly(amount: number, rated: RatedUnit): string | null {
  const written = writeAmount(amount, rated);
  const [kr] = parseFile(`objective o "" {\nkr "" at least ${written}\n}`).chunks[0]?.chunk.declarations[0]?.children ?? [];
  const low = kr === undefined ? null : firstProperty(kr, 'measure')?.value.measure?.low ?? null;
  const value = low === null ? null : baseAmount(low);
  return value !== null && Math.abs(value - amount) <= 1e-9 * Math.max(1, Math.abs(amount)) ? written : null;
}
