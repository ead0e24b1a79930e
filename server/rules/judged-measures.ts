/** The measures that get findings: those of key results and of goals (language.md section 6, "Who gets findings"). */

import { label, shortLabel } from '../model/naming.ts';
import type { Goal, KeyResult, MeasureReading } from '../model/strategy.ts';
import type { Scope } from './scope.ts';

/** A measure and what says it. */
export interface JudgedMeasure {
  readonly entity: Goal | KeyResult;
  readonly reading: MeasureReading;
}

/** Many rules ask for them. */
const known = new WeakMap<Scope, readonly JudgedMeasure[]>();

/** Every measure of a judged goal or key result. */
export function judgedMeasures(scope: Scope): readonly JudgedMeasure[] {
  let measures = known.get(scope);
  if (measures === undefined) {
    measures = gather(scope);
    known.set(scope, measures);
  }
  return measures;
}

function gather({ goals, keyResults }: Scope): readonly JudgedMeasure[] {
  const measures: JudgedMeasure[] = [];
  for (const goal of goals) {
    if (!goal.judged) continue;
    for (const { reading } of goal.metrics) {
      if (reading !== null) measures.push({ entity: goal, reading });
    }
  }
  for (const keyResult of keyResults) {
    if (keyResult.judged && keyResult.reading !== null) measures.push({ entity: keyResult, reading: keyResult.reading });
  }
  return measures;
}

/** What a message says of whose measure it is, at its beginning; a goal may have several. */
export function measureLabel({ entity, reading: { metric } }: JudgedMeasure): string {
  return entity.kind === 'goal' && metric !== null ? `${label(metric)} of goal ${shortLabel(entity)}` : label(entity);
}

/**
 * Whether rules may ask what a measure says: all of it was read, and nothing is wrong with it that has its own
 * finding. Its metric's name may still mean nothing; `MeasureReading.sound` asks for that too.
 */
export function isReadable(reading: MeasureReading): boolean {
  return !reading.measure.broken && reading.problem === null;
}

/**
 * Whether it is certain that a change without a written start has none. It is not while what could tell the start
 * cannot be read: the metric's name, its text, the date of a check-in, or the period whose first day counts.
 */
export function startsNowhere({ entity, reading }: JudgedMeasure): boolean {
  if (reading.kind !== 'change' || !reading.sound || reading.startWritten || reading.start !== null) return false;
  const { metric } = reading;
  if (metric === null) return true;
  if (metric.declaration.broken) return false;
  const dated = metric.checkins.filter((checkin) => checkin.value !== null);
  return !dated.some((checkin) => checkin.day === null) && !(entity.period.state === 'unknown' && dated.length > 0);
}
