/** Effort against capacity, as `over-capacity` counts it: what runs on one day adds up. */

import type { DayRange } from '../../../grammar/calendar.ts';
import { baseAmount, comparable, unitsComparable, type RatedUnit } from '../../../grammar/quantity.ts';
import type { Quantity } from '../../../grammar/tree.ts';
import { writeAmount } from '../../model/amounts.ts';
import { knownDays } from '../../model/planning.ts';
import type { Initiative, Person, Team } from '../../model/strategy.ts';
import { scoreRangeProblem } from '../../model/values.ts';
import { mentions } from '../mention.ts';
import type { EffortLoad } from './model.ts';

interface Load {
  readonly initiative: Initiative;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** The greatest effort on one day of a stretch of time; null where none of the initiatives has one that is known. */
export function effortLoad(owner: Person | Team, initiatives: readonly Initiative[], days: DayRange | null): EffortLoad | null {
  const { capacity } = owner;
  const limit = capacity === null ? null : amountOf(capacity);
  const unit = limit === null ? initiatives.find(({ effort }) => effort !== null && amountOf(effort) !== null)?.effort ?? null : capacity;
  if (unit === null) return null;
  const peak = peakOf(initiatives.flatMap((initiative) => loadOf(initiative, unit, days)));
  if (peak === null) return null;
  return {
    text: writeAmount(peak.weight, unitOf(unit, peak.initiatives)),
    share: limit === null || limit === 0 ? null : peak.weight / limit,
    initiatives: mentions(peak.initiatives),
  };
}

/** That of the capacity; of a plain number that of the efforts, which say what is counted. */
function unitOf(unit: RatedUnit, initiatives: readonly Initiative[]): RatedUnit {
  if (unit.unit.kind !== 'none') return unit;
  return initiatives.find(({ effort }) => effort !== null && effort.unit.kind !== 'none' && unitsComparable(effort, unit))?.effort ?? unit;
}

function loadOf(initiative: Initiative, unit: Quantity, days: DayRange | null): readonly Load[] {
  const { effort, period } = initiative;
  const own = knownDays(period) ?? days ?? { start: 0, end: 0 };
  const weight = effort === null ? null : amountOf(effort);
  if (effort === null || weight === null || !comparable(effort, unit)) return [];
  const start = days === null ? own.start : Math.max(own.start, days.start);
  const end = days === null ? own.end : Math.min(own.end, days.end);
  return start > end ? [] : [{ initiative, start, end, weight }];
}

/** The amount in the base unit of its kind; null for `?` and for what counts as not written. */
function amountOf(quantity: Quantity): number | null {
  const amount = baseAmount(quantity);
  return amount === null || amount < 0 || scoreRangeProblem(quantity) !== null ? null : amount;
}

/** A sweep over the days on which something begins: n log n. */
function peakOf(loads: readonly Load[]): { readonly weight: number; readonly initiatives: readonly Initiative[] } | null {
  const begins = loads.toSorted((a, b) => a.start - b.start);
  const ends = loads.toSorted((a, b) => a.end - b.end);
  let sum = 0;
  let ended = 0;
  let peak: { readonly weight: number; readonly day: number } | null = null;
  for (const load of begins) {
    for (let next = ends[ended]; next !== undefined && next.end < load.start; next = ends[ended]) {
      sum -= next.weight;
      ended += 1;
    }
    sum += load.weight;
    if (peak === null || sum > peak.weight) peak = { weight: sum, day: load.start };
  }
  if (peak === null) return null;
  const { day, weight } = peak;
  return { weight, initiatives: loads.filter(({ start, end }) => start <= day && day <= end).map(({ initiative }) => initiative) };
}
