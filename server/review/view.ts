/** A thing that is on both sides, as the kinds of change look at it. */

import type { Day } from '../../grammar/calendar.ts';
import type { Property } from '../../grammar/tree.ts';
import type { Entity, Link } from '../model/strategy.ts';
import { isDamagedAt, isDamagedDeclaration } from './damage.ts';
import { differingFacts, factsOf, type FactName, type Facts } from './facts.ts';
import type { GoalReach } from './goal-reach.ts';
import { linksByReference, type LinkOf } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { Matching } from './matching.ts';
import type { Pair, ReviewSide } from './review.ts';

/** All that a comparison rests on. */
export interface Comparing {
  readonly base: ReviewSide;
  readonly head: ReviewSide;
  readonly asOf: Day;
  readonly pairs: Matching;
  readonly ledger: Ledger;
  readonly reach: GoalReach;
}

/** Of facts that may stand several times, which items are missing can be told where both sides could be read. */
const SEVERAL: ReadonlySet<FactName> = new Set<FactName>(['link', 'evidence', 'checkin']);

export class View<E extends Entity = Entity> {
  readonly base: E;
  readonly head: E;
  readonly pair: Pair;
  readonly comparing: Comparing;
  readonly baseFacts: Facts;
  readonly headFacts: Facts;
  readonly #differing: Set<FactName>;

  constructor(pair: Pair, comparing: Comparing) {
    this.pair = pair;
    this.base = pair.base as E;
    this.head = pair.head as E;
    this.comparing = comparing;
    const { identity } = comparing.pairs;
    this.baseFacts = factsOf(pair.base, identity, linksAcross(pair.base, pair.head));
    this.headFacts = factsOf(pair.head, identity, linksAcross(pair.head, pair.base));
    this.#differing = new Set([...differingFacts(this.baseFacts, this.headFacts)].filter((name) => this.#isReadable(name)));
  }

  get identity(): Matching['identity'] {
    return this.comparing.pairs.identity;
  }

  /** Both sides state it differently. */
  differs(...names: readonly FactName[]): boolean {
    return names.some((name) => this.#differing.has(name));
  }

  /** `differs`; what is taken is no longer left to `property-changed`. */
  take(...names: readonly FactName[]): boolean {
    const differs = this.differs(...names);
    for (const name of names) this.#differing.delete(name);
    return differs;
  }

  /** What nothing has taken. */
  left(): readonly FactName[] {
    return [...this.#differing];
  }

  /** Whether what is not there on the base side, or on the head side, is not just hidden by a syntax error. */
  readonly isWhole = { base: (): boolean => !isDamagedDeclaration(this.base), head: (): boolean => !isDamagedDeclaration(this.head) };

  /** Of a damaged declaration a fact is compared where it could be read; where nothing could, it may be hidden. */
  #isReadable(name: FactName): boolean {
    return isReadable(this.base, this.baseFacts, name) && isReadable(this.head, this.headFacts, name);
  }
}

function isReadable(entity: Entity, facts: Facts, name: FactName): boolean {
  const { declaration } = entity;
  if (!isDamagedDeclaration(entity)) return true;
  if (SEVERAL.has(name) || (name === 'metric' && entity.kind === 'goal')) return true;
  if (!facts.has(name) || declaration.properties.some((property) => property.broken && mayHold(property, name))) return false;
  return name !== 'title' || declaration.title === null || !isDamagedAt(entity, declaration.title);
}

function mayHold(property: Property, name: FactName): boolean {
  if (property.name === name) return true;
  return (name === 'measure' || name === 'now' || name === 'by') && (property.name === 'measure' || property.name === 'metric');
}

/** The link of a reference; one that means nothing means what it means on the other side, where the same text stands there. */
export function linksAcross(entity: Entity, other: Entity): LinkOf {
  const linkOf = linksByReference(entity);
  if (entity.links.every(({ target }) => target !== null)) return linkOf;
  const found = foundLinks(other);
  return (reference) => {
    const link = linkOf(reference);
    if (link === undefined || link.target !== null) return link;
    return found.get(linkText(link)) ?? link;
  };
}

/** The links that mean something, by kind and text. */
export function foundLinks(entity: Entity): ReadonlyMap<string, Link> {
  return new Map(entity.links.filter(({ target }) => target !== null).map((link) => [linkText(link), link]));
}

/** Which property names what. */
export function linkText({ kind, reference }: Link): string {
  return `${kind} ${reference.text}`;
}
