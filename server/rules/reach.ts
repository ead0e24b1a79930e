/**
 * What rules look at beyond the declaration on which they report, in a small vocabulary. Each word is told from the
 * other end: of a thing that changed, who looks at it. It is enough to follow the links as they are now: a declaration
 * that has lost sight of something has changed itself, or something on the way has.
 */

import { Aspect } from '../model/change.ts';
import { reachable } from '../model/reachability.ts';
import type { Cycle, Entity, EntityKind, Goal, KeyResult, LinkKind, Metric, Objective, Person, Team } from '../model/strategy.ts';
import type { Fact } from './facts.ts';

/** What a rule looks at. */
export type LooksAt = LooksAtEach | LooksAtAll | LooksAtSuppressions;

/** It judges one declaration after the other: its own text and meaning, and what `reach` and `facts` say. */
export interface LooksAtEach {
  /** On what it reports. */
  readonly subjects: readonly EntityKind[];
  /** What it reads of other declarations. What it only names as a related place need not be told. */
  readonly reach?: readonly Reach[];
  /** What it reads of the strategy as a whole. */
  readonly facts?: readonly Fact[];
  /** The circles that it asks for. */
  readonly circles?: readonly Cycle['kind'][];
}

/** It judges the strategy as one: run whole, where one of the facts or circles that it reads changed. */
export interface LooksAtAll {
  readonly facts: readonly Fact[];
  readonly circles?: readonly Cycle['kind'][];
}

/** It judges the suppressions of each file, after all other rules. */
export interface LooksAtSuppressions {
  readonly suppressions: true;
}

/** Something that other declarations look at. */
export interface Reach {
  /** What of it they read, as bits of `Aspect`. */
  readonly aspects: number;
  /** Who looks at it. */
  readonly onlookers: (entity: Entity) => Iterable<Entity>;
}

const { declaration, name, links, usedBy, plan, owners, facts, standing, supports, alignment, traced, children } = Aspect;

/** The objective in which it stands. */
export const itsObjective: Reach = {
  aspects: declaration | name | plan | owners | facts | standing | alignment | children,
  onlookers: (entity) => (entity.kind === 'objective' ? partsOf(entity) : []),
};

/** The key results that stand in it. */
export const itsKeyResults: Reach = {
  aspects: declaration | name | plan | owners | facts,
  onlookers: (entity) => (entity.kind === 'kr' ? [entity.objective] : []),
};

/** What stands in the same objective. */
export const itsNeighbours: Reach = {
  aspects: declaration | name,
  onlookers: (entity) => (entity.kind === 'kr' || entity.kind === 'initiative') && entity.objective !== null ? partsOf(entity.objective) : [],
};

/** What its references of some kind name: their words, plans and facts. */
function whatItNames(...kinds: readonly LinkKind[]): Reach {
  return {
    aspects: declaration | name | plan | facts | supports | links,
    onlookers: (entity) => namersOf(entity, kinds),
  };
}

/** The metric of a key result, the metrics of a goal. */
export const itsMetrics: Reach = whatItNames('metric');

/** What it needs. */
export const whatItNeeds: Reach = whatItNames('needs');

/** What an objective supports; of a key result its objective too. */
export const whatItSupports: Reach = {
  aspects: declaration | name | plan | alignment,
  onlookers: (entity) => (entity.kind === 'objective' ? [entity, ...entity.keyResults].flatMap((part) => namersOf(part, SUPPORTS)) : namersOf(entity, SUPPORTS)),
};

/** What supports a goal, directly or not. */
export const whatSupportsIt: Reach = {
  aspects: name | links | usedBy | plan | supports,
  onlookers: (entity) => (isSupporting(entity) ? reachable([entity.kind === 'kr' ? entity.objective : entity], supportedBy) : []),
};

