/** What a metric's own change does to the measures that rest on it and stayed as they are written. */

import { describeUnit } from '../../../grammar/quantity.ts';
import type { Entity, Goal, KeyResult, Metric } from '../../model/strategy.ts';
import { amountText, targetText } from '../changes/measure.ts';
import { goalMetricKey, linksByReference, measureKey } from '../keys.ts';
import type { Entry, FoundEffect } from '../ledger.ts';
import { measureChanges } from '../measure-changes.ts';
import type { Comparing } from '../view.ts';
import { goalMeasureOf, measureOf, type WorkedMeasure } from '../worked-measure.ts';
import { addToAll } from './causes.ts';

/** Changes of a metric by which the start or the target of a measure may move. */
const MOVES_MEASURES = /^(?:metric-redefined|checkin-|now-changed$)/;

/** Notes at each change of a metric the measures that it moves. */
export function noteMetrics(comparing: Comparing): void {
  const changed = new Map<Metric, Entry[]>();
  for (const entry of comparing.ledger.entries) {
    const { found } = entry;
    if ('subject' in found || found.head?.kind !== 'metric' || !MOVES_MEASURES.test(found.kind)) continue;
    changed.set(found.head, [...changed.get(found.head) ?? [], entry]);
  }
  for (const [metric, entries] of changed) {
    const base = comparing.pairs.ofHead(metric)?.base;
    if (base?.kind !== 'metric') continue;
    const redefined = entries.filter(({ found }) => found.kind === 'metric-redefined');
    for (const user of usersOf(metric)) {
      const before = comparing.pairs.ofHead(user)?.base;
      if (before === undefined || !before.links.some((link) => link.kind === 'metric' && link.target === base)) continue;
      for (const effect of redefinitions(base, metric, before, user)) addToAll(redefined, effect);
      for (const effect of movedMeasures(before, user, comparing)) addToAll(entries, effect);
    }
  }
}

function usersOf(metric: Metric): ReadonlySet<Entity> {
  return new Set(metric.usedBy.filter((link) => link.kind === 'metric').map(({ from }) => from));
}

function* redefinitions(was: Metric, is: Metric, base: Entity, head: Entity): Generator<FoundEffect> {
  const units = [was, is].map(({ unit }) => (unit === null ? null : describeUnit(unit)));
  const [before = null, after = null] = units;
  if (before !== after) yield { base, head, what: 'unit', before, after, kind: 'measure-changed' };
  if (was.better !== is.better) yield { base, head, what: 'better', before: was.better, after: is.better, kind: 'measure-changed' };
}

/** Starts and targets that are worked out otherwise, though they are written as before. */
export function* movedMeasures(base: Entity, head: Entity, comparing: Comparing): Generator<FoundEffect> {
  for (const [before, after] of sameMeasures(base, head, comparing)) {
    for (const kind of measureChanges(before, after)) {
      if (kind === 'measure-changed') continue;
      const isStart = kind.startsWith('baseline-');
      const text = (worked: WorkedMeasure): string | null => (isStart ? amountText(worked.start, worked) : amountText(worked.target, worked) ?? targetText(worked));
      yield { base, head, what: isStart ? 'baseline' : 'target', before: text(before), after: text(after), kind };
    }
  }
}

/** The measures that are written alike on both sides. */
function sameMeasures(base: Entity, head: Entity, comparing: Comparing): readonly (readonly [WorkedMeasure, WorkedMeasure])[] {
  if (base.kind === 'kr' && head.kind === 'kr') return sameMeasure(base, head);
  return base.kind === 'goal' && head.kind === 'goal' ? sameGoalMeasures(base, head, comparing) : [];
}

function sameMeasure(base: KeyResult, head: KeyResult): readonly (readonly [WorkedMeasure, WorkedMeasure])[] {
  const [before, after] = [measureOf(base), measureOf(head)];
  if (before === null || after === null || measureKey(before.reading.measure) !== measureKey(after.reading.measure)) return [];
  return [[before, after]];
}

function sameGoalMeasures(base: Goal, head: Goal, { pairs }: Comparing): readonly (readonly [WorkedMeasure, WorkedMeasure])[] {
  const keyIn = (goal: Goal) => {
    const linkOf = linksByReference(goal);
    return (metric: Goal['metrics'][number]): string => goalMetricKey(metric.property.value, linkOf, pairs.identity);
  };
  const [keyOfBase, keyOfHead] = [keyIn(base), keyIn(head)];
  const waiting = new Map(base.metrics.map((metric) => [keyOfBase(metric), metric]));
  return head.metrics.flatMap((metric): (readonly [WorkedMeasure, WorkedMeasure])[] => {
    const other = waiting.get(keyOfHead(metric));
    const [before, after] = [other === undefined ? null : goalMeasureOf(base, other), goalMeasureOf(head, metric)];
    return before === null || after === null ? [] : [[before, after]];
  });
}
