/**
 * Which thing of one state of a strategy is which of another (review.md section 2): by id, then by proven and by likely
 * renames. Symmetric: the two states exchanged give the same pairs.
 */

import type { Entity, EntityKind, Objective, Strategy } from '../model/strategy.ts';
import { matchChildren } from './children.ts';
import { likelyPairs, MOST_COMPARED } from './likely.ts';
import { provenPairs } from './proven.ts';
import type { MatchedBy, Pair, Pairs } from './review.ts';
import { similarity } from './similarity.ts';

/** The kinds of thing in the order in which they are matched: what others refer to first, parents before children. */
const TOP_KINDS = ['period', 'person', 'team', 'metric', 'goal', 'objective', 'initiative'] as const;
/** What may stand in an objective, and move from one to another. */
const CHILD_KINDS = ['initiative', 'kr'] as const;
type Kind = (typeof TOP_KINDS)[number] | (typeof CHILD_KINDS)[number];
const TAKEN_APART_BELOW = 0.30;


/** One proof may bring another; a longer chain of renames is left to likeness. */
const MOST_ROUNDS = 32;

const PLURALS: Readonly<Record<EntityKind, string>> = {
  strategy: 'strategies', period: 'periods', team: 'teams', person: 'people', metric: 'metrics', goal: 'goals', objective: 'objectives',
  kr: 'key results', initiative: 'initiatives',
};

export class Matching implements Pairs {
  readonly notes: string[] = [];
  readonly #base: Strategy;
  readonly #head: Strategy;
  readonly #ofBase = new Map<Entity, Pair>();
  readonly #ofHead = new Map<Entity, Pair>();
  readonly #serials = new Map<Entity, number>();
  readonly #halves: (readonly [base: Entity, head: Entity])[] = [];
  /** Of each kind what was unmatched when it was last looked at, once ids have been matched. */
  readonly #left = new Map<Kind, { readonly base: readonly Entity[]; readonly head: readonly Entity[] }>();
  /** Objectives whose children are still to be matched. */
  readonly #parents: (readonly [base: Objective, head: Objective])[] = [];

  constructor(base: Strategy, head: Strategy) {
    this.#base = base;
    this.#head = head;
    this.#matchIds();
    this.#takeApart();
    this.#matchChildren();
    this.#matchProven(TOP_KINDS, isAtTop);
    for (const kind of TOP_KINDS) {
      this.#matchLikely(kind, isAtTop);
      this.#matchChildren();
      this.#matchProven(TOP_KINDS, isAtTop);
    }
    this.#matchHalves(isAtTop);
    this.#matchProven(CHILD_KINDS, isAnything);
    for (const kind of CHILD_KINDS) this.#matchLikely(kind, isAnything);
    this.#matchProven(CHILD_KINDS, isAnything);
    this.#matchHalves(isAnything);
  }

  get all(): readonly Pair[] {
    return [...this.#ofBase.values()];
  }

  ofBase(entity: Entity): Pair | undefined {
    return this.#ofBase.get(entity);
  }

  ofHead(entity: Entity): Pair | undefined {
    return this.#ofHead.get(entity);
  }

  /** Equal for two things that are the same on both sides. */
  readonly identity = (entity: Entity): string => {
    const known = this.#ofHead.get(entity)?.base ?? entity;
    let serial = this.#serials.get(known);
    if (serial === undefined) {
      serial = this.#serials.size;
      this.#serials.set(known, serial);
    }
    return `#${serial}`;
  };

  #add(base: Entity, head: Entity, by: MatchedBy): void {
    const pair = { base, head, by };
    this.#ofBase.set(base, pair);
    this.#ofHead.set(head, pair);
    if (base.kind === 'objective' && head.kind === 'objective' && by !== 'replaced') this.#parents.push([base, head]);
  }

  /** What stands at the top, by its name; what stands in objectives follows them. */
  #matchIds(): void {
    if (this.#base.header !== null && this.#head.header !== null) this.#add(this.#base.header, this.#head.header, 'id');
    for (const [id, entity] of this.#base.byId) {
      const other = this.#head.byId.get(id);
      if (other?.kind === entity.kind && isAtTop(entity) && isAtTop(other) && isNamed(entity) && isNamed(other)) this.#add(entity, other, 'id');
    }
  }

