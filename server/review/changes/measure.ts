/** Measures of krs and of goals' metrics: targets lowered and raised, starts moved, measures exchanged (review.md section 4). */

import type { Span } from '../../../grammar/tree.ts';
import { unitText } from '../../exchange/measures.ts';
import { writeAmount } from '../../model/amounts.ts';
import { measureText } from '../../model/measure-words.ts';
import { shortLabel } from '../../model/naming.ts';
import type { Entity, Goal, KeyResult } from '../../model/strategy.ts';
import { compareExact, inUnit, magnitudeOf, minus, signOf, toNumber, type Exact } from '../exact.ts';
import { measureKey } from '../keys.ts';
import type { Entry, FoundChange } from '../ledger.ts';
import { directionOf, measureChanges, unitIsSpelledOut, type MeasureChange } from '../measure-changes.ts';
import type { Comparing } from '../view.ts';
import type { Delta } from '../review.ts';
import { wasIs } from '../sentences.ts';
import type { WorkedMeasure } from '../worked-measure.ts';

/** One measure on both sides, with what it belongs to. */
export interface MeasuredPair {
  readonly base: KeyResult | Goal;
  readonly head: KeyResult | Goal;
  readonly property: 'measure' | 'metric';
  readonly before: WorkedMeasure | null;
  readonly after: WorkedMeasure | null;
  /** The text of another metric or segment, which makes it another measure whatever it says. */
  readonly other: { readonly property: string; readonly before: string | null; readonly after: string | null; readonly spans: readonly [Span | null, Span | null] } | null;
  /** All of the measure on each side, with the metric and the segment that it is about. */
  readonly texts?: readonly [string | null, string | null];
  /** Named after the thing where it has several: ` by 'ARR' (arr)`. */
  readonly by: string;
}

/** Records in what a measure differs; [] where both mean the same. */
export function recordMeasure(pair: MeasuredPair, { ledger }: Comparing): readonly Entry[] {
  const { before, after, other } = pair;
  if (other !== null && (before !== null || after !== null)) return [ledger.record(anotherMeasure(pair))];
  const changes = measureChanges(before, after);
  if (changes.length > 0) return changes.map((change) => ledger.record(change === 'measure-changed' ? anotherMeasure(pair) : foundChange(pair, change)));
  if (!unitIsSpelledOut(before, after) && (before === null) === (after === null)) return [];
  const [was, is] = [wholeText(before), wholeText(after)];
  if (was === is) return [];
  return [ledger.record({ ...place(pair, was, is), kind: 'property-changed', message: `Measure of ${shortLabel(pair.head)}${pair.by} written otherwise: it was \`${was ?? 'nothing'}\` and is \`${is ?? 'nothing'}\`.` })];
}

function place({ base, head, property, before, after }: MeasuredPair, was: string | null, is: string | null) {
  return { base: base as Entity, head: head as Entity, property, before: was, after: is, spans: [spanOfMeasure(before), spanOfMeasure(after)] as const };
}

function spanOfMeasure(worked: WorkedMeasure | null): Span | null {
  return worked?.reading.measure.span ?? null;
}

function anotherMeasure(pair: MeasuredPair): FoundChange {
  const { before, after, other, head, by } = pair;
  if (other !== null && keyOf(before) === keyOf(after)) {
    const { property, spans } = other;
    return {
      ...place(pair, other.before, other.after), kind: 'measure-changed', property, spans,
      message: `${shortLabel(head)} is measured otherwise: another ${property}${wasIs(other.before, other.after)}.`,
    };
  }
  const [was, is] = [pair.texts?.[0] ?? wholeText(before), pair.texts?.[1] ?? wholeText(after)];
  return {
    ...place(pair, was, is), kind: 'measure-changed',
    message: `${shortLabel(head)}${by} is measured otherwise, and the two cannot be compared: it was \`${was ?? 'nothing'}\` and is \`${is ?? 'nothing'}\`.`,
  };
}

function keyOf(worked: WorkedMeasure | null): string {
  return measureKey(worked?.reading.measure ?? null);
}

function foundChange(pair: MeasuredPair, change: Exclude<MeasureChange, 'measure-changed'>): FoundChange {
  const isStart = change.startsWith('baseline-');
  const [was, is] = isStart ? startTexts(pair) : targetTexts(pair);
  const spans = [partSpan(pair.before, isStart), partSpan(pair.after, isStart)] as const;
  return { ...place(pair, was, is), kind: change, spans, delta: deltaOf(pair, isStart), message: messageOf(pair, change, was, is) };
}

/** The quantity that changed, or the whole measure where several did. */
function partSpan(worked: WorkedMeasure | null, isStart: boolean): Span | null {
  if (worked === null) return null;
  const { span, from, to, size, low, high } = worked.reading.measure;
  if (isStart) return from ?? span;
  return low !== null && high !== null ? span : to ?? size ?? low ?? high ?? span;
}

