/**
 * Proven renames (review.md section 2, step 2): equal in everything but the names, or equal titles while every
 * reference to the old name became one to the new.
 */

import type { Entity, LinkKind } from '../model/strategy.ts';
import { groupedBy } from './bags.ts';
import { factsOf } from './facts.ts';
import type { Identity } from './keys.ts';
import type { Pairs } from './review.ts';

type Known = Pick<Pairs, 'ofBase' | 'ofHead'> & { readonly identity: Identity };

/** The pairs among what is left of one kind. */
export function* provenPairs(base: readonly Entity[], head: readonly Entity[], known: Known): Generator<readonly [Entity, Entity]> {
  if (base.length === 0 || head.length === 0) return;
  const taken = new Set<Entity>();
  for (const pair of [...equalPairs(base, head, known.identity), ...referredPairs(base, head, known)]) {
    if (pair.some((entity) => taken.has(entity))) continue;
    for (const entity of pair) taken.add(entity);
    yield pair;
  }
}

/** Of things that are equal in everything, as many as there are on both sides, those of one objective first, then by id. */
function* equalPairs(base: readonly Entity[], head: readonly Entity[], identity: Identity): Generator<readonly [Entity, Entity]> {
  const candidates = groupedBy(byId(head), (entity) => signatureOf(entity, identity));
  for (const [signature, ones] of groupedBy(byId(base), (entity) => signatureOf(entity, identity))) {
    const others = candidates.get(signature) ?? [];
    if (others.length === 0) continue;
    const at = (entity: Entity): string => parentKey(entity, identity);
    const within = groupedBy(others, at);
    const apart: Entity[] = [];
    for (const [parent, group] of groupedBy(ones, at)) {
      const beside = within.get(parent) ?? [];
      yield* together(group, beside);
      apart.push(...group.slice(beside.length));
      within.set(parent, beside.slice(group.length));
    }
    yield* together(byId(apart), byId([...within.values()].flat()));
  }
}

function* together(ones: readonly Entity[], others: readonly Entity[]): Generator<readonly [Entity, Entity]> {
  for (const [index, one] of ones.entries()) {
    const other = others[index];
    if (other !== undefined) yield [one, other];
  }
}

function byId(entities: readonly Entity[]): readonly Entity[] {
  return [...entities].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function parentKey(entity: Entity, identity: Identity): string {
  const objective = entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
  return objective === null ? '' : identity(objective);
}

/** All that a thing and what stands in it say, without their own names. */
export function signatureOf(entity: Entity, identity: Identity): string {
  const inside = new Map<Entity, string>([[entity, 'itself']]);
  if (entity.kind === 'objective') {
    for (const child of [...entity.keyResults, ...entity.initiatives]) inside.set(child, `in it: ${child.kind} ${child.title ?? ''}`);
  }
  const within: Identity = (target) => inside.get(target) ?? identity(target);
  const stated = (one: Entity): string => JSON.stringify([...factsOf(one, within)].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (entity.kind !== 'objective') return stated(entity);
  const children = [...entity.keyResults, ...entity.initiatives].map((child) => `${child.kind} ${stated(child)}`);
  return JSON.stringify([stated(entity), children.sort()]);
}

/** Equal titles, and whatever referred to the one refers to the other; only where that holds for no other. */
function* referredPairs(base: readonly Entity[], head: readonly Entity[], known: Known): Generator<readonly [Entity, Entity]> {
  const candidates = groupedBy(head, ({ title }) => title);
  for (const [title, ones] of groupedBy(base, ({ title }) => title)) {
    const others = candidates.get(title) ?? [];
    if (ones.length > MOST_OF_ONE_TITLE || others.length > MOST_OF_ONE_TITLE) continue;
    const pairs = ones.flatMap((one) => others.filter((other) => refersAlike(one, other, known)).map((other) => [one, other] as const));
    for (const pair of pairs) if (pairs.every((other) => other === pair || (other[0] !== pair[0] && other[1] !== pair[1]))) yield pair;
  }
}

/** A title that so many things bear tells nothing. */
const MOST_OF_ONE_TITLE = 20;

function refersAlike(base: Entity, head: Entity, known: Known): boolean {
  return follows(base, head, (entity) => known.ofBase(entity), 'head') && follows(head, base, (entity) => known.ofHead(entity), 'base');
}

/** Every reference to a thing that stands in something already matched is there one to the other. */
function follows(one: Entity, other: Entity, pairOf: Pairs['ofBase'], side: 'base' | 'head'): boolean {
  const referring = new Map<Entity, Set<LinkKind>>();
  for (const { from, kind } of other.usedBy) {
    const kinds = referring.get(from);
    if (kinds === undefined) referring.set(from, new Set([kind]));
    else kinds.add(kind);
  }
  return one.usedBy.every(({ from, kind }) => {
    const pair = pairOf(from);
    return pair === undefined || referring.get(pair[side])?.has(kind) === true;
  });
}
