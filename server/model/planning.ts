/** Status and period: what is active, closed, past, and which days hold (language.md section 3). */

import type { Day, DayRange } from '../../grammar/calendar.ts';
import { firstProperty, type ByClause, type DateRange, type PeriodExpression } from '../../grammar/tree.ts';
import type { Declared, Mutable } from './declare.ts';
import { deadlineClause } from './references.ts';
import { each, type Steps } from './steps.ts';
import type {
  Entity, Goal, Initiative, KeyResult, Link, LinkKind, Objective, Period, PeriodReading, Status, StatusValue,
} from './strategy.ts';

export const STATUS_VALUES: readonly StatusValue[] = ['draft', 'active', 'paused', 'done', 'dropped'];

/** What has a status and a period that can pass. */
export type PlannedEntity = Goal | Objective | KeyResult | Initiative;

/** The days of a range; null where a date is none or it runs backwards. */
export function rangeDays(range: DateRange | null): DayRange | null {
  const start = range?.from.day ?? null;
  const end = range?.to.day ?? null;
  return start === null || end === null || start > end ? null : { start, end };
}

/** Fills the days of declared periods, and those of the periods they are in. */
export function readDeclaredPeriods(declared: Declared): void {
  for (const period of declared.periods) readDays(period);
  for (const period of declared.periods) readContainer(period);
}

/** Fills the days of a period. */
export function readDays(period: Mutable<Period>): void {
  period.days = rangeDays(period.declaration.range);
}

/** Fills the days of what a period is in, once these are known. */
export function readContainer(period: Mutable<Period>): void {
  const container = period.declaration.in;
  period.within = container === null ? null : knownDays(readPeriod(container, period, 'in'));
}

/** Fills status, period and deadline of everything that has them; as-of decides what is past. */
export function* readPlans(declared: Declared, asOf: Day, pastDays: number): Steps<void> {
  const plan = (entity: PlannedEntity): void => { readPlan(entity, asOf, pastDays); };
  yield* each(declared.goals, plan);
  yield* each(declared.objectives, plan);
  yield* each(declared.keyResults, (keyResult) => {
    plan(keyResult);
    readDeadline(keyResult);
  });
  yield* each(declared.initiatives, plan);
}

/** Fills status and period of one thing; of what stands in an objective, after the objective's. */
export function readPlan(entity: Mutable<PlannedEntity>, asOf: Day, pastDays: number): void {
  const objective = entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
  const own = ownStatus(entity);
  entity.status = objective === null ? own : { ...own, value: statusWithin(own.value, objective.status.value) };
  entity.period = ownPeriod(entity) ?? objective?.period ?? { state: 'none' };
  const days = knownDays(entity.period);
  entity.past = objective === null ? days !== null && asOf - days.end > pastDays : objective.past;
  const { value } = entity.status;
  entity.closed = isClosed(value);
  const counts = !entity.past && entity.laterThan === null;
  entity.active = value === 'active' && counts;
  entity.judged = value !== 'draft' && !entity.closed && counts;
}

function isClosed(status: StatusValue): boolean {
  return status === 'done' || status === 'dropped';
}

/** What stands in an objective that is not active has the objective's status, unless it is closed itself. */
function statusWithin(own: StatusValue, objective: StatusValue): StatusValue {
  return objective === 'active' || isClosed(own) ? own : objective;
}

function ownStatus(entity: PlannedEntity): Status {
  const property = firstProperty(entity.declaration, 'status');
  if (property === undefined) return { value: 'active', own: 'active', date: null, reason: null };
  const value = STATUS_VALUES.find((word) => word === property.value.word?.text) ?? 'active';
  return { value, own: value, date: property.value.date?.day ?? null, reason: property.value.reason?.value ?? null };
}

function ownPeriod(entity: PlannedEntity): PeriodReading | null {
  const property = firstProperty(entity.declaration, 'period');
  if (property === undefined) return null;
  return property.value === null ? { state: 'unknown' } : readPeriod(property.value, entity, 'period');
}

/** The days that a period expression means where it stands in `entity`, as a link of that kind. */
function readPeriod(expression: PeriodExpression, entity: Entity, kind: LinkKind): PeriodReading {
  switch (expression.type) {
    case 'calendar': {
      const { period } = expression.literal;
      return period === null ? { state: 'unknown' } : { state: 'known', period: { days: period, id: period.id } };
    }
    case 'range': {
      const days = rangeDays(expression.range);
      return days === null ? { state: 'unknown' } : { state: 'known', period: { days, id: null } };
    }
    case 'name': {
      const target = linkAt(entity, kind, expression.reference.start)?.target;
      if (target?.kind !== 'period' || target.days === null) return { state: 'unknown' };
      return { state: 'known', period: { days: target.days, id: target.id } };
    }
  }
}

function linkAt(entity: Entity, kind: LinkKind, start: number): Link | undefined {
  return entity.links.find((link) => link.kind === kind && link.reference.start === start);
}

/** The days of a period that is known, else null. */
export function knownDays(reading: PeriodReading): DayRange | null {
  return reading.state === 'known' ? reading.period.days : null;
}

/** The day that a `by` means: its date, or the last day of its period; null where it cannot be told. */
export function deadline(clause: ByClause, entity: Entity): Day | null {
  if (clause.date !== null) return clause.date.day;
  return clause.period === null ? null : knownDays(readPeriod(clause.period, entity, 'by'))?.end ?? null;
}

/** Fills the deadline of a kr of which the period is known. */
export function readDeadline(keyResult: Mutable<KeyResult>): void {
  const clause = deadlineClause(keyResult.declaration);
  const periodEnd = knownDays(keyResult.period)?.end ?? null;
  if (clause === undefined) {
    keyResult.by = null;
    keyResult.lastDay = periodEnd;
    return;
  }
  const day = deadline(clause, keyResult);
  keyResult.by = { day, span: deadlineSpan(clause) };
  keyResult.lastDay = day;
}

function deadlineSpan(clause: ByClause) {
  if (clause.date !== null) return clause.date;
  switch (clause.period?.type) {
    case 'name': return clause.period.reference;
    case 'calendar': return clause.period.literal;
    case 'range': return clause.period.range;
    case undefined: return clause.span;
  }
}
