/** A strategy to who carries what. */

import { formatDay } from '../../../grammar/calendar.ts';
import type { Goal, Initiative, KeyResult, Objective, Person, Strategy, Team } from '../../model/strategy.ts';
import { matcherOf, type PlannedElement } from '../filter.ts';
import { mention, mentions } from '../mention.ts';
import type { ViewOptions } from '../view.ts';
import { contributionsTo } from './contributions.ts';
import { effortLoad } from './effort.ts';
import type { LoadedElement, OwnerLoad, OwnersModel, PeriodLoad } from './model.ts';
import { columnsOf, isIn, type Column } from './periods.ts';
import { orderOwners, type PlacedOwner } from './tree.ts';

type OwnersOptions = Pick<ViewOptions, 'filter' | 'history'>;

/** What is on, by who answers for it; with `history` what is past, done and dropped as well. */
export function owners(strategy: Strategy, { filter, history }: OwnersOptions): OwnersModel {
  const matches = matcherOf(strategy, filter);
  const isShown = (element: PlannedElement): boolean => (
    element.laterThan === null && (history || element.active) && (matches === null || matches(element))
  );
  const objectives = strategy.objectives.filter(isShown);
  const initiatives = strategy.initiatives.filter(isShown);
  const goals = strategy.goals.filter(isShown);
  const keyResults = strategy.keyResults.filter(isShown);
  const columns = columnsOf(objectives, initiatives, strategy);
  const owned = new Owned({ goals, objectives, keyResults, initiatives });
  const rows = rowsOf(orderOwners(strategy), owned, columns);
  return {
    asOf: formatDay(strategy.asOf),
    periods: columns.map(({ period }) => period),
    owners: matches === null ? rows : withSomething(rows),
    contributions: contributionsTo(objectives),
    unowned: mentions([...goals, ...objectives, ...initiatives, ...keyResults].filter(isUnowned)),
    unownedMetrics: mentions(strategy.metrics.filter((metric) => metric.laterThan === null
      && metric.usedBy.some(({ kind, from }) => kind === 'metric' && (from.kind === 'goal' || from.kind === 'kr') && isShown(from))
      && metric.links.every(({ kind }) => kind !== 'owner'))),
  };
}

/** What inherits from something without an owner is told with it. */
function isUnowned(element: PlannedElement): boolean {
  if (element.owners.length > 0) return false;
  return (element.kind !== 'kr' && element.kind !== 'initiative') || element.objective === null || element.ownerWritten;
}

interface Things {
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly initiatives: readonly Initiative[];
}

/** What each owner has. */
class Owned {
  readonly #byOwner = new Map<Person | Team, { goals: Goal[]; objectives: Objective[]; keyResults: KeyResult[]; initiatives: Initiative[] }>();

  constructor({ goals, objectives, keyResults, initiatives }: Things) {
    for (const goal of goals) for (const owner of new Set(goal.owners)) this.#entry(owner).goals.push(goal);
    for (const objective of objectives) for (const owner of new Set(objective.owners)) this.#entry(owner).objectives.push(objective);
    for (const keyResult of keyResults) for (const owner of new Set(keyResult.owners)) this.#entry(owner).keyResults.push(keyResult);
    for (const initiative of initiatives) for (const owner of new Set(initiative.owners)) this.#entry(owner).initiatives.push(initiative);
  }

  of(owner: Person | Team): Things {
    return this.#byOwner.get(owner) ?? { goals: [], objectives: [], keyResults: [], initiatives: [] };
  }

  #entry(owner: Person | Team): { goals: Goal[]; objectives: Objective[]; keyResults: KeyResult[]; initiatives: Initiative[] } {
    let entry = this.#byOwner.get(owner);
    if (entry === undefined) {
      entry = { goals: [], objectives: [], keyResults: [], initiatives: [] };
      this.#byOwner.set(owner, entry);
    }
    return entry;
  }
}

/** The rows of owners in their order. What members have is summed up from the front, so that no depth of teams makes it slow. */
function rowsOf(placed: readonly PlacedOwner[], owned: Owned, columns: readonly Column[]): readonly OwnerLoad[] {
  const own = placed.map(({ owner }) => owned.of(owner));
  const objectives = columns.map((column) => sums(placed, own, (things) => things.objectives, column));
  const keyResults = columns.map((column) => sums(placed, own, (things) => things.keyResults, column));
  const between = (counts: readonly number[] | undefined, start: number, end: number): number => (counts?.[end] ?? 0) - (counts?.[start] ?? 0);
  return placed.map(({ owner, depth, end }, index): OwnerLoad => {
    const things = owned.of(owner);
    return {
      owner: mention(owner), depth,
      capacity: owner.capacity?.text ?? null,
      goals: things.goals.map(loaded),
      loads: columns.map((column, at) => ({
        ...loadIn(column, owner, things),
        members: { objectives: between(objectives[at], index + 1, end), keyResults: between(keyResults[at], index + 1, end) },
      })),
    };
  });
}

/** How much all owners before an index have in a column; what has several owners counts for its first. */
function sums(
  placed: readonly PlacedOwner[], own: readonly Things[], of: (things: Things) => readonly (Objective | KeyResult)[], column: Column,
): readonly number[] {
  const counts = [0];
  for (const [index, things] of own.entries()) {
    const here = of(things).filter(({ period, owners: [first] }) => first === placed[index]?.owner && isIn(period, column)).length;
    counts.push((counts[index] ?? 0) + here);
  }
  return counts;
}

function loadIn(column: Column, owner: Person | Team, own: Things): Omit<PeriodLoad, 'members'> {
  const isHere = ({ period }: Objective | KeyResult | Initiative): boolean => isIn(period, column);
  const initiatives = own.initiatives.filter(isHere);
  return {
    objectives: own.objectives.filter(isHere).map(loaded),
    keyResults: own.keyResults.filter(isHere).length,
    initiatives: initiatives.length,
    effort: effortLoad(owner, initiatives.filter(({ active }) => active), column.days),
  };
}

function loaded(element: Goal | Objective): LoadedElement {
  return { ...mention(element), health: element.health };
}

/** The owners that have something in what is shown, and the teams above them. */
function withSomething(rows: readonly OwnerLoad[]): readonly OwnerLoad[] {
  return rows.filter(({ goals, loads }) => goals.length > 0 || loads.some(({ objectives, keyResults, initiatives, members }) => (
    objectives.length + keyResults + initiatives + members.objectives + members.keyResults > 0
  )));
}
