/** What a filter can ask for, of what a strategy has: a list to choose from. */

import { shown } from '../model/shown.ts';
import { compareText } from '../rules/diagnostic.ts';
import type { Health, Strategy } from '../model/strategy.ts';
import { teamsOf, type PlannedElement } from './filter.ts';
import { HEALTH_ORDER } from './scorecard/summary.ts';
import { shortened } from './titles.ts';
import type { FilterKind } from './view.ts';

export interface FilterChoice {
  readonly id: string;
  readonly title: string;
}

export interface FilterChoices {
  readonly owners: readonly FilterChoice[];
  readonly teams: readonly FilterChoice[];
  readonly periods: readonly FilterChoice[];
  readonly kinds: readonly FilterKind[];
  readonly health: readonly Health[];
}

const KINDS: readonly FilterKind[] = ['goal', 'objective', 'kr', 'initiative'];

/** Owners and teams by title, periods the latest first, health with what needs an eye first: only what something has. */
export function filterChoices({ goals, objectives, keyResults, initiatives }: Strategy): FilterChoices {
  const elements: readonly PlannedElement[] = [...goals, ...objectives, ...keyResults, ...initiatives].filter(({ laterThan }) => laterThan === null);
  const owners = new Map<string, string>();
  const teams = new Map<string, string>();
  const periods = new Map<string, number>();
  const kinds = new Set<FilterKind>();
  const health = new Set<Health>();
  for (const element of elements) {
    kinds.add(element.kind);
    if (element.kind !== 'initiative') health.add(element.health);
    for (const owner of element.owners) {
      owners.set(owner.id, owner.title ?? owner.id);
      for (const team of teamsOf(owner)) teams.set(team.id, team.title ?? team.id);
    }
    if (element.period.state === 'known' && element.period.period.id !== null) periods.set(element.period.period.id, element.period.period.days.start);
  }
  return {
    owners: byTitle(owners), teams: byTitle(teams),
    periods: [...periods].sort(([a, one], [b, other]) => other - one || compareText(a, b)).map(([id]) => ({ id, title: shown(shortened(id)) })),
    kinds: KINDS.filter((kind) => kinds.has(kind)),
    health: HEALTH_ORDER.filter((one) => health.has(one)),
  };
}

function byTitle(things: ReadonlyMap<string, string>): readonly FilterChoice[] {
  return [...things].map(([id, title]) => ({ id, title: shown(shortened(title)) })).sort((a, b) => a.title.localeCompare(b.title, 'en') || compareText(a.id, b.id));
}
