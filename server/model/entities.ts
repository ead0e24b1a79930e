/** What entities say of themselves, worked out: owners, units, measures, values (language.md sections 3 and 5). */

import type { Day } from '../../grammar/calendar.ts';
import { firstProperty, measuredParts, type Quantity } from '../../grammar/tree.ts';
import type { Declared, Mutable } from './declare.ts';
import { hasUnit, readMeasure, unitIsUntold } from './measure.ts';
import { knownDays, type PlannedEntity } from './planning.ts';
import { measureProgress, scoreOf } from './progress.ts';
import { nowClause } from './references.ts';
import { each, type Steps } from './steps.ts';
import type {
  Checkin, CurrentValue, Goal, GoalKind, GoalMetric, Initiative, KeyResult, Link, MeasureReading, Metric, Objective, Person, Team,
} from './strategy.ts';
import { comparable } from '../../grammar/quantity.ts';
import { latestCheckin, latestValue, readCheckins, readConfidence, readNow, unitAmount, type ValuePlace } from './values.ts';

export const GOAL_KINDS: readonly GoalKind[] = ['business', 'growth', 'customer', 'product', 'people', 'mission'];
export const OBJECTIVE_TYPES = ['committed', 'aspirational', 'learning'] as const;

/** Fills teams, people and metrics, on which everything else rests. */
export function* readBasics(declared: Declared, asOf: Day): Steps<void> {
  yield* each(declared.teams, readTeam);
  yield* each(declared.people, readPerson);
  yield* each(declared.metrics, (metric) => { readMetric(metric, asOf); });
}

/** Fills what a team is in, and its capacity. */
export function readTeam(team: Mutable<Team>): void {
  team.parent = teamNamed(team.links);
  team.capacity = firstProperty(team.declaration, 'capacity')?.value ?? null;
}

/** Fills a person's team and capacity. */
export function readPerson(person: Mutable<Person>): void {
  person.team = teamNamed(person.links);
  person.capacity = firstProperty(person.declaration, 'capacity')?.value ?? null;
}

function teamNamed(links: readonly Link[]): Team | null {
  const target = links.find((link) => link.kind === 'in')?.target;
  return target?.kind === 'team' ? target : null;
}

/** Fills a metric's unit, drivers and values as of the day. */
export function readMetric(metric: Mutable<Metric>, asOf: Day): void {
  const { declaration } = metric;
  const unit = firstProperty(declaration, 'unit')?.value ?? null;
  // Without its place: krs take it over, and must not change when it moves in its own text.
  metric.unit = unit === null ? null : { unit: unit.unit, per: unit.per };
  const better = firstProperty(declaration, 'better')?.value?.text;
  metric.better = better === 'up' || better === 'down' ? better : null;
  metric.drives = metric.links.filter((link) => link.kind === 'drives').map((link) => link.target).filter((target) => target?.kind === 'metric');
  const place: ValuePlace = { type: 'unit', unit: metric.unit, from: 'metric' };
  metric.checkins = readCheckins(declaration, place);
  metric.now = readNow(firstProperty(declaration, 'now')?.value, place);
  metric.current = latestValue(metric.checkins, asOf) ?? metric.now.value;
}

/** Fills owners of goals and objectives, then of what stands in objectives. */
export function* readOwners(declared: Declared): Steps<void> {
  yield* each(declared.goals, readOwner);
  yield* each(declared.objectives, readOwner);
  yield* each(declared.keyResults, readOwner);
  yield* each(declared.initiatives, (initiative) => {
    readOwner(initiative);
    readInitiative(initiative);
  });
}

/** Fills the owners of one thing; of what stands in an objective, after the objective's. */
export function readOwner(owned: Mutable<PlannedEntity>): void {
  owned.ownerWritten = firstProperty(owned.declaration, 'owner') !== undefined;
  const objective = owned.kind === 'kr' || owned.kind === 'initiative' ? owned.objective : null;
  owned.owners = owned.ownerWritten || objective === null ? ownersNamed(owned.links) : objective.owners;
}

/** Fills an initiative's effort. */
export function readInitiative(initiative: Mutable<Initiative>): void {
  initiative.effort = firstProperty(initiative.declaration, 'effort')?.value ?? null;
}

function ownersNamed(links: readonly Link[]): readonly (Person | Team)[] {
  const owners = links.filter((link) => link.kind === 'owner').map((link) => link.target);
  return [...new Set(owners.filter((owner) => owner?.kind === 'person' || owner?.kind === 'team'))];
}

/** Fills a goal's kind and metrics, with their measures, as of the day. */
export function readGoal(goal: Mutable<Goal>, asOf: Day): void {
  const kind = firstProperty(goal.declaration, 'kind')?.value?.text;
  goal.goalKind = GOAL_KINDS.find((known) => known === kind) ?? null;
  const startDay = knownDays(goal.period)?.start ?? asOf;
  const links = goal.links.filter((link) => link.kind === 'metric');
  goal.metrics = goal.declaration.properties.filter((property) => property.name === 'metric').flatMap((property): GoalMetric[] => {
    const link = links.find((candidate) => candidate.reference === property.value.reference);
    if (link === undefined) return [];
    const metric = link.target?.kind === 'metric' ? link.target : null;
    const { measure } = property.value;
    const reading = measure === null ? null : readMeasure({ measure, now: property.value.now[0] ?? null, metricLink: link, metric, startDay });
    const current = currentOf(reading, [], asOf);
    return [{ property, link, metric, reading, current: reading === null ? metricCurrent(metric) : current, progress: reading === null ? null : measureProgress(reading, current) }];
  });
}

