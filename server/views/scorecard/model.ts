/** The scorecard as plain data: who answers for what, how far it is, and how far it should be. */

import type { Health } from '../../model/strategy.ts';
import type { Mention } from '../mention.ts';
import type { Trend } from '../trend.ts';

export interface Scorecard {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly groups: readonly ScorecardGroup[];
  /** Of everything that is shown. */
  readonly totals: Totals;
}

export interface ScorecardGroup {
  /** What its rows have in common; null for those that have nothing of the kind. */
  readonly of: Mention | null;
  /** `Commercial`, `FY26-Q2`, `Without an owner`. */
  readonly title: string;
  readonly rows: readonly ScorecardRow[];
  readonly totals: Totals;
}

/** `metric`: a metric of a goal, with its measure there. */
export type RowKind = 'goal' | 'metric' | 'objective' | 'kr';

export interface ScorecardRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly title: string;
  /** Not asked for by the filter; there for what stands below it. */
  readonly context: boolean;
  readonly owners: readonly Mention[];
  /** The id of its period, or its days; null without one. */
  readonly period: string | null;
  /** What it stands in or serves, where the row above does not tell. */
  readonly of: Mention | null;
  /** `from 24% to 40%`; null without one, and of goals and objectives. */
  readonly measure: string | null;
  readonly metric: Mention | null;
  /** As written; null where there is none. */
  readonly current: string | null;
  /** A measure without any value yet. */
  readonly noData: boolean;
  /** 0 … 1, as of the day; null where it is unknown. */
  readonly score: number | null;
  readonly expected: number | null;
  readonly trend: Trend | null;
  readonly confidence: ConfidenceTrend | null;
  /** null of a metric. */
  readonly health: Health | null;
  /** Of an objective whether it serves a goal; null where that is unknown, and of other things. */
  readonly aligned: boolean | null;
  readonly lastCheckin: CheckinNote | null;
  readonly rows: readonly ScorecardRow[];
}

export interface ConfidenceTrend {
  /** 0 … 1 */
  readonly value: number;
  /** Against the one stated before; null for the first. */
  readonly change: number | null;
  /** As they were stated, the last one included. */
  readonly values: readonly number[];
}

export interface CheckinNote {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Days from it to as-of. */
  readonly ago: number;
  readonly note: string | null;
}

export interface Totals {
  readonly goals: number;
  readonly objectives: number;
  readonly keyResults: number;
  /** How many objectives are in each health, those that are in none left out. */
  readonly health: Readonly<Partial<Record<Health, number>>>;
  /** The mean over the objectives that have both; null without any. */
  readonly score: number | null;
  readonly expected: number | null;
  /** The mean over the krs that state one; null without any. */
  readonly confidence: number | null;
  /** Krs that are on, with no check-in up to as-of. */
  readonly unchecked: number;
}
