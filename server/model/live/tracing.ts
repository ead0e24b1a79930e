/** Traced metrics, kept up: of the krs of which the metric, its drivers or the goals above may lead elsewhere than before. */

import type { Mutable } from '../declare.ts';
import { reachable } from '../reachability.ts';
import type { Steps } from '../steps.ts';
import { hidesDriver, KEPT_METRICS, ownGoalMetrics } from '../tracing.ts';
import type { KeyResult, Metric, Objective } from '../strategy.ts';
import type { Above } from './alignment.ts';
import type { Changes } from './changes.ts';

/** What a path of `drives` from a metric leads to. */
interface Driven {
  readonly metrics: ReadonlySet<Metric>;
  /** It meets a reference that means nothing, or a circle. */
  readonly unclear: boolean;
}

export interface TraceSurroundings {
  readonly above: (objective: Objective) => Above;
  readonly isCircling: (metric: Metric) => boolean;
}

const AT_ONCE = 200;

export class LiveTracing {
  readonly #around: TraceSurroundings;
  /** Metrics of which it cannot be told what they drive. */
  readonly #hiding = new Set<Metric>();
  #metrics = new Set<Metric>();
  #keyResults = new Set<KeyResult>();

  constructor(metrics: readonly Metric[], around: TraceSurroundings) {
    this.#around = around;
    for (const metric of metrics) if (hidesDriver(metric)) this.#hiding.add(metric);
  }

  /** A metric was read anew; `changed` where it drives others than before. */
  read(metric: Metric, changed: boolean): void {
    const hides = hidesDriver(metric);
    if (!changed && hides === this.#hiding.has(metric)) return;
    if (hides) this.#hiding.add(metric);
    else this.#hiding.delete(metric);
    this.#metrics.add(metric);
  }

  /** Paths from a metric may lead elsewhere. */
  leads(metric: Metric): void {
    this.#metrics.add(metric);
  }

  /** A kr measures another metric, or serves other goals. */
  trace(keyResult: KeyResult): void {
    this.#keyResults.add(keyResult);
  }

  forget(metric: Metric): void {
    this.#hiding.delete(metric);
    this.#metrics.delete(metric);
  }

  * settle(changes: Changes): Steps<void> {
    const drivers = (metric: Metric): Metric[] => metric.usedBy.flatMap(({ kind, from }) => (kind === 'drives' && from.kind === 'metric' ? [from] : []));
    for (const metric of reachable(this.#metrics, drivers)) {
      for (const { kind, from } of metric.usedBy) if (kind === 'metric' && from.kind === 'kr') this.#keyResults.add(from);
    }
    this.#metrics = new Set();
    const driven = new Map<Metric, Driven>();
    const wanted = new Map<Objective, ReadonlySet<Metric>>();
    let count = 0;
    for (const keyResult of this.#keyResults) {
      if (changes.isRemoved(keyResult)) continue;
      count += 1;
      if (count % AT_ONCE === 0) yield;
      const traced = this.#traced(keyResult, driven, wanted);
      if (traced === keyResult.traced) continue;
      (keyResult as Mutable<KeyResult>).traced = traced;
      changes.touch(keyResult, 'traced');
    }
    this.#keyResults = new Set();
  }

  #traced({ metric, objective }: KeyResult, known: Map<Metric, Driven>, wanted: Map<Objective, ReadonlySet<Metric>>): boolean | null {
    if (metric === null) return null;
    let driven = known.get(metric);
    if (driven === undefined) {
      driven = this.#driven(metric);
      known.set(metric, driven);
    }
    const { metrics, unclear } = driven;
    const above = this.#around.above(objective);
    if (above.metrics.some((one) => metrics.has(one))) return true;
    if (above.metrics.length >= KEPT_METRICS) {
      let all = wanted.get(objective);
      if (all === undefined) {
        all = new Set([...objective.goals].flatMap(ownGoalMetrics));
        wanted.set(objective, all);
      }
      for (const one of metrics) if (all.has(one)) return true;
    }
    return above.unclear || above.unknownMetric || unclear ? null : false;
  }

  #driven(metric: Metric): Driven {
    const metrics = reachable([metric], ({ drives }) => drives);
    let unclear = false;
    for (const one of metrics) unclear ||= this.#hiding.has(one) || this.#around.isCircling(one);
    return { metrics, unclear };
  }
}
