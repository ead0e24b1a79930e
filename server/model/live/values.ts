/**
 * What entities say, worked out anew for those that changed, in the order of a build; what really changed is handed on to
 * those that read it.
 */

import { readGoalSupports, readObjectiveSupports } from '../alignment.ts';
import type { BuildOptions } from '../build.ts';
import type { Mutable } from '../declare.ts';
import { readGoal, readInitiative, readKeyResult, readMetric, readObjective, readOwner, readPerson, readTeam } from '../entities.ts';
import { readContainer, readDays, readDeadline, readPlan, type PlannedEntity } from '../planning.ts';
import { standKeyResult, standObjective } from '../standing.ts';
import { each, type Steps } from '../steps.ts';
import type { Entity, Goal, Initiative, KeyResult, LinkKind, Metric, Objective, Period, Person, Team } from '../strategy.ts';
import type { Changes } from './changes.ts';
import { isSameList } from './edit.ts';
import { sameAmount, sameDays, sameGoalMetrics, sameKeyResult, sameMetric, samePeriod, sameStatus } from './sameness.ts';

/** Told of what alignment, flows and traces rest on. */
export interface ValueListener {
  /** What a goal or objective supports, or how much of it goes there. */
  readonly onSupports: (node: Goal | Objective) => void;
  /** What it hands on: its score, or whether anything flows through it. */
  readonly onOutflow: (node: Goal | Objective | KeyResult) => void;
  /** What a goal stands for: whether it is dropped, and what measures it. */
  readonly onGoal: (goal: Goal) => void;
  /** A metric was read anew; `changed` where it drives other ones. */
  readonly onDrives: (metric: Metric, changed: boolean) => void;
  /** A kr has another metric. */
  readonly onMetric: (keyResult: KeyResult) => void;
}

/** The entities to work out anew, by kind. */
class Waiting {
  readonly periods = new Set<Period>();
  readonly teams = new Set<Team>();
  readonly people = new Set<Person>();
  readonly metrics = new Set<Metric>();
  readonly goals = new Set<Goal>();
  readonly objectives = new Set<Objective>();
  readonly keyResults = new Set<KeyResult>();
  readonly initiatives = new Set<Initiative>();

  add(entity: Entity): void {
    switch (entity.kind) {
      case 'strategy': return;
      case 'period': this.periods.add(entity); return;
      case 'team': this.teams.add(entity); return;
      case 'person': this.people.add(entity); return;
      case 'metric': this.metrics.add(entity); return;
      case 'goal': this.goals.add(entity); return;
      case 'objective': this.objectives.add(entity); return;
      case 'kr': this.keyResults.add(entity); return;
      case 'initiative': this.initiatives.add(entity); return;
    }
  }
}

export class LiveValues {
  readonly #options: BuildOptions;
  readonly #changes: Changes;
  readonly #listener: ValueListener;
  readonly #waiting = new Waiting();

  constructor(options: BuildOptions, changes: Changes, listener: ValueListener) {
    this.#options = options;
    this.#changes = changes;
    this.#listener = listener;
  }

  /** Has an entity worked out anew. */
  add(entity: Entity): void {
    this.#waiting.add(entity);
  }

  /** Those that were worked out anew. */
  get goals(): Iterable<Goal> {
    return this.#waiting.goals;
  }