/** The key results by which a metric is measured, and whether they are traced. */
export const itsMeasurers: Reach = {
  aspects: plan | facts | traced | alignment,
  onlookers: (entity) => {
    const keyResults = entity.kind === 'objective' ? entity.keyResults : entity.kind === 'kr' ? [entity] : [];
    return keyResults.flatMap(({ metric }) => metric ?? []);
  },
};

/** The other key results on its metric, with their objectives. */
export const othersOnItsMetric: Reach = {
  aspects: declaration | name | usedBy | plan | facts,
  onlookers: (entity) => {
    switch (entity.kind) {
      case 'metric': return measurersOf(entity);
      case 'kr': return entity.metric === null ? [] : measurersOf(entity.metric);
      case 'objective': return onMetricsOf([entity]);
      default: return [];
    }
  },
};

/** Which of the objectives on its metric support which, directly or not. */
export const supportAmongItsMetric: Reach = {
  aspects: links | supports,
  onlookers: (entity) => (entity.kind === 'objective' ? onMetricsOf(reachable([entity], supportersOf)) : []),
};

/** What a team or person owns: objectives, and initiatives with those that inherit it. */
export const whatItOwns: Reach = {
  aspects: declaration | name | plan | owners | facts | children,
  onlookers: (entity) => {
    if (entity.kind === 'objective') return entity.owners;
    if (entity.kind !== 'initiative') return [];
    return entity.objective === null ? entity.owners : [...entity.owners, ...entity.objective.owners];
  },
};

/** What the teams that an objective is `with` own, themselves or by their members and the teams in them. */
export const workOfItsTeams: Reach = {
  aspects: name | usedBy | plan | owners | facts | children,
  onlookers: (entity) => {
    const teams = reachable<Person | Team>(ownersBy(entity), teamAbove);
    return [...teams].flatMap((team) => namersOf(team, WITH));
  },
};

const SUPPORTS: readonly LinkKind[] = ['supports'];
const WITH: readonly LinkKind[] = ['with'];

function partsOf({ keyResults, initiatives }: Objective): readonly Entity[] {
  return [...keyResults, ...initiatives];
}

function namersOf(entity: Entity, kinds: readonly LinkKind[]): readonly Entity[] {
  return entity.usedBy.filter(({ kind }) => kinds.includes(kind)).map(({ from }) => from);
}

function isSupporting(entity: Entity): entity is Goal | Objective | KeyResult {
  return entity.kind === 'goal' || entity.kind === 'objective' || entity.kind === 'kr';
}

/** What a goal or objective supports; a key result stands for its objective. */
function supportedBy(node: Goal | Objective): readonly (Goal | Objective)[] {
  if (node.kind === 'goal') return node.supports;
  return node.supports.flatMap(({ target }) => (target?.kind === 'kr' ? target.objective : target) ?? []);
}

/** The objectives that support an objective or what stands in it. */
function supportersOf(objective: Objective): readonly Objective[] {
  return [objective, ...objective.keyResults].flatMap((part) => namersOf(part, SUPPORTS)).filter((from) => from.kind === 'objective');
}

function measurersOf(metric: Metric): readonly KeyResult[] {
  return namersOf(metric, ['metric']).filter((from) => from.kind === 'kr');
}

function onMetricsOf(objectives: Iterable<Objective>): readonly KeyResult[] {
  const metrics = new Set([...objectives].flatMap(({ keyResults }) => keyResults.flatMap(({ metric }) => metric ?? [])));
  return [...metrics].flatMap(measurersOf);
}

function ownersBy(entity: Entity): readonly (Person | Team)[] {
  switch (entity.kind) {
    case 'team': case 'person': return [entity];
    case 'objective': return entity.owners;
    case 'kr': case 'initiative': return entity.objective === null ? entity.owners : [...entity.owners, ...entity.objective.owners];
    default: return [];
  }
}

function teamAbove(owner: Person | Team): readonly Team[] {
  const team = owner.kind === 'team' ? owner.parent : owner.team;
  return team === null ? [] : [team];
}
