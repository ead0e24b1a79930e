/** What the model found wrong with measures and values, for the rules that tell of it. */

import { nowClause } from '../model/references.ts';
import type { Entity, Goal, KeyResult, MeasureProblem, MeasureReading, Metric } from '../model/strategy.ts';
import { readNow } from '../model/values.ts';
import type { Scope } from './scope.ts';

/** A problem with what it stands in: a measure, or a value of a check-in or of a metric's `now`. */
export interface FoundProblem {
  readonly entity: KeyResult | Goal | Metric;
  readonly problem: MeasureProblem;
  /** The measure it is in; null where it is in a check-in, a metric's `now` or that of a kr without a measure. */
  readonly reading: MeasureReading | null;
}

/** The first problem of every measure, and that of every check-in and metric's value. */
export function* measureProblems({ metrics, goals, keyResults }: Scope): Generator<FoundProblem> {
  for (const metric of metrics) {
    if (metric.now.problem !== null) yield { entity: metric, problem: metric.now.problem, reading: null };
    for (const { problem } of metric.checkins) {
      if (problem !== null) yield { entity: metric, problem, reading: null };
    }
  }
  for (const goal of goals) {
    for (const { reading } of goal.metrics) yield* inMeasure(goal, reading);
  }
  for (const keyResult of keyResults) {
    const { reading, checkins } = keyResult;
    yield* inMeasure(keyResult, reading);
    if (reading === null) {
      const { problem } = readNow(nowClause(keyResult.declaration), { type: 'any' });
      if (problem !== null) yield { entity: keyResult, problem, reading };
    }
    for (const { problem } of checkins) {
      if (problem !== null) yield { entity: keyResult, problem, reading: null };
    }
  }
}

function* inMeasure(entity: KeyResult | Goal, reading: MeasureReading | null): Generator<FoundProblem> {
  if (reading !== null && reading.problem !== null) yield { entity, problem: reading.problem, reading };
}

/** The metric that a thing is measured by, to name it; null where it has none, or several. */
export function metricOf(entity: Entity, reading: MeasureReading | null): Metric | null {
  if (reading !== null) return reading.metric;
  if (entity.kind === 'metric') return entity;
  return entity.kind === 'kr' ? entity.metric : null;
}