  /** Pairs that share their name and hardly more are offered to what comes next; all of a kind at once, so that their order decides nothing. */
  #takeApart(): void {
    const pairs = this.all.filter(({ base, head }) => base.title !== head.title);
    for (const kind of TOP_KINDS) {
      const unlike = pairs.filter(({ base, head }) => base.kind === kind && similarity(base, head, this.identity) < TAKEN_APART_BELOW);
      for (const { base, head } of unlike) {
        this.#ofBase.delete(base);
        this.#ofHead.delete(head);
        this.#halves.push([base, head]);
      }
    }
  }

  #matchChildren(): void {
    for (const [base, head] of this.#parents.splice(0)) {
      if (this.#ofBase.get(base)?.head !== head) continue;
      for (const { base: child, head: other, by } of matchChildren(base, head, this.identity)) {
        if (by === 'id' && child.title !== other.title && similarity(child, other, this.identity) < TAKEN_APART_BELOW) this.#halves.push([child, other]);
        else this.#add(child, other, by);
      }
    }
  }

  /** One proof may bring another: what a renamed thing refers to may have been renamed as well. */
  #matchProven(kinds: readonly Kind[], among: (entity: Entity) => boolean): void {
    for (let round = 0, found = true; found && round < MOST_ROUNDS; round += 1) {
      found = false;
      for (const kind of kinds) {
        const { base, head } = this.#unmatched(kind, among);
        for (const [one, other] of provenPairs(base, head, this)) found = this.#addRename(one, other, 'proven') || found;
      }
      this.#matchChildren();
    }
  }

  #matchLikely(kind: Kind, among: (entity: Entity) => boolean): void {
    const { base, head } = this.#unmatched(kind, among);
    if (base.length === 0 || head.length === 0) return;
    if (base.length > MOST_COMPARED || head.length > MOST_COMPARED) {
      this.notes.push(`More than ${MOST_COMPARED} ${PLURALS[kind]} are on one side only (${base.length} before, ${head.length} now): whether some of them were renamed and changed at once was not looked for.`);
      return;
    }
    for (const [one, other] of likelyPairs(base, head, this.identity)) this.#addRename(one, other, 'likely');
  }

  /** What stands in something that was replaced is counted there. */
  #addRename(base: Entity, head: Entity, by: 'proven' | 'likely'): boolean {
    const [from, to] = [objectiveOf(base), objectiveOf(head)];
    const pair = from === null ? undefined : this.#ofBase.get(from);
    if (pair?.by === 'replaced' && pair.head === to) return false;
    this.#add(base, head, by);
    return true;
  }

  /** Halves that found no partner: the name stands for something else now. */
  #matchHalves(among: (entity: Entity) => boolean): void {
    for (const [base, head] of this.#halves) {
      if (among(base) && !this.#ofBase.has(base) && !this.#ofHead.has(head)) this.#add(base, head, 'replaced');
    }
  }

  /** What is left of a kind on each side: of most strategies little. */
  #unmatched(kind: Kind, among: (entity: Entity) => boolean): { readonly base: readonly Entity[]; readonly head: readonly Entity[] } {
    const known = this.#left.get(kind);
    const from = known ?? { base: listOf(this.#base, kind).filter(declares), head: listOf(this.#head, kind).filter(declares) };
    const left = { base: from.base.filter((entity) => !this.#ofBase.has(entity)), head: from.head.filter((entity) => !this.#ofHead.has(entity)) };
    this.#left.set(kind, left);
    return { base: left.base.filter(among), head: left.head.filter(among) };
  }
}

function declares(entity: Entity): boolean {
  return isFirst(entity) && isNamed(entity);
}

function isAnything(): boolean {
  return true;
}

function listOf(strategy: Strategy, kind: Kind): readonly Entity[] {
  switch (kind) {
    case 'period': return strategy.periods;
    case 'person': return strategy.people;
    case 'team': return strategy.teams;
    case 'metric': return strategy.metrics;
    case 'goal': return strategy.goals;
    case 'objective': return strategy.objectives;
    case 'initiative': return strategy.initiatives;
    case 'kr': return strategy.keyResults;
  }
}

function isAtTop(entity: Entity): boolean {
  return objectiveOf(entity) === null;
}

/** The objective in which it stands; null at the top. */
export function objectiveOf(entity: Entity): Objective | null {
  return entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
}

/** Of a name declared twice the first counts. */
export function isFirst(entity: Entity): boolean {
  return entity.laterThan === null;
}

/** What lacks the name that it must have declares nothing yet; a kr needs a title only, but one that could be read. */
export function isNamed({ kind, declaration }: Entity): boolean {
  if (declaration.name !== null || kind === 'strategy') return true;
  return kind === 'kr' && declaration.title !== null;
}
