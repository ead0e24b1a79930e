/** Circles, kept up: looked for anew only among what an edge that came or went can have put on one, or taken from it. */

import { CYCLE_KINDS, cycleLinks, cycleNode, cyclesAmong, type CycleKind } from '../cycles.ts';
import { compareReferences } from '../order.ts';
import { reachable } from '../reachability.ts';
import type { Cycle, Entity, Link } from '../strategy.ts';
import type { Changes } from './changes.ts';

/** The circles of one kind, and what changed in its edges. */
class CirclesOfKind {
  readonly kind: CycleKind;
  readonly #cycleOf = new Map<Entity, Cycle>();
  #broken = new Set<Cycle>();
  #added: Link[] = [];

  constructor(kind: CycleKind, cycles: readonly Cycle[]) {
    this.kind = kind;
    for (const cycle of cycles) if (cycle.kind === kind) this.#enter(cycle);
  }

  cycleOf(entity: Entity): Cycle | undefined {
    return this.#cycleOf.get(entity);
  }

  #enter(cycle: Cycle): void {
    for (const member of cycle.members) this.#cycleOf.set(member, cycle);
  }

  addLink(link: Link): void {
    this.#added.push(link);
  }

  removeLink({ from, target }: Link): void {
    const cycle = this.#cycleOf.get(from);
    if (cycle !== undefined && target !== null && cycle === this.#cycleOf.get(cycleNode(this.kind, target))) this.#broken.add(cycle);
  }

  /** The cycles that are no more and those that are new; null where nothing can have changed. */
  settle(changes: Changes): { readonly gone: ReadonlySet<Cycle>; readonly found: readonly Cycle[] } | null {
    const candidates = new Set<Entity>();
    for (const cycle of this.#broken) for (const member of cycle.members) candidates.add(member);
    for (const link of this.#added) this.#between(link, changes, candidates);
    const gone = new Set(this.#broken);
    for (const candidate of candidates) {
      const cycle = this.#cycleOf.get(candidate);
      if (cycle !== undefined) gone.add(cycle);
      if (changes.isRemoved(candidate)) candidates.delete(candidate);
    }
    this.#broken = new Set();
    this.#added = [];
    if (candidates.size === 0 && gone.size === 0) return null;
    for (const cycle of gone) for (const member of cycle.members) this.#cycleOf.delete(member);
    const found = cyclesAmong(this.kind, candidates);
    found.forEach((cycle) => { this.#enter(cycle); });
    return { gone, found };
  }

  /** Everything on a path from what a new link names back to what makes it. */
  #between({ from, target }: Link, changes: Changes, candidates: Set<Entity>): void {
    if (target === null || from.laterThan !== null || changes.isRemoved(from)) return;
    const to = cycleNode(this.kind, target);
    const cycle = this.#cycleOf.get(from);
    if (cycle !== undefined && cycle === this.#cycleOf.get(to)) {
      for (const member of cycle.members) candidates.add(member);
      return;
    }
    if (candidates.has(from) && candidates.has(to)) return;
    const ahead = reachable([to], (entity) => this.#next(entity));
    if (!ahead.has(from)) return;
    for (const entity of reachable([from], (one) => this.#previous(one).filter((other) => ahead.has(other)))) candidates.add(entity);
  }

  #next(entity: Entity): readonly Entity[] {
    return cycleLinks(this.kind, entity).flatMap(({ target }) => (target === null ? [] : cycleNode(this.kind, target)));
  }

  #previous(entity: Entity): readonly Entity[] {
    const named: readonly Entity[] = this.kind === 'supports' && entity.kind === 'objective' ? [entity, ...entity.keyResults] : [entity];
    return named.flatMap(({ usedBy }) => usedBy.flatMap(({ kind, from }) => (kind === this.kind && from.laterThan === null ? [from] : [])));
  }
}

export class LiveCycles {
  readonly #kinds: ReadonlyMap<string, CirclesOfKind>;
  /** `Strategy.cycles`, kept in order. */
  readonly #cycles: Cycle[];

  constructor(cycles: Cycle[]) {
    this.#cycles = cycles;
    this.#kinds = new Map(CYCLE_KINDS.map((kind) => [kind, new CirclesOfKind(kind, cycles)]));
  }

  cycleOf(kind: CycleKind, entity: Entity): Cycle | undefined {
    return this.#kinds.get(kind)?.cycleOf(entity);
  }

  addLink(link: Link): void {
    this.#kinds.get(link.kind)?.addLink(link);
  }

  removeLink(link: Link): void {
    this.#kinds.get(link.kind)?.removeLink(link);
  }

  /** Finds the cycles anew where that is needed; tells of what came to stand on one, left it, or stands on another one. */
  settle(changes: Changes, onMember: (kind: CycleKind, entity: Entity) => void): void {
    for (const circles of this.#kinds.values()) {
      const change = circles.settle(changes);
      if (change === null || (change.gone.size === 0 && change.found.length === 0)) continue;
      changes.cycles.add(circles.kind);
      const kept = this.#cycles.filter((cycle) => !change.gone.has(cycle));
      const all = [...kept, ...change.found].sort((a, b) => CYCLE_KINDS.indexOf(a.kind) - CYCLE_KINDS.indexOf(b.kind) || compareReferences(a.first, b.first));
      this.#cycles.length = 0;
      for (const cycle of all) this.#cycles.push(cycle);
      for (const cycle of [...change.gone, ...change.found]) {
        for (const member of cycle.members) if (!changes.isRemoved(member)) onMember(circles.kind, member);
      }
    }
  }
}
