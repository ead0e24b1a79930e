/** What a rule is asked about: all declarations of a strategy, or those of them on which a finding can have changed. */

import type { Day } from '../../grammar/calendar.ts';
import type { Steps } from '../model/steps.ts';
import type { Entity, Goal, Initiative, KeyResult, Metric, Objective, Period, Person, Strategy, StrategyHeader, Team } from '../model/strategy.ts';
import type { Overview } from './overview.ts';

export interface Scope {
  readonly asOf: Day;
  readonly headers: readonly StrategyHeader[];
  readonly periods: readonly Period[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly metrics: readonly Metric[];
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly initiatives: readonly Initiative[];
  /** All of the above. */
  readonly entities: readonly Entity[];
  /** The strategy in which they stand. A rule that reads anything of it says so in `looksAt`. */
  readonly strategy: Strategy;
  readonly overview: Overview;
}

/** Everything. */
export function wholeScope(overview: Overview): Scope {
  const { strategy } = overview;
  const { asOf, headers, periods, teams, people, metrics, goals, objectives, keyResults, initiatives } = strategy;
  return {
    asOf, headers, periods, teams, people, metrics, goals, objectives, keyResults, initiatives, strategy, overview,
    get entities() { return strategy.entities; },
  };
}

/** How many declarations a rule is asked about at once while everything is judged in short steps. */
const PART = 10_000;

/** Everything, in parts that can each be judged in a moment; what stands in an objective stands in its part. */
export function* partsOf(overview: Overview): Steps<readonly Scope[]> {
  const { entities } = overview.strategy;
  if (entities.length <= PART) return [wholeScope(overview)];
  const parts: Scope[] = [];
  for (let first = 0; first < entities.length;) {
    let next = first + PART;
    for (let entity = entities[next]; entity !== undefined && !isAtTop(entity); entity = entities[next]) next += 1;
    parts.push(scopeOf(overview, entities.slice(first, next)));
    first = next;
    yield;
  }
  return parts;
}

function isAtTop(entity: Entity): boolean {
  return entity.kind !== 'kr' && (entity.kind !== 'initiative' || entity.objective === null);
}

/** Some declarations, in any order. */
export function scopeOf(overview: Overview, entities: Iterable<Entity>): Scope {
  const scope = {
    asOf: overview.strategy.asOf,
    headers: [] as StrategyHeader[], periods: [] as Period[], teams: [] as Team[], people: [] as Person[], metrics: [] as Metric[], goals: [] as Goal[],
    objectives: [] as Objective[], keyResults: [] as KeyResult[], initiatives: [] as Initiative[], entities: [...entities],
    strategy: overview.strategy, overview,
  };
  for (const entity of scope.entities) {
    switch (entity.kind) {
      case 'strategy': scope.headers.push(entity); break;
      case 'period': scope.periods.push(entity); break;
      case 'team': scope.teams.push(entity); break;
      case 'person': scope.people.push(entity); break;
      case 'metric': scope.metrics.push(entity); break;
      case 'goal': scope.goals.push(entity); break;
      case 'objective': scope.objectives.push(entity); break;
      case 'kr': scope.keyResults.push(entity); break;
      case 'initiative': scope.initiatives.push(entity); break;
    }
  }
  return scope;
}
