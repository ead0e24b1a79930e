/** Score, expected and health as of a day (language.md section 5). */

import type { Day, DayRange } from '../../grammar/calendar.ts';
import type { Mutable } from './declare.ts';
import { knownDays } from './planning.ts';
import type { Flow, SupportNode } from './alignment.ts';
import { isBelow } from './values.ts';
import type { Goal, Health, KeyResult, Objective, PeriodReading } from './strategy.ts';

/** How far score may lie behind expected. */
const AT_RISK = 0.10;
const OFF_TRACK = 0.30;

/** The elapsed part of a period: 0 before it, 1 after it, first and last day included. */
function elapsed(days: DayRange, asOf: Day): number {
  if (asOf < days.start) return 0;
  if (asOf > days.end) return 1;
  return (asOf - days.start + 1) / (days.end - days.start + 1);
}

function expectedOfKeyResult(keyResult: KeyResult, asOf: Day): number | null {
  const days = knownDays(keyResult.period);
  if (days === null) return null;
  const end = keyResult.by?.day ?? days.end;
  const share = keyResult.current?.amount ?? 0;
  if (keyResult.reading?.kind === 'milestone' && !(share > 0 && share < 1)) return asOf > end ? 1 : 0;
  return elapsed({ start: days.start, end }, asOf);
}

interface HealthInput {
  readonly status: Health | 'active';
  readonly period: PeriodReading;
  readonly brokenHealth: boolean;
  readonly score: number | null;
  readonly expected: number | null;
  /** Only health krs score it: it is done when the period is over. */
  readonly onlyHealth: boolean;
}

function health(input: HealthInput, asOf: Day): Health {
  const { status, score, expected, onlyHealth } = input;
  if (status !== 'active') return status;
  const days = knownDays(input.period);
  if (input.brokenHealth && (days === null || asOf >= days.start)) return 'off-track';
  if (score !== null && !isBelow(score, 1) && (!onlyHealth || (days !== null && asOf > days.end))) return 'done';
  if (days !== null && asOf < days.start) return 'not-started';
  if (days === null || score === null || expected === null) return 'unknown';
  if (isBelow(score, expected - OFF_TRACK)) return 'off-track';
  return isBelow(score, expected - AT_RISK) ? 'at-risk' : 'on-track';
}

/** Fills expected and health of a kr whose score is known. */
export function standKeyResult(keyResult: Mutable<KeyResult>, asOf: Day): void {
  keyResult.expected = expectedOfKeyResult(keyResult, asOf);
  keyResult.health = health({
    status: keyResult.status.value, period: keyResult.period, brokenHealth: keyResult.brokenHealth,
    score: keyResult.score, expected: keyResult.expected, onlyHealth: keyResult.healthMeasure,
  }, asOf);
}

/** The krs that an objective's score counts: neither dropped nor draft themselves; health krs only where no other has a measure. */
export function countedKeyResults(objective: Objective): { readonly keyResults: readonly KeyResult[]; readonly onlyHealth: boolean } {
  const counting = objective.keyResults.filter(({ status, laterThan }) =>
    status.own !== 'dropped' && status.own !== 'draft' && !isLater(laterThan, objective));
  const measured = counting.filter((keyResult) => keyResult.reading !== null && !keyResult.healthMeasure);
  if (measured.length > 0) return { keyResults: measured, onlyHealth: false };
  return { keyResults: counting.filter((keyResult) => keyResult.healthMeasure), onlyHealth: true };
}

/** Whether a kr is a later one in its own objective (all of a later objective's krs are, and still count within it). */
function isLater(laterThan: KeyResult['laterThan'], objective: Objective): boolean {
  return laterThan !== null && laterThan !== objective.laterThan;
}

function weightedMean<T>(items: readonly T[], value: (item: T) => number | null, weight: (item: T) => number): number | null {
  let sum = 0;
  let weights = 0;
  for (const item of items) {
    const number = value(item);
    if (number === null) continue;
    sum += number * weight(item);
    weights += weight(item);
  }
  return weights === 0 ? null : sum / weights;
}

/** Fills score, expected and health of an objective whose krs have theirs. */
export function standObjective(objective: Mutable<Objective>, asOf: Day): void {
  const { keyResults, onlyHealth } = countedKeyResults(objective);
  const scored = keyResults.filter((keyResult) => keyResult.score !== null);
  const days = knownDays(objective.period);
  objective.score = weightedMean(scored, (keyResult) => keyResult.score, (keyResult) => keyResult.weight);
  objective.expected = days === null ? null
    : weightedMean(scored, (keyResult) => keyResult.expected, (keyResult) => keyResult.weight) ?? elapsed(days, asOf);
  objective.health = health({
    status: objective.status.value, period: objective.period,
    brokenHealth: objective.keyResults.some((keyResult) => keyResult.brokenHealth && keyResult.status.value === 'active' && !isLater(keyResult.laterThan, objective)),
    score: objective.score, expected: objective.expected, onlyHealth: onlyHealth && keyResults.length > 0,
  }, asOf);
}

/** Fills score, expected and health of goals, from the scores of the objectives below, each by its share. */
export function standGoals(goals: readonly Goal[], flows: ReadonlyMap<SupportNode, Flow>, asOf: Day): void {
  for (const goal of goals) standGoal(goal, flows.get(goal), asOf);
}

/** Fills score, expected and health of a goal from what flows to it. */
export function standGoal(goal: Mutable<Goal>, flow: Flow | undefined, asOf: Day): void {
  const days = knownDays(goal.period);
  goal.score = flow === undefined || flow.shares === 0 ? null : flow.scores / flow.shares;
  goal.expected = days === null ? null : elapsed(days, asOf);
  goal.health = health({
    status: goal.status.value, period: goal.period, brokenHealth: false, score: goal.score, expected: goal.expected, onlyHealth: false,
  }, asOf);
}
