/** Teams and people in the order in which one lists them: each team, its people, the teams in it. */

import type { Person, Strategy, Team } from '../../model/strategy.ts';

export interface PlacedOwner {
  readonly owner: Person | Team;
  /** How many teams it is in. */
  readonly depth: number;
  /** Of a team everybody in it, and in the teams in it, stands behind it up to (and without) this index. */
  readonly end: number;
}

/** Everybody once, without recursion; teams that are in each other in a circle begin with the first written. */
export function orderOwners({ teams, people }: Strategy): readonly PlacedOwner[] {
  const firstTeams = teams.filter(({ laterThan }) => laterThan === null);
  const firstPeople = people.filter(({ laterThan }) => laterThan === null);
  const inside = new Map<Team, (Person | Team)[]>();
  const put = (container: Team, member: Person | Team): void => {
    const known = inside.get(container);
    if (known === undefined) inside.set(container, [member]);
    else known.push(member);
  };
  for (const person of firstPeople) if (person.team !== null) put(person.team, person);
  for (const team of firstTeams) if (team.parent !== null) put(team.parent, team);
  const order: (Omit<PlacedOwner, 'end'> & { end: number })[] = [];
  const seen = new Set<Person | Team>();
  const visit = (top: Team): void => {
    const waiting: { readonly owner: Person | Team; readonly depth: number; readonly close: number | null }[] = [{ owner: top, depth: 0, close: null }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const entry = next.close === null ? undefined : order[next.close];
      if (entry !== undefined) {
        entry.end = order.length;
        continue;
      }
      if (seen.has(next.owner)) continue;
      seen.add(next.owner);
      const { owner, depth } = next;
      order.push({ owner, depth, end: order.length + 1 });
      if (owner.kind === 'person') continue;
      waiting.push({ owner, depth, close: order.length - 1 });
      for (const member of (inside.get(owner) ?? []).toReversed()) waiting.push({ owner: member, depth: depth + 1, close: null });
    }
  };
  for (const team of firstTeams) if (team.parent === null) visit(team);
  for (const team of firstTeams) if (!seen.has(team)) visit(team);
  for (const person of firstPeople) if (!seen.has(person)) order.push({ owner: person, depth: 0, end: order.length + 1 });
  return order;
}
