/** Days that slip or are pulled in: the `by` of a kr or of a goal's metric, and periods of which only the end moved. */

import { formatDay, type Day, type DayRange } from '../../../grammar/calendar.ts';
import type { Span } from '../../../grammar/tree.ts';
import { knownDays } from '../../model/planning.ts';
import type { Entity, Goal, Initiative, KeyResult, Objective, PeriodReading } from '../../model/strategy.ts';
import { deadlineClause } from '../../model/references.ts';
import type { FoundChange } from '../ledger.ts';
import type { Risk } from '../kinds.ts';
import { counted, midLabel } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText, textOf } from '../text.ts';
import type { View } from '../view.ts';

type Timed = Goal | Objective | Initiative;

export interface DeadlineChange {
  readonly base: Entity;
  readonly head: Entity;
  readonly property: 'by' | 'period';
  readonly before: string | null;
  readonly after: string | null;
  readonly spans: readonly [Span | null, Span | null];
  readonly was: Day | null;
  readonly is: Day | null;
  readonly asOf: Day;
  /** The new day is later than what it serves allows. */
  readonly isBeyond: boolean;
}

/** A deadline that is later or earlier; none is later than any. */
export function deadlineChange({ base, head, property, before, after, spans, was, is, asOf, isBeyond }: DeadlineChange): FoundChange {
  const slips = was !== null && (is === null || is > was);
  const hadPassed = was !== null && was < asOf;
  const days = was === null || is === null ? null : is - was;
  const why = hadPassed ? '; the old one had already passed' : isBeyond ? ', past the end of what it is part of' : '';
  const by = days === null ? '' : `, by ${counted(Math.abs(days), 'day')}`;
  const from = was === null ? 'none' : formatDay(was);
  const to = is === null ? 'none' : formatDay(is);
  return {
    kind: slips ? 'date-slipped' : 'date-pulled-in', base, head, property, before, after, spans,
    delta: days === null ? null : { value: days, unit: 'd' },
    ...slips && (isBeyond || hadPassed) ? { risk: 'high' as const } : {},
    message: `Deadline of ${midLabel(head)} ${slips ? 'slips' : 'is pulled in'} from ${from} to ${to}${by}${slips ? why : ''}.`,
  };
}

/** Records another deadline of a kr. One that only follows its objective's period is no change. */
export function compareDeadline(view: View<KeyResult>): void {
  if (!view.take('by')) return;
  const { base, head, comparing } = view;
  const [was, is] = [base.lastDay, head.lastDay];
  const [before, after] = [deadlineText(base), deadlineText(head)];
  if (was === is && was !== null) return;
  const spans = [base.by?.span ?? null, head.by?.span ?? null] as const;
  if (cannotBeTold(base) || cannotBeTold(head)) {
    comparing.ledger.record({ kind: 'property-changed', base, head, property: 'by', before, after, spans, message: `Deadline of ${midLabel(head)} changed: ${before ?? 'none'} became ${after ?? 'none'}.` });
    return;
  }
  comparing.ledger.record(deadlineChange({ base, head, property: 'by', before, after, spans, was, is, asOf: comparing.asOf, isBeyond: isBeyondObjective(base, is) }));
}

/** It says `by`, and what day that is cannot be told. */
function cannotBeTold({ by }: KeyResult): boolean {
  return by !== null && by.day === null;
}

function deadlineText(keyResult: KeyResult): string | null {
  const clause = deadlineClause(keyResult.declaration);
  if (clause !== undefined) return textOf(keyResult, { start: clause.word.end, end: clause.span.end });
  return keyResult.lastDay === null ? null : formatDay(keyResult.lastDay);
}

function isBeyondObjective({ objective }: KeyResult | Initiative, day: Day | null): boolean {
  const days = objective === null ? null : knownDays(objective.period);
  return days !== null && day !== null && day > days.end;
}

/** Records another period, unless it is the period's own days that changed. */
export function comparePeriod(view: View<Timed>): void {
  if (!view.take('period')) return;
  const { base, head, comparing } = view;
  if (samePeriod(base.period, head.period)) return;
  const [was, is] = [knownDays(base.period), knownDays(head.period)];
  const [before, after] = [periodText(base), periodText(head)];
  const about = { base, head, property: 'period' as const, before, after, spans: [spanOf(base, 'period'), spanOf(head, 'period')] as const };
  if (was !== null && is !== null && was.start === is.start) {
    comparing.ledger.record(deadlineChange({ ...about, was: was.end, is: is.end, asOf: comparing.asOf, isBeyond: isBeyond(base, head, is.end) }));
    return;
  }
  comparing.ledger.record({ ...about, kind: 'period-changed', risk: periodRisk(base.period, head.period), message: `Period of ${midLabel(head)} changed from ${daysText(was, before)} to ${daysText(is, after)}.` });
}

/** Both are known and have the same days. */
export function samePeriod(base: PeriodReading, head: PeriodReading): boolean {
  const [was, is] = [knownDays(base), knownDays(head)];
  return was !== null && is !== null && was.start === is.start && was.end === is.end;
}

/** High where it ends later, or never. */
function periodRisk(base: PeriodReading, head: PeriodReading): Risk {
  const [was, is] = [knownDays(base), knownDays(head)];
  if (was === null) return 'medium';
  return head.state === 'none' || (is !== null && is.end > was.end) ? 'high' : 'medium';
}

/** Whether a thing would end after what it is part of: an objective after a goal that it supports, an initiative after its objective. */
export function isBeyond(base: Timed, head: Timed, end: Day): boolean {
  if (base.kind === 'initiative') return isBeyondObjective(base, end);
  if (head.kind !== 'objective') return false;
  return head.supports.some(({ target }) => {
    const days = target?.kind === 'goal' ? knownDays(target.period) : null;
    return days !== null && end > days.end;
  });
}

function periodText(entity: Timed): string | null {
  const written = propertyText(entity, 'period');
  if (written !== null) return written;
  const days = knownDays(entity.period);
  return days === null ? null : daysText(days, null);
}

/** First and last day as they are written. */
export function daysText(days: DayRange | null, written: string | null): string {
  return days === null ? written ?? 'none' : `${formatDay(days.start)} .. ${formatDay(days.end)}`;
}

/** The change that another period would have been as a change of its own, with the table's risk. */
export function periodKind(base: Timed, head: Timed, asOf: Day): { readonly kind: string; readonly risk?: Risk } {
  const [was, is] = [knownDays(base.period), knownDays(head.period)];
  if (was === null || is === null || was.start !== is.start) return { kind: 'period-changed', risk: periodRisk(base.period, head.period) };
  if (is.end < was.end) return { kind: 'date-pulled-in' };
  return { kind: 'date-slipped', risk: was.end < asOf || isBeyond(base, head, is.end) ? 'high' : 'medium' };
}

/** The same of a deadline. */
export function deadlineKind(base: KeyResult, head: KeyResult, asOf: Day): { readonly kind: string; readonly risk?: Risk } {
  const [was, is] = [base.lastDay, head.lastDay];
  if (was === null || (is !== null && is < was)) return { kind: 'date-pulled-in' };
  return { kind: 'date-slipped', risk: was < asOf || isBeyondObjective(base, is) ? 'high' : 'medium' };
}
