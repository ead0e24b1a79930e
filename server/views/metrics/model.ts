/** The driver tree as plain data: which metric drives which, what goals want of them, who moves them. */

import type { Health } from '../../model/strategy.ts';
import type { Mention } from '../mention.ts';
import type { Trend } from '../trend.ts';

export interface MetricsModel {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** In the order written. */
  readonly metrics: readonly MetricNode[];
  /** Ids of metrics that are shown: `from` drives `to`. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export interface MetricNode {
  readonly id: string;
  readonly title: string;
  /** `%`, `bookings per week`; null where it is missing. */
  readonly unit: string | null;
  readonly better: 'up' | 'down' | null;
  /** As written; null without a value. */
  readonly current: string | null;
  readonly trend: Trend | null;
  readonly owners: readonly Mention[];
  /** The goals that it is a metric of. */
  readonly goals: readonly MetricGoal[];
  readonly movers: readonly MetricMover[];
  /**
   * `goal`: a metric of a goal. `driver`: leads to one by what it drives. `apart`: leads to none; a random metric,
   * where a kr moves it.
   */
  readonly place: 'goal' | 'driver' | 'apart';
  /** Not asked for by the filter; there since something leads to a goal through it. */
  readonly context: boolean;
}

export interface MetricGoal {
  readonly goal: Mention;
  readonly health: Health;
  readonly measure: string | null;
  /** 0 … 1; null where it is unknown. */
  readonly score: number | null;
  readonly expected: number | null;
}

/** A kr that names the metric. */
export interface MetricMover {
  readonly keyResult: Mention;
  readonly objective: Mention;
  readonly owners: readonly Mention[];
  readonly measure: string | null;
  readonly score: number | null;
  readonly expected: number | null;
  readonly health: Health;
  /** Whether the metric leads to a metric of a goal that its objective serves; null where that is unknown. */
  readonly traced: boolean | null;
}