/** Fills an objective's type. */
export function readObjective(objective: Mutable<Objective>): void {
  const type = firstProperty(objective.declaration, 'type')?.value?.text;
  objective.type = OBJECTIVE_TYPES.find((known) => known === type) ?? null;
}

/** Fills a kr's measure, values, progress and score as of the day. */
export function readKeyResult(keyResult: Mutable<KeyResult>, asOf: Day): void {
  const { declaration } = keyResult;
  const metricLink = keyResult.links.find((link) => link.kind === 'metric') ?? null;
  const metric = metricLink?.target?.kind === 'metric' ? metricLink.target : null;
  const measure = measuredParts(declaration).find((part) => part.measure !== null)?.measure ?? null;
  const now = nowClause(declaration) ?? null;
  const startDay = knownDays(keyResult.period)?.start ?? asOf;
  const reading = measure === null ? null : readMeasure({ measure, now, metricLink, metric, startDay });
  keyResult.metricLink = metricLink;
  keyResult.metric = metric;
  keyResult.reading = reading;
  keyResult.healthMeasure = reading?.keep ?? false;
  keyResult.segment = firstProperty(declaration, 'segment')?.value?.value ?? null;
  keyResult.weight = readWeight(firstProperty(declaration, 'weight')?.value ?? null);
  keyResult.checkins = readCheckins(declaration, valuePlace(reading, declaration));
  keyResult.confidence = lastConfidence(keyResult, asOf);
  keyResult.current = reading === null ? unmeasuredCurrent(keyResult, asOf) : currentOf(reading, keyResult.checkins, asOf);
  keyResult.progress = progressOf(keyResult);
  keyResult.score = scoreOf(keyResult.progress);
  keyResult.noData = keyResult.progress === 0 && keyResult.current === null;
  keyResult.brokenHealth = keyResult.healthMeasure && keyResult.progress === 0;
}

/** 1 for a milestone that is done by its own status; else by its measure. */
function progressOf(keyResult: Mutable<KeyResult>): number | null {
  const { reading, status } = keyResult;
  if (reading === null) return null;
  if (reading.kind === 'milestone' && !reading.measure.broken && status.own === 'done') return 1;
  return measureProgress(reading, keyResult.current);
}

/** What check-ins of a kr must fit: its measure's unit; where that holds no quantity, the unit of the first of them. */
function valuePlace(reading: MeasureReading | null, declaration: KeyResult['declaration']): ValuePlace {
  if (reading === null) return { type: 'any' };
  if (reading.kind === 'milestone') return { type: 'milestone' };
  if (reading.measure.broken || reading.mismatched) return { type: 'unit', unit: null, from: 'measure' };
  if (!unitIsUntold(reading)) return { type: 'unit', unit: reading.unit, from: hasUnit(reading.metric) ? 'metric' : 'measure' };
  return { type: 'unit', unit: firstCheckedIn(declaration), from: 'measure' };
}

function firstCheckedIn(declaration: KeyResult['declaration']): Quantity | null {
  for (const property of declaration.properties) {
    if (property.name === 'checkin' && property.value.value?.type === 'quantity') return property.value.value.quantity;
  }
  return null;
}

/** The latest check-in's value up to as-of, else its `now`, else its metric's value where comparable. */
function currentOf(reading: MeasureReading | null, checkins: readonly Checkin[], asOf: Day): CurrentValue | null {
  if (reading === null) return null;
  const place: ValuePlace = reading.kind === 'milestone' ? { type: 'milestone' } : { type: 'unit', unit: reading.unit, from: 'measure' };
  const own = latestValue(checkins, asOf) ?? readNow(reading.now ?? undefined, place).value;
  return own ?? metricValue(reading);
}

function metricValue({ metric, unit }: MeasureReading): CurrentValue | null {
  const value = metric?.current ?? null;
  if (value === null || value.quantity === null || unit === null || !comparable(value.quantity, unitAmount(unit))) return null;
  return toldByMetric(value);
}

function metricCurrent(metric: Metric | null): CurrentValue | null {
  return metric === null || metric.current === null ? null : toldByMetric(metric.current);
}

/** A metric's value as its krs have it, without its place. */
function toldByMetric({ amount, quantity }: CurrentValue): CurrentValue {
  return { amount, quantity, source: 'metric', span: null };
}

function unmeasuredCurrent(keyResult: Mutable<KeyResult>, asOf: Day): CurrentValue | null {
  const now = readNow(nowClause(keyResult.declaration), { type: 'any' }).value;
  return latestValue(keyResult.checkins, asOf) ?? now ?? metricCurrent(keyResult.metric);
}

/** A plain number from 0 up; anything else counts as not written. */
function readWeight(quantity: Quantity | null): number {
  if (quantity === null || quantity.value === null || quantity.unit.kind !== 'none' || quantity.per !== null || quantity.value < 0) return 1;
  return quantity.value;
}

function lastConfidence(keyResult: Mutable<KeyResult>, asOf: Day): KeyResult['confidence'] {
  const checkin = latestCheckin(keyResult.checkins, asOf, ({ confidence }) => confidence !== null);
  const stated = checkin?.property.value.confidence ?? firstProperty(keyResult.declaration, 'confidence')?.value ?? null;
  const value = readConfidence(stated);
  return stated === null || value === null ? null : { value, span: stated };
}
