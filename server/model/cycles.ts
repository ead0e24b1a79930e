/** Circles of `supports`, `needs`, `drives` and `in` (language.md section 6, `alignment-cycle` and its like). */

import type { Declared } from './declare.ts';
import { circles, shortestPath } from './reachability.ts';
import type { Cycle, Entity, Link } from './strategy.ts';

/** What a link of `supports` hangs on: a kr stands for its objective. */
export function supportNode(entity: Entity): Entity {
  return entity.kind === 'kr' ? entity.objective : entity;
}

/** Every set of things that all reach each other, ordered by kind, then by the first reference. */
export function findCycles(declared: Declared): Cycle[] {
  const order = new Map(declared.entities.map((entity, index) => [entity, index]));
  return (['supports', 'needs', 'drives', 'in'] as const).flatMap((kind) => cyclesOf(kind, declared, order));
}

function cyclesOf(kind: Cycle['kind'], declared: Declared, order: ReadonlyMap<Entity, number>): Cycle[] {
  const node = kind === 'supports' ? supportNode : (entity: Entity): Entity => entity;
  const edges = new Map<Entity, Link[]>();
  for (const entity of declared.entities) {
    if (entity.laterThan !== null) continue;
    const links = entity.links.filter((link) => link.kind === kind && link.target !== null);
    if (links.length > 0) edges.set(entity, links);
  }
  const edgesOf = (entity: Entity): readonly Link[] => edges.get(entity) ?? [];
  const targetOf = (link: Link): Entity | null => (link.target === null ? null : node(link.target));
  const next = (entity: Entity): Entity[] => edgesOf(entity).map(targetOf).filter((target) => target !== null);
  return circles(edges.keys(), next)
    .map((component) => cycleOf(kind, new Set(component), edgesOf, targetOf, order))
    .filter((cycle) => cycle !== null);
}

function cycleOf(
  kind: Cycle['kind'], members: ReadonlySet<Entity>, edgesOf: (entity: Entity) => readonly Link[],
  targetOf: (link: Link) => Entity | null, order: ReadonlyMap<Entity, number>,
): Cycle | null {
  const within = (entity: Entity): readonly Link[] => edgesOf(entity).filter((link) => {
    const target = targetOf(link);
    return target !== null && members.has(target);
  });
  let first: Link | null = null;
  for (const member of members) {
    const link = within(member)[0];
    if (link !== undefined && (first === null || comesBefore(link, first, order))) first = link;
  }
  const target = first === null ? null : targetOf(first);
  if (first === null || target === null) return null;
  return { kind, first, members, steps: [first, ...shortestPath(target, first.from, within, targetOf) ?? []] };
}

/** Whether a link stands before another by file and place. Entities are in that order, and links in their declarations. */
function comesBefore(a: Link, b: Link, order: ReadonlyMap<Entity, number>): boolean {
  if (a.from.origin.chunk !== b.from.origin.chunk) return (order.get(a.from) ?? 0) < (order.get(b.from) ?? 0);
  return a.reference.start < b.reference.start;
}
