/** Whether values that were worked out anew say the same as before, places aside. */

import type { RatedUnit, Unit } from '../../../grammar/quantity.ts';
import type { DayRange } from '../../../grammar/calendar.ts';
import type { Quantity } from '../../../grammar/tree.ts';
import type { Checkin, CurrentValue, GoalMetric, KeyResult, MeasureProblem, MeasureReading, Metric, PeriodReading, Status } from '../strategy.ts';

type Amount = Omit<Quantity, 'start' | 'end'>;

/** The same days, or none. */
export function sameDays(a: DayRange | null, b: DayRange | null): boolean {
  return a === b || (a?.start === b?.start && a?.end === b?.end);
}

/** The same period, known or not. */
export function samePeriod(a: PeriodReading, b: PeriodReading): boolean {
  if (a.state !== 'known' || b.state !== 'known') return a.state === b.state;
  return a.period.id === b.period.id && sameDays(a.period.days, b.period.days);
}

/** The same status, with its date and reason. */
export function sameStatus(a: Status, b: Status): boolean {
  return a.value === b.value && a.own === b.own && a.date === b.date && a.reason === b.reason;
}

function sameUnits(a: Unit, b: Unit): boolean {
  switch (a.kind) {
    case 'none': case 'percent': case 'points': case 'multiple': return a.kind === b.kind;
    case 'currency': return a.kind === b.kind && a.code === b.code;
    case 'duration': case 'size': return a.kind === b.kind && a.symbol === b.symbol && a.scale === b.scale;
    case 'score': return a.kind === b.kind && a.denominator === b.denominator;
    case 'word': return a.kind === b.kind && a.word === b.word;
  }
}

/** The same unit, as written. */
export function sameUnit(a: RatedUnit | null, b: RatedUnit | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || (a.per === b.per && sameUnits(a.unit, b.unit));
}

/** The same amount, as written. */
export function sameAmount(a: Amount | null, b: Amount | null): boolean {
  if (a === null || b === null) return a === b;
  return a.value === b.value && a.text === b.text && sameUnit(a, b);
}

/** The same value from the same source. */
export function sameCurrent(a: CurrentValue | null, b: CurrentValue | null): boolean {
  if (a === null || b === null) return a === b;
  return a.amount === b.amount && a.source === b.source && sameAmount(a.quantity, b.quantity);
}

function sameProblem(a: MeasureProblem | null, b: MeasureProblem | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.rule !== b.rule || a.detail.type !== b.detail.type) return false;
  if (a.detail.type === 'score-range' && b.detail.type === 'score-range') return a.detail.denominator === b.detail.denominator;
  if (a.detail.type !== 'mismatch' || b.detail.type !== 'mismatch') return true;
  return a.detail.from === b.detail.from && sameUnit(a.detail.found, b.detail.found) && sameUnit(a.detail.expected, b.detail.expected);
}

function sameCheckins(a: readonly Checkin[], b: readonly Checkin[]): boolean {
  return a.length === b.length && a.every((checkin, index) => {
    const other = b[index];
    return other !== undefined && checkin.day === other.day && checkin.confidence === other.confidence && checkin.note === other.note
      && sameCurrent(checkin.value, other.value) && sameProblem(checkin.problem, other.problem);
  });
}

function sameReading(a: MeasureReading | null, b: MeasureReading | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && a.keep === b.keep && a.metric === b.metric && a.mismatched === b.mismatched && a.sound === b.sound
    && a.start === b.start && a.startWritten === b.startWritten && a.target === b.target && a.low === b.low && a.high === b.high
    && a.direction === b.direction && (a.now === null) === (b.now === null) && sameUnit(a.unit, b.unit) && sameProblem(a.problem, b.problem);
}

/** What a metric tells those that are measured by it. */
export type MetricFacts = Pick<Metric, 'unit' | 'better' | 'checkins' | 'now' | 'current'>;

/** The same, as those that are measured by it read it. */
export function sameMetric(a: MetricFacts, b: MetricFacts): boolean {
  return a.better === b.better && sameUnit(a.unit, b.unit) && sameCurrent(a.current, b.current) && sameCurrent(a.now.value, b.now.value)
    && sameProblem(a.now.problem, b.now.problem) && sameCheckins(a.checkins, b.checkins);
}

/** The same metrics, measures and progress. */
export function sameGoalMetrics(a: readonly GoalMetric[], b: readonly GoalMetric[]): boolean {
  return a.length === b.length && a.every((metric, index) => {
    const other = b[index];
    return other !== undefined && metric.metric === other.metric && metric.progress === other.progress
      && sameCurrent(metric.current, other.current) && sameReading(metric.reading, other.reading);
  });
}

/** What a kr says of its measure. */
export type KeyResultFacts = Pick<
  KeyResult,
  'metric' | 'reading' | 'healthMeasure' | 'segment' | 'weight' | 'checkins' | 'confidence' | 'current' | 'progress' | 'noData' | 'brokenHealth'
>;

/** The same metric, measure, values and progress. */
export function sameKeyResult(a: KeyResultFacts, b: KeyResultFacts): boolean {
  return a.metric === b.metric && a.segment === b.segment && a.weight === b.weight && a.progress === b.progress && a.noData === b.noData
    && a.healthMeasure === b.healthMeasure && a.brokenHealth === b.brokenHealth && a.confidence?.value === b.confidence?.value
    && sameCurrent(a.current, b.current) && sameReading(a.reading, b.reading) && sameCheckins(a.checkins, b.checkins);
}
