/** Measures and values worked out as of a day (language.md section 5). */

import type { Day } from '../../grammar/calendar.ts';
import type { RatedUnit } from '../../grammar/quantity.ts';
import type { Measure, NowClause, PropertyNamed, Quantity, Span } from '../../grammar/tree.ts';
import type { Link, Metric } from './strategy.ts';

/** A check-in; one whose value does not fit the measure or metric counts as not written. */
export interface Checkin {
  readonly property: PropertyNamed<'checkin'>;
  /** null where the date is none. */
  readonly day: Day | null;
  /** null where it has none, it is `?`, or it does not fit. */
  readonly value: CurrentValue | null;
  /** 0 … 1; null where there is none or it could not be read. */
  readonly confidence: number | null;
  readonly note: string | null;
  /** Why its value does not count (`invalid-value` or `unit-mismatch`); null where it does, or there is none. */
  readonly problem: MeasureProblem | null;
}

/**
 * A value that something has now. `amount` is in the base unit of its kind (seconds, bytes, else as written), so
 * that comparable values compare as numbers. Of a milestone `amount` is its share, 0 … 1, and `quantity` is null
 * for `done` and `not done`.
 */
export interface CurrentValue {
  readonly amount: number;
  readonly quantity: Omit<Quantity, keyof Span> | null;
  readonly source: 'checkin' | 'now' | 'metric';
  /** null where a metric tells a kr or goal: the place is then in the metric's text. */
  readonly span: Span | null;
}

export type MeasureProblemRule = 'invalid-value' | 'unit-mismatch' | 'placeholder-target' | 'ambiguous-change';

/** What is the matter with a measure or a value, for the message. */
export type MeasureProblemDetail =
  /** `between` whose bounds run backwards. */
  | { readonly type: 'backwards' }
  /** The size of a change. */
  | { readonly type: 'negative-size' }
  /** `times` something that is no plain number above 0. */
  | { readonly type: 'times' }
  /** A score outside 0 … its denominator. */
  | { readonly type: 'score-range'; readonly denominator: number }
  /** A value that does not fit a milestone. */
  | { readonly type: 'not-for-milestone' }
  /** `done` where there is no milestone. */
  | { readonly type: 'not-a-milestone' }
  /** A milestone's share outside 0 … 100%. */
  | { readonly type: 'share-range' }
  /** `from` says where the unit comes from that was expected. */
  | { readonly type: 'mismatch'; readonly found: RatedUnit; readonly expected: RatedUnit; readonly from: 'metric' | 'measure' }
  | { readonly type: 'placeholder' }
  | { readonly type: 'ambiguous' };

/** The first thing that is wrong with a measure (with its `now`, without its check-ins): it gets no other finding. */
export interface MeasureProblem {
  readonly rule: MeasureProblemRule;
  /** Where, in the chunk of the kr or goal. */
  readonly span: Span;
  readonly detail: MeasureProblemDetail;
}

/** A measure worked out (language.md section 5). Amounts are in base units as in `CurrentValue`; null is unknown. */
export interface MeasureReading {
  readonly measure: Measure;
  /** The name after `metric` that it stands with; null for a measure without a metric. */
  readonly metricLink: Link | null;
  readonly metric: Metric | null;
  /** `from … to`, `up`, … are one kind, change. */
  readonly kind: 'change' | 'at-least' | 'at-most' | 'between' | 'milestone';
  readonly keep: boolean;
  /** The `now` that counts (the first), as written; null without one. */
  readonly now: NowClause | null;
  /** The unit of the whole; null where it cannot be told. */
  readonly unit: RatedUnit | null;
  readonly problem: MeasureProblem | null;
  /** Its quantities or its `now` are in units that cannot be compared, whether or not `problem` tells of that. */
  readonly mismatched: boolean;
  /** Broken, or with a problem, or with a metric whose name means nothing: rules that ask what it says leave it alone. */
  readonly sound: boolean;
  /** Of a change: where it starts (written, or its metric's value when the period began). */
  readonly start: number | null;
  /** True where a start is written (`from Q`), whatever it is. */
  readonly startWritten: boolean;
  /** Of a change: where it should end, relative forms worked out. */
  readonly target: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of a change: 1 up, -1 down, 0 none (ends where it starts), null not known. By start and target, else by the word. */
  readonly direction: 1 | -1 | 0 | null;
}