function startTexts({ before, after }: MeasuredPair): readonly [string | null, string | null] {
  return [startText(before), startText(after)];
}

function startText(worked: WorkedMeasure | null): string | null {
  return worked === null ? null : worked.reading.measure.from?.text ?? amountText(worked.start, worked);
}

/** As written where both are written alike, else worked out. */
function targetTexts({ before, after }: MeasuredPair): readonly [string | null, string | null] {
  if (before === null || after === null || before.reading.measure.form === after.reading.measure.form) return [targetText(before), targetText(after)];
  return [amountText(before.target, before) ?? targetText(before), amountText(after.target, after) ?? targetText(after)];
}

/** The target as it is written: `35%`, `up 25%`, `between 60% and 75%`. */
export function targetText(worked: WorkedMeasure | null): string | null {
  if (worked === null) return null;
  const { measure } = worked.reading;
  switch (measure.form) {
    case 'to': return measure.to?.text ?? null;
    case 'up': case 'down': case 'times': return measure.size === null ? null : `${measure.form} ${measure.size.text}`;
    case 'at-least': return measure.low?.text ?? null;
    case 'at-most': return measure.high?.text ?? null;
    case 'between': case 'done': return measureText(measure);
  }
}

function wholeText(worked: WorkedMeasure | null): string | null {
  return worked === null ? null : measureText(worked.reading.measure);
}

/** An amount in the measure's unit. */
export function amountText(amount: Exact | null, { unit }: WorkedMeasure): string | null {
  return amount === null || unit === null ? null : writeAmount(toNumber(amount), unit);
}

/** By how much the target, the only bound or the start moved. */
function deltaOf({ before, after }: MeasuredPair, isStart: boolean): Delta | null {
  if (before === null || after === null) return null;
  const parts = isStart ? [['start', 'start']] as const : [['target', 'target'], ['low', 'low'], ['high', 'high']] as const;
  const moved = parts.flatMap(([part]) => {
    const [was, is] = [before[part], after[part]];
    return was === null || is === null || compareExact(was, is) === 0 ? [] : [minus(is, was)];
  });
  const [difference] = moved;
  return moved.length !== 1 || difference === undefined ? null : writtenDelta(difference, before);
}

/** In base's unit; of percentages in points. */
function writtenDelta(difference: Exact, { unit }: WorkedMeasure): Delta {
  if (unit === null) return { value: toNumber(difference), unit: null };
  return { value: inUnit(difference, unit), unit: unit.unit.kind === 'percent' ? 'pp' : unitText(unit.unit) };
}

function differenceText(difference: Exact, { unit }: WorkedMeasure): string {
  if (unit === null) return String(toNumber(difference));
  return writeAmount(toNumber(difference), { ...unit, unit: unit.unit.kind === 'percent' ? { kind: 'points' } : unit.unit });
}

function messageOf(pair: MeasuredPair, change: Exclude<MeasureChange, 'measure-changed'>, was: string | null, is: string | null): string {
  const { head, by, before, after } = pair;
  const thing = `${shortLabel(head)}${by}`;
  switch (change) {
    case 'target-lowered': return `Target of ${thing} lowered${wasIs(was, is)}${shareOfPromise(before, after)}.`;
    case 'target-raised': return `Target of ${thing} raised${wasIs(was, is)}${shareOfPromise(before, after)}.`;
    case 'target-shifted': return `Target of ${thing} shifted${wasIs(was, is)}: neither easier nor harder, but another.`;
    case 'target-set': return `Target of ${thing} set${was === null ? '' : ' in place of ?'}: ${is ?? ''}.`;
    case 'target-withdrawn': return `Target of ${thing} withdrawn; it was ${was ?? ''}.`;
    case 'baseline-moved': return `Start of ${thing} moved${wasIs(was, is)}: ${isEasier(before, after) ? 'less is left to do' : 'more is left to do'}.`;
    case 'baseline-set': return `Start of ${thing} set: ${is ?? ''}.`;
    case 'baseline-removed': return `Start of ${thing} removed; it was ${was ?? ''}.`;
    default: return change satisfies never;
  }
}

/** How much of what base promised that is: `, 5pp of the 17pp promised`. */
function shareOfPromise(before: WorkedMeasure | null, after: WorkedMeasure | null): string {
  const [was, is] = [before?.target ?? null, after?.target ?? null];
  if (before === null || was === null || is === null) return '';
  const difference = differenceText(magnitudeOf(minus(is, was)), before);
  if (before.start === null || signOf(minus(was, before.start)) === 0) return `, by ${difference}`;
  return `, ${difference} of the ${differenceText(magnitudeOf(minus(was, before.start)), before)} promised`;
}

/** A start nearer to where it is to end. */
function isEasier(before: WorkedMeasure | null, after: WorkedMeasure | null): boolean {
  const [was, is] = [before?.start ?? null, after?.start ?? null];
  if (before === null || after === null || was === null || is === null) return false;
  return signOf(minus(is, was)) * directionOf(before, after) > 0;
}
