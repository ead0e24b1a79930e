/** Circles of `supports`, `needs`, `drives` and `in` (language.md section 6, `alignment-cycle` and its like). */

import type { Declared } from './declare.ts';
import { compareEntities, compareReferences } from './order.ts';
import { circles, shortestPath } from './reachability.ts';
import type { Steps } from './steps.ts';
import type { Cycle, Entity, Link } from './strategy.ts';

export type CycleKind = Cycle['kind'];

/** In the order in which a strategy lists its cycles. */
export const CYCLE_KINDS: readonly CycleKind[] = ['supports', 'needs', 'drives', 'in'];

/** What a link of `supports` hangs on: a kr stands for its objective. */
export function supportNode(entity: Entity): Entity {
  return entity.kind === 'kr' ? entity.objective : entity;
}

/** What a link of that kind hangs on where it names an entity. */
export function cycleNode(kind: CycleKind, entity: Entity): Entity {
  return kind === 'supports' ? supportNode(entity) : entity;
}

/** The links of that kind by which an entity can stand on a circle: those of later declarations count nowhere. */
export function cycleLinks(kind: CycleKind, entity: Entity): readonly Link[] {
  return entity.laterThan === null ? entity.links.filter((link) => link.kind === kind && link.target !== null) : [];
}

/** Asked of everything that is declared: without a list of what it makes. */
function makes({ laterThan, links }: Entity, kind: CycleKind): boolean {
  if (laterThan !== null) return false;
  for (const link of links) if (link.kind === kind && link.target !== null) return true;
  return false;
}

/** Every set of things that all reach each other, ordered by kind, then by the first reference. */
export function* findCycles(declared: Declared): Steps<Cycle[]> {
  const found: Cycle[] = [];
  for (const kind of CYCLE_KINDS) {
    const cycles = cyclesAmong(kind, declared.entities).sort((a, b) => compareReferences(a.first, b.first));
    for (const cycle of cycles) found.push(cycle);
    yield;
  }
  return found;
}

/** The cycles of one kind that run through nothing but the entities given, in any order. */
export function cyclesAmong(kind: CycleKind, entities: Iterable<Entity>): Cycle[] {
  const edges = new Map<Entity, readonly Link[]>();
  for (const entity of entities) {
    if (makes(entity, kind)) edges.set(entity, cycleLinks(kind, entity));
  }
  const edgesOf = (entity: Entity): readonly Link[] => edges.get(entity) ?? [];
  const targetOf = (link: Link): Entity | null => (link.target === null ? null : cycleNode(kind, link.target));
  const next = (entity: Entity): Entity[] => edgesOf(entity).map(targetOf).filter((target) => target !== null);
  return circles(edges.keys(), next)
    .map((component) => cycleOf(kind, new Set(component.sort(compareEntities)), edgesOf, targetOf))
    .filter((cycle) => cycle !== null);
}

function cycleOf(
  kind: CycleKind, members: ReadonlySet<Entity>, edgesOf: (entity: Entity) => readonly Link[], targetOf: (link: Link) => Entity | null,
): Cycle | null {
  const within = (entity: Entity): readonly Link[] => edgesOf(entity).filter((link) => {
    const target = targetOf(link);
    return target !== null && members.has(target);
  });
  let first: Link | null = null;
  for (const member of members) {
    const link = within(member)[0];
    if (link !== undefined && (first === null || compareReferences(link, first) < 0)) first = link;
  }
  const target = first === null ? null : targetOf(first);
  if (first === null || target === null) return null;
  return { kind, first, members, steps: [first, ...shortestPath(target, first.from, within, targetOf) ?? []] };
}
