/** How a value went, laid out for a small picture: check-ins between the first and the last day, against a target. */

import { formatDay, type Day } from '../../grammar/calendar.ts';
import { comparable } from '../../grammar/quantity.ts';
import { currentText } from '../model/measure-words.ts';
import { knownDays } from '../model/planning.ts';
import { unitAmount } from '../model/values.ts';
import type { Checkin, CurrentValue, KeyResult, Metric } from '../model/strategy.ts';

export interface TrendPoint {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Where between the first (0) and the last day (1) of the picture. */
  readonly at: number;
  /** Where between the lowest (0) and the highest value (1) of the picture. */
  readonly height: number;
  /** The value as written. */
  readonly text: string;
}

export interface Trend {
  /** By day. */
  readonly points: readonly TrendPoint[];
  /** The height of what is to be reached or held: of a change its target, of bounds the one or the two. */
  readonly targets: readonly number[];
  /** Where as-of stands, 0 … 1. */
  readonly asOf: number;
}

interface Dated {
  readonly day: Day;
  readonly value: CurrentValue;
}

/** The check-ins of a kr up to as-of, else those of its metric; null without any. */
export function keyResultTrend(keyResult: KeyResult, asOf: Day): Trend | null {
  const { reading, metric } = keyResult;
  const own = dated(keyResult.checkins, asOf);
  const unit = reading?.unit ?? null;
  const values = own.length > 0 || metric === null ? own : dated(metric.checkins, asOf)
    .filter(({ value }) => value.quantity !== null && (unit === null || comparable(value.quantity, unitAmount(unit))));
  const days = knownDays(keyResult.period);
  const targets = reading === null ? [] : reading.kind === 'milestone' ? [1] : [reading.target, reading.low, reading.high].filter((target) => target !== null);
  return layOut(values, { start: days?.start ?? null, end: keyResult.lastDay ?? days?.end ?? null, begin: reading?.start ?? null, targets, asOf });
}

/** The check-ins of a metric up to as-of, against targets in its unit; null without any. */
export function metricTrend(metric: Metric, targets: readonly number[], asOf: Day): Trend | null {
  return layOut(dated(metric.checkins, asOf), { start: null, end: null, begin: null, targets, asOf });
}

/** The check-ins with a value up to a day, by day; of one day the last written. */
function dated(checkins: readonly Checkin[], asOf: Day): readonly Dated[] {
  const byDay = new Map<Day, CurrentValue>();
  for (const { day, value } of checkins) if (day !== null && day <= asOf && value !== null) byDay.set(day, value);
  return [...byDay].map(([day, value]) => ({ day, value })).sort((a, b) => a.day - b.day);
}

interface Frame {
  readonly start: Day | null;
  readonly end: Day | null;
  /** The value where it starts. */
  readonly begin: number | null;
  readonly targets: readonly number[];
  readonly asOf: Day;
}

function layOut(values: readonly Dated[], { start, end, begin, targets, asOf }: Frame): Trend | null {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = Math.min(start ?? first.day, first.day);
  const to = Math.max(end ?? last.day, last.day);
  const amounts = [...values.map(({ value }) => value.amount), ...targets, ...begin === null ? [] : [begin]];
  // Not by spreading into Math.min: a list may be longer than a call takes arguments.
  const low = amounts.reduce((least, amount) => Math.min(least, amount), Infinity);
  const high = amounts.reduce((most, amount) => Math.max(most, amount), -Infinity);
  const across = (day: number): number => (to === from ? 1 : Math.min(1, Math.max(0, (day - from) / (to - from))));
  const up = (amount: number): number => (high === low ? 0.5 : (amount - low) / (high - low));
  return {
    points: values.map(({ day, value }) => ({ day: formatDay(day), at: across(day), height: up(value.amount), text: currentText(value) })),
    targets: targets.map(up),
    asOf: across(asOf),
  };
}
