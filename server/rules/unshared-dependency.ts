import { label, shortLabel } from '../model/naming.ts';
import type { Link, Objective, PeriodReading, Team } from '../model/strategy.ts';
import { ownedBy } from './ownership.ts';
import { placeOf, placeOfLink } from './places.ts';
import { RangeMaximum } from './range-maximum.ts';
import { workOfItsTeams } from './reach.ts';
import { defineRule } from './rule.ts';
import { membersOf, orderTeams, type TeamOrder } from './team-order.ts';

const TEAMS = `person maya "Maya Okafor"
team growth "Growth"
team platform "Platform"
team storage "Storage" in platform
person jonas "Jonas Weber" in storage
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }

`;

export const rule = defineRule({
  code: 'unshared-dependency',
  group: 'ownership and focus',
  severity: 'warning',
  title: 'Contribution that the team has not planned',
  summary: 'An active objective is `with` a team that owns nothing active that overlaps it in time: no objective, no initiative, no key result of its own.',
  rationale: `One team counts on another, and the other has nothing of it in its plan: this is how most cross-team objectives fail, and both sides
are surprised. Aligning upwards is easy to see; aligning sideways has to be agreed. Before the quarter begins, the contributing team should own its part:
a key result, an initiative, or an objective that the two share.`,
  sources: ['Niven and Lamorte, Objectives and Key Results, 2016 (horizontal alignment)', 'Doerr, Measure What Matters, 2018'],
  exceptions: `What the team itself owns counts, and what its members, the teams in it and theirs own. Something without a period, or whose period cannot be read, is taken to overlap.
Only teams are asked for; a person in \`with\` is not.`,
  related: ['missing-owner', 'many-owners', 'over-capacity'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [workOfItsTeams] },
  examples: {
    bad: [
      {
        title: 'Growth counts on the platform team, which has nothing of it in its plan.',
        source: `${TEAMS}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  with «platform»
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
      {
        title: 'What platform owns is over before the objective begins, or paused.',
        source: `${TEAMS}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  with «platform»
  period 2026-Q2
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5% { owner platform status paused }
}
initiative sandbox "Sandbox without a credit card" {
  advances self-serve
  owner platform
  period 2026-Q1
}
`,
      },
    ],
    good: [
      {
        title: 'Platform owns its part, here through somebody in a team of its own.',
        source: `${TEAMS}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  with platform
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5% { owner jonas }
}
`,
      },
      {
        title: 'An initiative elsewhere, or an objective of its own, will do.',
        source: `${TEAMS}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  with platform
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
initiative sandbox "Sandbox without a credit card" {
  advances self-serve
  owner storage
  period 2026-02-15 .. 2026-04-15
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const { link, objective, team } of unmet(dependenciesOnTeams(objectives).filter(isWanting))) {
      report({
        place: placeOfLink(link),
        message: `${label(objective)} counts on ${shortLabel(team)}, which owns nothing active at that time: no objective, no initiative and no key result of its own. `
          + 'Agree on its part and write it down with that team as the owner, or take it out of `with`.',
        related: [{ place: placeOf(team), message: `${label(team)} is declared here.` }],
      });
    }
  },
});

interface Dependency {
  readonly objective: Objective;
  readonly link: Link;
  readonly team: Team;
}

/** The teams that active objectives are `with`, each once an objective. */
function dependenciesOnTeams(objectives: readonly Objective[]): readonly Dependency[] {
  const dependencies: Dependency[] = [];
  for (const objective of objectives) {
    if (!objective.active) continue;
    const seen = new Set<Team>();
    for (const link of objective.links) {
      if (link.kind !== 'with' || link.target?.kind !== 'team' || seen.has(link.target)) continue;
      seen.add(link.target);
      dependencies.push({ objective, link, team: link.target });
    }
  }
  return dependencies;
}

/** Days on which something is on; unknown and missing periods hold on every day, in the author's favour. */
function daysOf(period: PeriodReading): { readonly start: number; readonly end: number } {
  return period.state === 'known' ? period.period.days : { start: -Infinity, end: Infinity };
}

/** How many of its links are looked at first. */
const FIRST_LOOK = 50;

/** Whether the team itself is not seen at once to own something at that time: then all in it is looked through. */
function isWanting({ objective, team }: Dependency): boolean {
  const asked = daysOf(objective.period);
  return !team.usedBy.slice(0, FIRST_LOOK).some(({ kind, from }) => {
    if (kind !== 'owner' || (from.kind !== 'objective' && from.kind !== 'initiative' && from.kind !== 'kr') || !from.active) return false;
    const own = daysOf(from.period);
    return own.start <= asked.end && asked.start <= own.end;
  });
}

/**
 * The dependencies on a team in which nobody owns anything at that time: n log n. What is owned is taken by its first
 * day and kept at its owner's position with its last; of a team's stretch the greatest last day then tells whether
 * anything that began before the objective ends is on when it begins.
 */
function unmet(dependencies: readonly Dependency[]): readonly Dependency[] {
  if (dependencies.length === 0) return dependencies;
  const order = orderTeams(dependencies.map(({ team }) => team));
  const owned = ownedThings(order).sort((a, b) => ascending(a.start, b.start));
  const asked = dependencies
    .map((dependency) => ({ dependency, ...daysOf(dependency.objective.period) }))
    .sort((a, b) => ascending(a.end, b.end));
  const lastDays = new RangeMaximum(order.size);
  let taken = 0;
  return asked.filter(({ dependency: { team }, start, end }) => {
    for (let next = owned[taken]; next !== undefined && next.start <= end; next = owned[taken]) {
      lastDays.raise(next.position, next.end);
      taken += 1;
    }
    const stretch = order.stretch(team);
    if (stretch === null) return false;
    const greatest = lastDays.greatest(stretch.first, stretch.last);
    return greatest === -Infinity || greatest < start;
  }).map(({ dependency }) => dependency);
}

/** Infinite days among them, which do not subtract. */
function ascending(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

interface Owned {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** What is active and owned by one of the teams or somebody in it. */
function ownedThings(order: TeamOrder): Owned[] {
  return order.teams.flatMap((team) => {
    const position = order.position(team);
    return [team, ...membersOf(team)].flatMap((owner) => {
      const { objectives, initiatives, keyResults } = ownedBy(owner);
      return [...objectives, ...initiatives, ...keyResults].filter(({ active }) => active).map(({ period }) => ({ position, ...daysOf(period) }));
    });
  });
}
