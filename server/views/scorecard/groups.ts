/** What stands together in a scorecard, and what stands below what. */

import { periodName } from '../../model/figures.ts';
import { knownDays } from '../../model/planning.ts';
import type { Entity, Goal, KeyResult, Objective, Person, Strategy, Team } from '../../model/strategy.ts';
import { primaryGoals } from '../primary-goals.ts';
import type { Grouping } from '../view.ts';

/** A row before it is filtered and written. */
export interface Item {
  readonly entity: Goal | Objective | KeyResult;
  /** What it stands in or serves, where no row above it says so. */
  readonly of: Entity | null;
  readonly below: readonly Item[];
}

export interface Group {
  /** null where its items have nothing of the kind. */
  readonly of: Entity | null;
  readonly title: string;
  readonly items: readonly Item[];
}

/** Each takes every goal, objective and kr once. */
export const groupers: Readonly<Record<Grouping, (strategy: Strategy) => readonly Group[]>> = {
  goal: byGoal,
  team: byTeam,
  owner: byOwner,
  period: byPeriod,
};

function byGoal(strategy: Strategy): readonly Group[] {
  const primary = primaryGoals(strategy);
  const served = grouped(strategy.objectives, (objective) => primary.get(objective) ?? null);
  const groups = strategy.goals.map((goal): Group => ({
    of: goal, title: goal.title ?? goal.id,
    items: [{ entity: goal, of: null, below: (served.get(goal) ?? []).map((objective) => whole(objective, servedBetween(objective, goal))) }],
  }));
  const lost = (served.get(null) ?? []).map((objective) => whole(objective, null));
  return [...groups, { of: null, title: 'Serves no goal', items: lost }];
}

/** What an objective supports on its way to the goal; null where that is the goal itself. */
function servedBetween(objective: Objective, goal: Goal): Entity | null {
  const targets = objective.supports.flatMap(({ target }) => target ?? []);
  return targets.includes(goal) ? null : targets[0] ?? null;
}

function byTeam(strategy: Strategy): readonly Group[] {
  const primary = primaryGoals(strategy);
  const teamOf = ({ owners: [owner] }: Goal | Objective): Team | null => (owner === undefined ? null : owner.kind === 'team' ? owner : owner.team);
  const items = topItems(strategy, primary);
  const groups = grouped(items, ({ entity }) => (entity.kind === 'kr' ? null : teamOf(entity)));
  return inOrder(strategy.teams, groups, 'In no team');
}

function byOwner(strategy: Strategy): readonly Group[] {
  const primary = primaryGoals(strategy);
  const items: Item[] = strategy.goals.map((goal) => ({ entity: goal, of: null, below: [] }));
  for (const objective of strategy.objectives) {
    const [owner] = objective.owners;
    const isOwn = (keyResult: KeyResult): boolean => keyResult.owners[0] === owner;
    const below = objective.keyResults.filter(isOwn).map((keyResult) => ({ entity: keyResult, of: null, below: [] }));
    items.push({ entity: objective, of: primary.get(objective) ?? null, below });
    for (const keyResult of objective.keyResults) if (!isOwn(keyResult)) items.push({ entity: keyResult, of: objective, below: [] });
  }
  const groups = grouped(items, ({ entity: { owners: [owner] } }): Person | Team | null => owner ?? null);
  return inOrder<Person | Team>([...strategy.teams, ...strategy.people], groups, 'Without an owner');
}

function byPeriod(strategy: Strategy): readonly Group[] {
  const groups = grouped(topItems(strategy, primaryGoals(strategy)), ({ entity }) => periodName(entity.period));
  const start = (items: readonly Item[]): number => items.reduce((first, { entity }) => Math.min(first, knownDays(entity.period)?.start ?? Infinity), Infinity);
  return [...groups]
    .map(([name, items]): Group => ({ of: name === null ? null : strategy.byId.get(name) ?? null, title: name ?? 'Without a period', items }))
    .sort((a, b) => start(a.items) - start(b.items) || (a.title < b.title ? -1 : 1));
}

/** Goals, then objectives with their krs, in the order written. */
function topItems(strategy: Strategy, primary: ReadonlyMap<Objective, Goal>): readonly Item[] {
  return [
    ...strategy.goals.map((goal): Item => ({ entity: goal, of: null, below: [] })),
    ...strategy.objectives.map((objective) => whole(objective, primary.get(objective) ?? null)),
  ];
}

function whole(objective: Objective, of: Entity | null): Item {
  return { entity: objective, of, below: objective.keyResults.map((keyResult) => ({ entity: keyResult, of: null, below: [] })) };
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}

/** The groups of these things in their order, and last what belongs to none. */
function inOrder<E extends Entity>(entities: readonly E[], groups: ReadonlyMap<E | null, readonly Item[]>, rest: string): readonly Group[] {
  return [
    ...entities.map((entity): Group => ({ of: entity, title: entity.title ?? entity.id, items: groups.get(entity) ?? [] })),
    { of: null, title: rest, items: groups.get(null) ?? [] },
  ];
}
