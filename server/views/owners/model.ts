/** Who carries what, as plain data: load by period, contributions across teams, things without an owner. */

import type { Health } from '../../model/strategy.ts';
import type { Mention } from '../mention.ts';

export interface OwnersModel {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Stretches of time that do not overlap, by first day; of a strategy without periods one that holds everything. */
  readonly periods: readonly LoadPeriod[];
  /** Teams with the people and teams in them, then people in no team. */
  readonly owners: readonly OwnerLoad[];
  readonly contributions: readonly Contribution[];
  /** Goals, objectives, krs and initiatives for which nobody answers. */
  readonly unowned: readonly Mention[];
  /** Metrics that a goal or a kr names and nobody looks after. */
  readonly unownedMetrics: readonly Mention[];
}

export interface LoadPeriod {
  /** Its id, or its days; `At any time` for the one that holds everything. */
  readonly title: string;
  /** `YYYY-MM-DD`; null of the one that holds everything. */
  readonly start: string | null;
  readonly end: string | null;
  /** As-of lies in it. */
  readonly current: boolean;
}

export interface OwnerLoad {
  readonly owner: Mention;
  /** How many teams it is in. */
  readonly depth: number;
  /** As written; null without one. */
  readonly capacity: string | null;
  readonly goals: readonly LoadedElement[];
  /** One for each period. */
  readonly loads: readonly PeriodLoad[];
}

/** What is active and owned, and overlaps the period. */
export interface PeriodLoad {
  readonly objectives: readonly LoadedElement[];
  /** Inherited ones included. */
  readonly keyResults: number;
  readonly initiatives: number;
  /** null where no effort is known. */
  readonly effort: EffortLoad | null;
  /** Of a team what its people, and the teams in it, own beside it. */
  readonly members: { readonly objectives: number; readonly keyResults: number };
}

export interface LoadedElement extends Mention {
  readonly health: Health;
}

/** The day of the period on which most is to be done at once. */
export interface EffortLoad {
  /** `8 engineers` */
  readonly text: string;
  /** Of the capacity, 1 is all of it; null where there is none to compare with. */
  readonly share: number | null;
  readonly initiatives: readonly Mention[];
}

/** A team (or somebody in none) has a part in an objective that another answers for. */
export interface Contribution {
  readonly objective: Mention;
  /** Who answers for it. */
  readonly owner: Mention;
  readonly contributor: Mention;
  /** In the order of the words; never empty. */
  readonly how: readonly ContributionKind[];
}

/**
 * `named`: in `with`; `key result`, `initiative`: owns one of it, or one that advances it; `objective`: has one that
 * supports it; `needed`: owns something that it needs.
 */
export type ContributionKind = 'objective' | 'key result' | 'initiative' | 'needed' | 'named';
export const CONTRIBUTION_KINDS: readonly ContributionKind[] = ['objective', 'key result', 'initiative', 'needed', 'named'];

/** Whether the contributor has written down a part of its own. */
export function isAnswered({ how }: Contribution): boolean {
  return how.some((kind) => kind !== 'named');
}
