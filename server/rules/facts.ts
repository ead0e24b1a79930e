/** What rules read of a strategy as a whole: small facts, each with what may change it. */

import { Aspect, type StrategyChange } from '../model/change.ts';
import type { EntityKind } from '../model/strategy.ts';
import { hasCheckins } from './checkin-days.ts';
import { namelessDeclarations, unreadWords } from './lost-names.ts';
import type { Overview } from './overview.ts';
import { currentPeriods } from './current-periods.ts';
import { firstWithoutGoals, lacksGoals } from './unaligned.ts';
import { unresolvedReferences } from './unresolved-links.ts';
import { namedInPassing } from './named-in-passing.ts';

export interface Fact {
  /** The fact, such that equal values (by `Object.is`) say the same. */
  readonly read: (overview: Overview) => unknown;
  /** Whether it may be another after a change. */
  readonly mayChange: (change: StrategyChange) => boolean;
}

const always = (): boolean => true;

/** Which references mean nothing. */
export const unresolved: Fact = { read: (overview) => overview.revision(unresolvedReferences), mayChange: always };

/** Which names are declared; asked for only while some reference means nothing. */
export const declaredNames: Fact = {
  read: (overview) => (overview.gathered(unresolvedReferences).size === 0 ? null : overview.nameChanges),
  mayChange: always,
};

/** What syntax errors keep from being read; asked for only while some reference means nothing. */
export const unreadText: Fact = {
  read: (overview) => {
    if (!overview.strategy.hasSyntaxErrors || overview.gathered(unresolvedReferences).size === 0) return null;
    return `${overview.revision(unreadWords)} ${overview.revision(namelessDeclarations)}`;
  },
  mayChange: always,
};

/** Whether some file could not be read. */
export const unreadFiles: Fact = { read: ({ strategy }) => strategy.incomplete, mayChange: always };

/** Whether the strategy is known to declare no goal. */
export const noGoalDeclared: Fact = { read: ({ strategy }) => lacksGoals(strategy), mayChange: always };

/** The objective that stands for all where no goal is declared. */
export const objectiveWithoutGoals: Fact = { read: ({ strategy }) => firstWithoutGoals(strategy), mayChange: always };

/** The ids of the active goals, by file and place. */
export const activeGoals: Fact = {
  read: ({ strategy }) => JSON.stringify(strategy.goals.filter((goal) => goal.active).map(({ id }) => id)),
  mayChange: changeOf('goal', Aspect.declaration | Aspect.name | Aspect.plan),
};

/** The declared periods in which as-of lies. */
export const periodsNow: Fact = {
  read: ({ strategy }) => JSON.stringify(currentPeriods(strategy).map(({ id }) => id)),
  mayChange: changeOf('period', Aspect.declaration | Aspect.name | Aspect.facts),
};

/** Whether some key result has a check-in up to as-of. */
export const someCheckin: Fact = {
  read: ({ strategy }) => hasCheckins(strategy),
  mayChange: changeOf('kr', Aspect.name | Aspect.facts),
};

/** What is named only where it links to nothing. */
export const namesInPassing: Fact = { read: (overview) => overview.revision(namedInPassing), mayChange: always };

/** Whether something of a kind came, went or has another of these aspects. */
function changeOf(kind: EntityKind, aspects: number): Fact['mayChange'] {
  return ({ touched, removed }) => {
    for (const [entity, changed] of touched) if (entity.kind === kind && (changed & aspects) !== 0) return true;
    for (const entity of removed) if (entity.kind === kind) return true;
    return false;
  };
}
