/**
 * A strategy as data: the shape of `throughline export --format json`, which `export.schema.json` describes. Every key
 * is always there, null or [] for nothing. Days are `YYYY-MM-DD`; scores, shares and confidences 0 … 1.
 */

import type { Range } from '../rules/diagnostic.ts';
import type { GoalKind, Health, StatusValue } from '../model/strategy.ts';

/** What every element has. */
export interface ElementData {
  /** null for a strategy without a `strategy` declaration. */
  readonly file: string | null;
  /** Of its name; of a kr without one and of the strategy, of its title. */
  readonly range: Range | null;
  readonly documentation: string | null;
}

/** A quantity: `value` with its magnitude worked out (null for `?`), `unit` as written, money by its code. */
export interface QuantityData {
  readonly value: number | null;
  readonly unit: string | null;
  readonly per: string | null;
  readonly text: string;
}

/** Of a milestone whether it is done, or the share that is; of everything else a quantity. */
export type ValueData = QuantityData | boolean | number | null;

export interface MeasureData {
  readonly kind: 'change' | 'at-least' | 'at-most' | 'between' | 'milestone';
  readonly keep: boolean;
  /** Of a change, worked out where that can be done. */
  readonly from: QuantityData | null;
  readonly to: QuantityData | null;
  /** Of `up`, `down` and `times`, as written. */
  readonly size: QuantityData | null;
  readonly low: QuantityData | null;
  readonly high: QuantityData | null;
  readonly text: string;
}

export interface PeriodSpan {
  readonly id: string | null;
  readonly start: string;
  readonly end: string;
}

export interface StatusData {
  readonly value: StatusValue;
  readonly date: string | null;
  readonly reason: string | null;
}

export interface CheckinData {
  readonly date: string | null;
  readonly value: ValueData;
  readonly confidence: number | null;
  readonly note: string | null;
}

export interface EvidenceData {
  readonly kind: string | null;
  readonly date: string | null;
  readonly text: string | null;
}

export interface StandingData {
  readonly score: number | null;
  readonly expected: number | null;
  readonly health: Health;
}

export interface StrategyHeaderData extends ElementData {
  readonly title: string | null;
  readonly vision: string | null;
  readonly mission: string | null;
  readonly links: readonly string[];
}

export interface PeriodData extends ElementData {
  readonly id: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly in: string | null;
}

export interface TeamData extends ElementData {
  readonly id: string;
  readonly title: string | null;
  readonly in: string | null;
  readonly lead: string | null;
  readonly capacity: QuantityData | null;
  readonly links: readonly string[];
}

export interface PersonData extends ElementData {
  readonly id: string;
  readonly title: string | null;
  readonly in: string | null;
  readonly email: string | null;
  readonly role: string | null;
  readonly capacity: QuantityData | null;
}

export interface MetricData extends ElementData {
  readonly id: string;
  readonly title: string | null;
  readonly unit: string | null;
  readonly per: string | null;
  readonly better: 'up' | 'down' | null;
  readonly drives: readonly string[];
  readonly owners: readonly string[];
  readonly source: string | null;
  readonly current: QuantityData | null;
  readonly checkins: readonly CheckinData[];
  readonly links: readonly string[];
}

export interface GoalMetricData {
  /** null where its name means nothing. */
  readonly metric: string | null;
  readonly measure: MeasureData | null;
  readonly current: ValueData;
  readonly progress: number | null;
}

export interface GoalData extends ElementData, StandingData {
  readonly id: string;
  readonly title: string | null;
  readonly kind: GoalKind | null;
  readonly owners: readonly string[];
  readonly sponsor: string | null;
  readonly period: PeriodSpan | null;
  readonly status: StatusData;
  readonly past: boolean;
  readonly supports: readonly string[];
  readonly metrics: readonly GoalMetricData[];
  readonly evidence: readonly EvidenceData[];
  readonly links: readonly string[];
}

export interface KeyResultData extends ElementData, StandingData {
  readonly id: string;
  readonly title: string | null;
  readonly metric: string | null;
  readonly segment: string | null;
  readonly owners: readonly string[];
  readonly with: readonly string[];
  readonly measure: MeasureData | null;
  readonly by: string | null;
  readonly current: ValueData;
  readonly progress: number | null;
  readonly weight: number;
  readonly confidence: number | null;
  readonly needs: readonly string[];
  readonly status: StatusData;
  readonly links: readonly string[];
  readonly checkins: readonly CheckinData[];
}

export interface ObjectiveData extends ElementData, StandingData {
  readonly id: string;
  readonly title: string | null;
  readonly owners: readonly string[];
  readonly with: readonly string[];
  readonly period: PeriodSpan | null;
  readonly type: 'committed' | 'aspirational' | 'learning' | null;
  readonly status: StatusData;
  readonly past: boolean;
  readonly supports: readonly { readonly to: string; readonly share: number }[];
  readonly needs: readonly string[];
  readonly evidence: readonly EvidenceData[];
  readonly links: readonly string[];
  /** null where it is unknown. */
  readonly aligned: boolean | null;
  readonly keyResults: readonly KeyResultData[];
}

export interface InitiativeData extends ElementData {
  readonly id: string;
  readonly title: string | null;
  readonly objective: string | null;
  readonly owners: readonly string[];
  readonly with: readonly string[];
  readonly period: PeriodSpan | null;
  readonly advances: readonly string[];
  readonly needs: readonly string[];
  readonly hypothesis: string | null;
  readonly effort: QuantityData | null;
  readonly status: StatusData;
  readonly links: readonly string[];
}

/** An edge between two elements, as written and resolved. */
export interface LinkData {
  readonly from: string;
  readonly to: string;
  readonly kind: 'supports' | 'drives' | 'needs' | 'advances' | 'in' | 'metric' | 'owner';
}

export interface StrategyData {
  readonly version: 1;
  readonly asOf: string;
  readonly strategy: StrategyHeaderData;
  readonly periods: readonly PeriodData[];
  readonly teams: readonly TeamData[];
  readonly people: readonly PersonData[];
  readonly metrics: readonly MetricData[];
  readonly goals: readonly GoalData[];
  readonly objectives: readonly ObjectiveData[];
  readonly initiatives: readonly InitiativeData[];
  readonly links: readonly LinkData[];
}