  * settle(): Steps<void> {
    const { periods, teams, people, metrics, goals, objectives, keyResults, initiatives } = this.#waiting;
    yield* each(periods, (period) => { this.#days(period); });
    yield* each(periods, (period) => { this.#container(period); });
    yield* each(goals, (goal) => { this.#plan(goal); });
    yield* each(objectives, (objective) => { this.#plan(objective); });
    yield* each(keyResults, (keyResult) => { this.#planOfKeyResult(keyResult); });
    yield* each(initiatives, (initiative) => { this.#plan(initiative); });
    yield* each(teams, (team) => { this.#team(team); });
    yield* each(people, (person) => { this.#person(person); });
    yield* each(metrics, (metric) => { this.#metric(metric); });
    yield* each(goals, (goal) => { this.#owner(goal); });
    yield* each(objectives, (objective) => { this.#owner(objective); });
    yield* each(keyResults, (keyResult) => { this.#owner(keyResult); });
    yield* each(initiatives, (initiative) => { this.#initiative(initiative); });
    yield* each(goals, (goal) => { this.#goal(goal); });
    yield* each(keyResults, (keyResult) => { this.#keyResult(keyResult); });
    yield* each(objectives, (objective) => { this.#objective(objective); });
    yield* each(goals, (goal) => { this.#supportsOfGoal(goal); });
    yield* each(objectives, (objective) => { this.#supportsOfObjective(objective); });
  }

  #days(period: Mutable<Period>): void {
    const before = period.days;
    readDays(period);
    if (sameDays(before, period.days)) {
      period.days = before;
      return;
    }
    this.#changes.touch(period, 'facts');
    this.#readers(period, ['in', 'period', 'by']);
  }

  #container(period: Mutable<Period>): void {
    const before = period.within;
    readContainer(period);
    if (!sameDays(before, period.within)) this.#changes.touch(period, 'facts');
  }

  /** What names an entity in one of these ways reads it anew. */
  #readers(entity: Entity, kinds: readonly LinkKind[]): void {
    for (const { kind, from } of entity.usedBy) if (kinds.includes(kind)) this.#waiting.add(from);
  }

  #plan(entity: Mutable<PlannedEntity>): boolean {
    const { status, period, past, active, closed, judged } = entity;
    readPlan(entity, this.#options.asOf, this.#options.pastDays);
    if (sameStatus(status, entity.status)) entity.status = status;
    if (samePeriod(period, entity.period)) entity.period = period;
    const same = status === entity.status && period === entity.period && past === entity.past
      && active === entity.active && closed === entity.closed && judged === entity.judged;
    if (same) return false;
    const planned = entity as PlannedEntity;
    this.#changes.touch(planned, 'plan');
    if (planned.kind === 'objective') {
      for (const child of [...planned.keyResults, ...planned.initiatives]) this.#waiting.add(child);
    }
    if (status.value !== planned.status.value) {
      if (planned.kind === 'goal') this.#listener.onGoal(planned);
      if (planned.kind !== 'initiative') this.#listener.onOutflow(planned);
    }
    return true;
  }

  #planOfKeyResult(keyResult: Mutable<KeyResult>): void {
    const { by, lastDay } = keyResult;
    this.#plan(keyResult);
    readDeadline(keyResult);
    if (by?.day !== keyResult.by?.day || lastDay !== keyResult.lastDay) this.#changes.touch(keyResult, 'plan');
  }

  #team(team: Mutable<Team>): void {
    const { parent, capacity } = team;
    readTeam(team);
    if (parent !== team.parent || !sameAmount(capacity, team.capacity)) this.#changes.touch(team, 'facts');
  }

  #person(person: Mutable<Person>): void {
    const { team, capacity } = person;
    readPerson(person);
    if (team !== person.team || !sameAmount(capacity, person.capacity)) this.#changes.touch(person, 'facts');
  }

  #metric(metric: Mutable<Metric>): void {
    const { drives, unit, better, checkins, now, current } = metric;
    readMetric(metric, this.#options.asOf);
    const sameDrives = isSameList(drives, metric.drives);
    this.#listener.onDrives(metric, !sameDrives);
    if (!sameDrives) this.#changes.touch(metric, 'facts');
    if (sameMetric({ unit, better, checkins, now, current }, metric)) return;
    this.#changes.touch(metric, 'facts');
    this.#readers(metric, ['metric']);
  }

  #owner(entity: Mutable<PlannedEntity>): void {
    const { owners, ownerWritten } = entity;
    readOwner(entity);
    if (isSameList(owners, entity.owners)) {
      entity.owners = owners;
      if (ownerWritten !== entity.ownerWritten) this.#changes.touch(entity, 'owners');
      return;
    }
    const owned = entity as PlannedEntity;
    this.#changes.touch(owned, 'owners');
    if (owned.kind === 'objective') for (const child of [...owned.keyResults, ...owned.initiatives]) this.#waiting.add(child);
  }

  #initiative(initiative: Mutable<Initiative>): void {
    this.#owner(initiative);
    const { effort } = initiative;
    readInitiative(initiative);
    if (!sameAmount(effort, initiative.effort)) this.#changes.touch(initiative, 'facts');
  }

  #goal(goal: Mutable<Goal>): void {
    const { goalKind, metrics } = goal;
    readGoal(goal, this.#options.asOf);
    if (goalKind !== goal.goalKind || !sameGoalMetrics(metrics, goal.metrics)) this.#changes.touch(goal, 'facts');
    if (!isSameList(metrics.map(({ metric }) => metric), goal.metrics.map(({ metric }) => metric))) this.#listener.onGoal(goal);
  }

  #keyResult(keyResult: Mutable<KeyResult>): void {
    const before = { ...keyResult };
    readKeyResult(keyResult, this.#options.asOf);
    standKeyResult(keyResult, this.#options.asOf);
    const now = keyResult as KeyResult;
    if (!sameKeyResult(before, now)) this.#changes.touch(now, 'facts');
    if (before.score !== now.score || before.expected !== now.expected || before.health !== now.health) this.#changes.touch(now, 'standing');
    if (before.metric !== now.metric) this.#listener.onMetric(now);
    this.#waiting.objectives.add(now.objective);
  }

  #objective(objective: Mutable<Objective>): void {
    const { type, score, expected, health } = objective;
    readObjective(objective);
    standObjective(objective, this.#options.asOf);
    const now = objective as Objective;
    if (type !== now.type) this.#changes.touch(now, 'facts');
    if (score !== now.score || expected !== now.expected || health !== now.health) this.#changes.touch(now, 'standing');
    if (score !== now.score) this.#listener.onOutflow(now);
  }

  #supportsOfGoal(goal: Mutable<Goal>): void {
    const { supports } = goal;
    readGoalSupports(goal);
    if (isSameList(supports, goal.supports)) return;
    this.#changes.touch(goal, 'supports');
    this.#listener.onSupports(goal);
  }

  #supportsOfObjective(objective: Mutable<Objective>): void {
    const { supports } = objective;
    readObjectiveSupports(objective);
    const now = objective as Objective;
    const same = supports.length === now.supports.length && supports.every((support, index) => {
      const other = now.supports[index];
      return support.link === other?.link && support.target === other.target && support.share === other.share;
    });
    if (same) return;
    this.#changes.touch(now, 'supports');
    this.#listener.onSupports(now);
  }
}
