/** Teams in an order in which everything within a team stands together. */

import { reachable } from '../model/reachability.ts';
import type { Person, Team } from '../model/strategy.ts';

/** Positions, first and last included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface TeamOrder {
  /** In their order: the teams asked for, with the teams in them, theirs, and so on. */
  readonly teams: readonly Team[];
  /** How many positions there are. */
  readonly size: number;
  /** Where one of the teams stands. */
  readonly position: (team: Team) => number;
  /** The stretch of one of the teams, with the teams in it, theirs, and so on. */
  readonly stretch: (team: Team) => Stretch | null;
}

/** Numbers teams and what is in them so that each stands before those in it: linear. Teams in a circle hold each other, and so everything in any of them. */
export function orderTeams(asked: readonly Team[]): TeamOrder {
  const teams = reachable(asked, teamsIn);
  const stretches = new Map<Team, Stretch>();
  const positions = new Map<Team, number>();
  for (const team of teams) {
    if (team.parent === null || !teams.has(team.parent)) visit(team, positions, stretches);
  }
  for (const team of teams) {
    if (positions.has(team)) continue;
    const circle = circleAbove(team);
    const [top] = circle;
    if (top === undefined) continue;
    visit(top, positions, stretches);
    const whole = stretches.get(top);
    for (const other of circle) if (whole !== undefined) stretches.set(other, whole);
  }
  return {
    teams: [...positions.keys()],
    size: positions.size,
    position: (team) => positions.get(team) ?? -1,
    stretch: (team) => stretches.get(team) ?? null,
  };
}

/** The teams in a team. */
function teamsIn(team: Team): readonly Team[] {
  return team.usedBy.flatMap(({ kind, from }) => (kind === 'in' && from.kind === 'team' ? from : []));
}

/** The people in a team. */
export function membersOf(team: Team): readonly Person[] {
  return team.usedBy.flatMap(({ kind, from }) => (kind === 'in' && from.kind === 'person' ? from : []));
}

/** The circle of `in` that a team with no end above it leads to. */
function circleAbove(team: Team): readonly Team[] {
  const seen = new Set<Team>();
  let at: Team | null = team;
  for (; at !== null && !seen.has(at); at = at.parent) seen.add(at);
  const circle: Team[] = [];
  for (let step: Team | null = at; step !== null && step !== circle[0]; step = step.parent) circle.push(step);
  return circle;
}

function visit(top: Team, positions: Map<Team, number>, stretches: Map<Team, Stretch>): void {
  const stack: { readonly team: Team; readonly inside: readonly Team[]; next: number }[] = [{ team: top, inside: teamsIn(top), next: 0 }];
  positions.set(top, positions.size);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.inside[frame.next++];
    if (child === undefined) {
      stretches.set(frame.team, { first: positions.get(frame.team) ?? 0, last: positions.size - 1 });
      stack.pop();
    } else if (!positions.has(child)) {
      positions.set(child, positions.size);
      stack.push({ team: child, inside: teamsIn(child), next: 0 });
    }
  }
}
