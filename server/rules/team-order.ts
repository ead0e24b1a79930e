/** Teams in an order in which everything within a team stands together. */

import type { Person, Strategy, Team } from '../model/strategy.ts';

/** Positions, first and last included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface TeamOrder {
  /** How many positions there are. */
  readonly size: number;
  /** Where an owner stands: a team's own position, a member's team's; null for a person in no team. */
  position: (owner: Person | Team) => number | null;
  /** The stretch of a team with the teams in it, theirs, and so on. */
  stretch: (team: Team) => Stretch | null;
}

/** Numbers the teams so that each stands before those in it: linear. Teams in a circle hold each other, and so everything in any of them. */
export function orderTeams(strategy: Strategy): TeamOrder {
  const inside = new Map<Team, Team[]>();
  for (const team of strategy.teams) {
    if (team.parent === null) continue;
    const siblings = inside.get(team.parent);
    if (siblings === undefined) inside.set(team.parent, [team]);
    else siblings.push(team);
  }
  const stretches = new Map<Team, Stretch>();
  const positions = new Map<Team, number>();
  for (const team of strategy.teams) {
    if (team.parent === null) visit(team, inside, positions, stretches);
  }
  for (const team of strategy.teams) {
    if (positions.has(team)) continue;
    const circle = circleAbove(team);
    const [top] = circle;
    if (top === undefined) continue;
    visit(top, inside, positions, stretches);
    const whole = stretches.get(top);
    for (const other of circle) if (whole !== undefined) stretches.set(other, whole);
  }
  return {
    size: positions.size,
    position: (owner) => {
      const team = owner.kind === 'team' ? owner : owner.team;
      return team === null ? null : positions.get(team) ?? null;
    },
    stretch: (team) => stretches.get(team) ?? null,
  };
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

function visit(top: Team, inside: ReadonlyMap<Team, readonly Team[]>, positions: Map<Team, number>, stretches: Map<Team, Stretch>): void {
  const stack: { readonly team: Team; next: number }[] = [{ team: top, next: 0 }];
  positions.set(top, positions.size);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = inside.get(frame.team)?.[frame.next++];
    if (child === undefined) {
      stretches.set(frame.team, { first: positions.get(frame.team) ?? 0, last: positions.size - 1 });
      stack.pop();
    } else if (!positions.has(child)) {
      positions.set(child, positions.size);
      stack.push({ team: child, next: 0 });
    }
  }
}
