/** Which goals things serve in the end, each worked out once, in time linear in what supports what. */

import { supported, type SupportNode } from '../model/alignment.ts';
import type { Entity, Goal, Objective } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';

/** Of more goals that one thing serves the rest, in the order of their ids, is left out: no strategy has so many. */
const MOST_GOALS = 200;

/** A thing whose goals are being worked out, with how far it has come (Tarjan, 1972). */
interface Visit {
  readonly node: SupportNode;
  readonly targets: readonly SupportNode[];
  readonly index: number;
  next: number;
  low: number;
}

export class GoalReach {
  readonly #known = new Map<SupportNode, readonly Goal[]>();

  /** The goals, not dropped, that a thing serves: of a kr and of an initiative what their objective serves, of a goal what it supports itself. */
  of(entity: Entity): readonly Goal[] {
    switch (entity.kind) {
      case 'goal': return sorted(entity.supports);
      case 'objective': return this.#reached(entity);
      case 'kr': return this.#reached(entity.objective);
      case 'initiative': return entity.objective === null ? this.#advanced(entity) : this.#reached(entity.objective);
      default: return [];
    }
  }

  /** Of an initiative at the top: what those objectives serve that it advances. */
  #advanced(entity: Entity): readonly Goal[] {
    return sorted(entity.links.flatMap(({ kind, target }) => (kind === 'advances' && (target?.kind === 'objective' || target?.kind === 'kr') ? this.of(target) : [])));
  }

  /** Things that reach each other serve the same goals: each such set is settled as a whole, after all that it reaches. */
  #reached(start: Objective): readonly Goal[] {
    const visited = new Map<SupportNode, Visit>();
    const open: Visit[] = [];
    const path: Visit[] = [];
    const enter = (node: SupportNode): void => {
      const visit = { node, targets: supported(node), index: visited.size, next: 0, low: visited.size };
      visited.set(node, visit);
      open.push(visit);
      path.push(visit);
    };
    if (!this.#known.has(start)) enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const target = visit.targets[visit.next];
      if (target === undefined) {
        path.pop();
        const below = path.at(-1);
        if (below !== undefined) below.low = Math.min(below.low, visit.low);
        if (visit.low === visit.index) this.#settle(open.splice(open.indexOf(visit)));
        continue;
      }
      visit.next += 1;
      const earlier = visited.get(target);
      if (earlier === undefined && !this.#known.has(target)) enter(target);
      else if (earlier !== undefined && !this.#known.has(target)) visit.low = Math.min(visit.low, earlier.index);
    }
    return this.#known.get(start) ?? [];
  }

  #settle(members: readonly Visit[]): void {
    const own = members.map(({ node }) => node).filter((node) => node.kind === 'goal' && node.status.value !== 'dropped');
    const reached = members.flatMap(({ targets }) => targets.flatMap((target) => this.#known.get(target) ?? []));
    const goals = sorted([...own.filter((node) => node.kind === 'goal'), ...reached]);
    for (const { node } of members) this.#known.set(node, goals);
  }
}

function sorted(goals: readonly Goal[]): readonly Goal[] {
  if (goals.length < 2) return goals;
  return [...new Set(goals)].sort((a, b) => compareText(a.id, b.id)).slice(0, MOST_GOALS);
}
