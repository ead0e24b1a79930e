/** Which one thing each element hangs on in the map, and all its edges. */

import type { Cycle, Entity, Goal, Initiative, Objective } from '../../model/strategy.ts';
import type { MapEdge, MapElement, MapTarget } from './model.ts';
import type { Sides } from './sides.ts';

export interface Hanging {
  /** The card that it hangs on; null for a root. */
  readonly parent: MapElement | null;
  /** The edge there; null for a root, and for an initiative that stands in its objective and advances other things. */
  readonly edge: MapEdge | null;
  /** Everything that it supports or advances, in the order written; in a review what it no longer supports as well. */
  readonly edges: readonly MapEdge[];
}

interface Candidate {
  readonly parent: MapElement;
  readonly edge: MapEdge | null;
}

/** What every element hangs on. No element hangs on itself, however supports run in circles. */
export function hangings(sides: Sides, cycles: readonly Cycle[]): ReadonlyMap<MapElement, Hanging> {
  const edges = new Map(sides.elements.map((element) => [element, edgesOf(element, sides)]));
  const circles = circlesOf(cycles);
  const chosen = new Map<MapElement, Candidate | null>();
  for (const start of sides.elements) {
    // Follows what is chosen up to what is settled. Nothing settled leads to what is not, so only the way itself could close a circle.
    const way = new Set<MapElement>();
    for (let element: MapElement | null = start; element !== null && !chosen.has(element);) {
      way.add(element);
      const candidates = candidatesOf(element, edges.get(element) ?? [], circles);
      const candidate: Candidate | null = candidates.find(({ parent }) => edges.has(parent) && !way.has(parent)) ?? null;
      chosen.set(element, candidate);
      element = candidate?.parent ?? null;
    }
  }
  return new Map(sides.elements.map((element) => {
    const candidate = chosen.get(element) ?? null;
    return [element, { parent: candidate?.parent ?? null, edge: candidate?.edge ?? null, edges: edges.get(element) ?? [] }];
  }));
}

/** The circle of supports on which something stands. */
function circlesOf(cycles: readonly Cycle[]): ReadonlyMap<Entity, Cycle> {
  return new Map(cycles.filter(({ kind }) => kind === 'supports').flatMap((cycle) => [...cycle.members].map((member) => [member, cycle])));
}

/** What an element may hang on, the best first: the larger share, and what leads out of a circle. */
function candidatesOf(element: MapElement, edges: readonly MapEdge[], circles: ReadonlyMap<Entity, Cycle>): readonly Candidate[] {
  const still = edges.filter(({ change }) => change !== 'removed');
  const written = still.length > 0 ? still : edges;
  const circle = circles.get(element);
  const isOnCircle = ({ to }: MapEdge): boolean => circle !== undefined && circles.get(cardOf(to)) === circle;
  const candidates = written
    .filter(({ to }) => mayHangOn(element, to))
    .toSorted((a, b) => Number(isOnCircle(a)) - Number(isOnCircle(b)) || (b.share ?? 0) - (a.share ?? 0))
    .map((edge): Candidate => ({ parent: cardOf(edge.to), edge }));
  if (element.kind !== 'initiative' || element.objective === null) return candidates;
  const { objective } = element;
  return [{ parent: objective, edge: candidates.find(({ parent }) => parent === objective)?.edge ?? null }];
}

/** What is aligned hangs on what leads to its goal; what is not, on what is in the same case. */
function mayHangOn(element: MapElement, target: MapTarget): boolean {
  if (element.kind !== 'objective') return true;
  if (target.kind === 'goal') return target.status.value !== 'dropped' && element.alignment === 'aligned';
  return cardOf(target).kind === 'objective' && (cardOf(target) as Objective).alignment === element.alignment;
}

/** The card in which something stands. */
export function cardOf(target: MapTarget): Goal | Objective {
  return target.kind === 'kr' ? target.objective : target;
}

function edgesOf(element: MapElement, sides: Sides): readonly MapEdge[] {
  const now = writtenEdges(element);
  if (!sides.isReview) return now.map((edge) => madeEdge(element, edge, null));
  const isOfBase = sides.markOf(element)?.change === 'removed';
  const resolved = now.flatMap((edge) => {
    const to = isOfBase ? sides.now(edge.to) : edge.to;
    return to === null ? [] : [{ ...edge, to }];
  });
  const before = sides.before(element);
  const beforeEdges = before === null ? [] : writtenEdges(before).flatMap((edge) => {
    const to = sides.now(edge.to);
    return to === null ? [] : [{ ...edge, to }];
  });
  const held = new Set(beforeEdges.map(({ to }) => to));
  const holds = new Set(resolved.map(({ to }) => to));
  const isNew = sides.markOf(element)?.change === 'added';
  return [
    ...resolved.map((edge) => madeEdge(element, edge, isOfBase ? 'removed' : isNew || (before !== null && !held.has(edge.to)) ? 'added' : null)),
    ...beforeEdges.filter(({ to }) => !holds.has(to)).map((edge) => madeEdge(element, edge, 'removed')),
  ];
}

type WrittenEdge = Pick<MapEdge, 'kind' | 'to' | 'share'>;

/** Every edge once, though a name may stand twice in a list. */
function writtenEdges(element: MapElement): readonly WrittenEdge[] {
  const found = new Map<MapTarget, WrittenEdge>();
  for (const edge of allEdges(element)) if (!found.has(edge.to)) found.set(edge.to, edge);
  return [...found.values()];
}

function allEdges(element: Goal | Objective | Initiative): readonly WrittenEdge[] {
  switch (element.kind) {
    case 'goal': return element.supports.map((to) => ({ kind: 'supports', to, share: null }));
    case 'objective': return element.supports.flatMap(({ target, share }) => (
      target === null || cardOf(target) === element ? [] : [{ kind: 'supports', to: target, share: element.supports.length > 1 ? share : null }]
    ));
    case 'initiative': return element.links.flatMap(({ kind, target }) => (
      kind === 'advances' && (target?.kind === 'objective' || target?.kind === 'kr') ? [{ kind, to: target, share: null }] : []
    ));
    default: return element satisfies never;
  }
}

function madeEdge(from: MapElement, { kind, to, share }: WrittenEdge, change: MapEdge['change']): MapEdge {
  return { key: `edge:${JSON.stringify([from.id, kind, to.id])}`, kind, from, to, share, change };
}
