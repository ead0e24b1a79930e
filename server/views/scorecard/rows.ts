/** One row of the scorecard for one thing. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import { firstProperty } from '../../../grammar/tree.ts';
import { periodName } from '../../model/figures.ts';
import { currentText, measureText } from '../../model/measure-words.ts';
import { scoreOf } from '../../model/progress.ts';
import { latestCheckin, readConfidence } from '../../model/values.ts';
import type { Checkin, Goal, GoalMetric, KeyResult, Metric, Objective } from '../../model/strategy.ts';
import { mention, mentions } from '../mention.ts';
import { keyResultTrend, metricTrend } from '../trend.ts';
import type { CheckinNote, ConfidenceTrend, ScorecardRow } from './model.ts';

type Row = Omit<ScorecardRow, 'rows' | 'context' | 'of'>;

const NOTHING = { measure: null, metric: null, current: null, noData: false, trend: null, confidence: null, aligned: null, lastCheckin: null } as const;

/** A goal; its metrics have rows of their own. */
export function goalRow(goal: Goal): Row {
  return {
    ...NOTHING,
    kind: 'goal', id: goal.id, title: goal.title ?? goal.id, owners: mentions(goal.owners), period: periodName(goal.period),
    score: goal.score, expected: goal.expected, health: goal.health,
  };
}

/** A metric of a goal, with what the goal wants of it. */
export function goalMetricRow(goal: Goal, { metric, reading, current, progress }: GoalMetric, asOf: Day): Row | null {
  if (metric === null) return null;
  const targets = [reading?.target ?? null, reading?.low ?? null, reading?.high ?? null].filter((target) => target !== null);
  return {
    ...NOTHING,
    kind: 'metric', id: metric.id, title: metric.title ?? metric.id, owners: mentions(ownersOf(metric)), period: null,
    measure: reading === null ? null : measureText(reading.measure),
    metric: mention(metric),
    current: current === null ? null : currentText(current),
    noData: current === null,
    score: scoreOf(progress),
    expected: reading === null ? null : goal.expected,
    trend: metricTrend(metric, targets, asOf),
    health: null,
    lastCheckin: checkinNote(metric.checkins, asOf),
  };
}

/** An objective; its krs have rows of their own, and the latest of their check-ins is its. */
export function objectiveRow(objective: Objective, asOf: Day): Row {
  const checkins = objective.keyResults.map((keyResult) => keyResultCheckin(keyResult, asOf)).filter((checkin) => checkin !== null);
  return {
    ...NOTHING,
    kind: 'objective', id: objective.id, title: objective.title ?? objective.id, owners: mentions(objective.owners), period: periodName(objective.period),
    score: objective.score, expected: objective.expected, health: objective.health,
    aligned: objective.alignment === 'unknown' ? null : objective.alignment === 'aligned',
    lastCheckin: checkins.reduce<CheckinNote | null>((latest, one) => (latest === null || one.ago < latest.ago ? one : latest), null),
  };
}

/** A kr. */
export function keyResultRow(keyResult: KeyResult, asOf: Day): Row {
  const { reading, metric, current } = keyResult;
  return {
    ...NOTHING,
    kind: 'kr', id: keyResult.id, title: keyResult.title ?? keyResult.id, owners: mentions(keyResult.owners), period: periodName(keyResult.period),
    measure: reading === null ? null : [measureText(reading.measure), ...byWords(keyResult)].join(' '),
    metric: metric === null ? null : mention(metric),
    current: current === null ? null : currentText(current),
    noData: keyResult.noData,
    score: keyResult.score, expected: keyResult.expected, health: keyResult.health,
    trend: keyResultTrend(keyResult, asOf),
    confidence: confidenceTrend(keyResult, asOf),
    lastCheckin: keyResultCheckin(keyResult, asOf),
  };
}

function byWords({ by }: KeyResult): readonly string[] {
  return by === null || by.day === null ? [] : [`by ${formatDay(by.day)}`];
}

/** Who answers for a metric. */
function ownersOf(metric: Metric) {
  return metric.links.flatMap(({ kind, target }) => (kind === 'owner' && target !== null ? [target] : []));
}

/** The latest check-in of a kr up to as-of, else that of its metric. */
function keyResultCheckin({ checkins, metric }: KeyResult, asOf: Day): CheckinNote | null {
  return checkinNote(checkins, asOf) ?? (metric === null ? null : checkinNote(metric.checkins, asOf));
}

function checkinNote(checkins: readonly Checkin[], asOf: Day): CheckinNote | null {
  const latest = latestCheckin(checkins, asOf, () => true);
  return latest === null || latest.day === null ? null : { day: formatDay(latest.day), ago: asOf - latest.day, note: latest.note };
}

/** The confidences stated up to as-of: that of the kr itself, then those of its check-ins by day. */
function confidenceTrend(keyResult: KeyResult, asOf: Day): ConfidenceTrend | null {
  const own = readConfidence(firstProperty(keyResult.declaration, 'confidence')?.value ?? null);
  const stated = keyResult.checkins
    .filter(({ day, confidence }) => day !== null && day <= asOf && confidence !== null)
    .sort((a, b) => (a.day ?? 0) - (b.day ?? 0))
    .flatMap(({ confidence }) => confidence ?? []);
  const values = own === null ? stated : [own, ...stated];
  const value = values.at(-1);
  const before = values.at(-2);
  return value === undefined ? null : { value, change: before === undefined ? null : value - before, values };
}
