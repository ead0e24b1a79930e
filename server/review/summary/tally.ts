/** What a leader wants to know first, counted (review.md section 6, the verdict). */

import type { Entity, KeyResult, Strategy } from '../../model/strategy.ts';
import type { Change, Pairs } from '../review.ts';
import { hasBegun } from '../risk.ts';

export interface Tally {
  /** Goals, objectives and krs whose promise is less than it was. */
  readonly weakened: number;
  /** Objectives that served a goal and serve none now. */
  readonly unaligned: number;
  /** Things whose past check-ins say something else now. */
  readonly rewritten: number;
  /** Things of which check-ins are not there any more. */
  readonly erased: number;
  readonly slips: number;
  readonly checkins: number;
}

export const NOTHING: Tally = { weakened: 0, unaligned: 0, rewritten: 0, erased: 0, slips: 0, checkins: 0 };

/** The sum over several strategies. */
export function sum(a: Tally, b: Tally): Tally {
  return {
    weakened: a.weakened + b.weakened, unaligned: a.unaligned + b.unaligned, rewritten: a.rewritten + b.rewritten,
    erased: a.erased + b.erased, slips: a.slips + b.slips, checkins: a.checkins + b.checkins,
  };
}

export interface TallyInput {
  readonly base: Strategy;
  readonly head: Strategy;
  readonly pairs: Pairs;
  readonly changes: readonly Change[];
}

/** Counts what the changes of one strategy come to. */
export function tallyOf(input: TallyInput): Tally {
  const { changes, pairs } = input;
  const things = (wanted: (change: Change) => boolean): number => new Set(changes.filter(wanted).map(({ subject: { type, id } }) => `${type} ${id}`)).size;
  return {
    weakened: things((change) => weakens(change, input)),
    unaligned: pairs.all.filter(({ base, head }) => base.kind === 'objective' && head.kind === 'objective'
      && base.alignment === 'aligned' && head.alignment === 'unaligned' && head.active).length,
    // Another note alone is no other record.
    rewritten: things(({ kind, risk }) => kind === 'checkin-rewritten' && risk !== 'low'),
    erased: things(({ kind }) => kind === 'checkin-removed'),
    slips: things(({ kind }) => kind === 'date-slipped'),
    checkins: things(({ kind }) => kind === 'checkin-added'),
  };
}

/**
 * A target lowered, withdrawn, shifted or turned round, a start moved so that less is to do, and a promise dropped or
 * removed once begun. A draft promises nothing yet, and what is closed nothing any more.
 */
export function weakens(change: Change, { base, head }: TallyInput): boolean {
  const before = base.byId.get(change.subject.was ?? change.subject.id);
  if (before === undefined || before.kind !== change.subject.type || !isPromise(before)) return false;
  switch (change.kind) {
    case 'target-lowered': case 'target-withdrawn': case 'target-shifted': return true;
    case 'measure-changed': return anyMeasure(before, head.byId.get(change.subject.id), turnedRound);
    case 'baseline-moved': return anyMeasure(before, head.byId.get(change.subject.id), lessToDo);
    case 'goal-dropped': case 'objective-dropped': case 'kr-dropped': case 'goal-removed': case 'objective-removed': case 'kr-removed':
      return hasBegun(before, base.asOf);
    default: return false;
  }
}

/** The goals and objectives of a strategy that have begun; what stands in objectives goes with them. */
export function promisesIn({ goals, objectives, asOf }: Strategy): number {
  return [...goals, ...objectives].filter((entity) => entity.laterThan === null && isPromise(entity) && hasBegun(entity, asOf)).length;
}

function isPromise(entity: Entity): boolean {
  if (entity.kind !== 'goal' && entity.kind !== 'objective' && entity.kind !== 'kr') return false;
  return entity.status.value !== 'draft' && !entity.closed;
}

type Reading = NonNullable<KeyResult['reading']>;

function anyMeasure(before: Entity, after: Entity | undefined, holds: (before: Reading, after: Reading) => boolean): boolean {
  if (before.kind === 'kr' && after?.kind === 'kr') return before.reading !== null && after.reading !== null && holds(before.reading, after.reading);
  if (before.kind !== 'goal' || after?.kind !== 'goal') return false;
  return before.metrics.some(({ metric, reading }) => {
    const other = after.metrics.find((candidate) => candidate.metric !== null && candidate.metric.id === metric?.id)?.reading ?? null;
    return reading !== null && other !== null && holds(reading, other);
  });
}

function turnedRound(before: Reading, after: Reading): boolean {
  return direction(before) * direction(after) < 0;
}

function direction(reading: Reading): number {
  switch (reading.kind) {
    case 'change': return reading.direction ?? 0;
    case 'at-least': return 1;
    case 'at-most': return -1;
    case 'between': case 'milestone': return 0;
  }
}

function lessToDo(before: Reading, after: Reading): boolean {
  if (before.start === null || after.start === null) return false;
  return direction(before) * (after.start - before.start) > 0;
}
