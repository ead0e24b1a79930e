/** The names that could stand where a reference stands, to suggest the nearest of them. */

import type { Fix } from './rule.ts';
import type { Entity, EntityKind, Link } from '../model/strategy.ts';
import { targetKinds } from '../model/references.ts';
import { NamesByLength, NearestNames } from './nearest.ts';
import type { Overview } from './overview.ts';
import { placeOfLink } from './places.ts';

/** Of references that name nothing, the names nearest to what each says, as they would be written there; the nearest first, at most three. */
export function namesNear(overview: Overview, links: readonly Link[]): (link: Link) => readonly string[] {
  const typed = new Map<string, { readonly kinds: readonly EntityKind[]; readonly texts: Set<string> }>();
  for (const link of links) {
    const kinds = targetKinds(link.kind, link.from.kind);
    const group = typed.get(kinds.join()) ?? { kinds, texts: new Set() };
    typed.set(kinds.join(), group);
    group.texts.add(link.reference.text);
  }
  const near = new Map(Array.from(typed, ([key, { kinds, texts }]) => [key, overview.namesOf(kinds).findEach(texts)]));
  return (link) => {
    const kinds = targetKinds(link.kind, link.from.kind);
    const own = link.from.id;
    // Nothing refers to itself, nor to what stands in it.
    const global = near.get(kinds.join())?.get(link.reference.text) ?? [];
    const found = [...localNames(link, kinds), ...global.slice(0, MOST_NAMES).filter((name) => name !== own && !name.startsWith(`${own}.`))];
    return [...new Set(found)].slice(0, MOST_NAMES);
  };
}

const MOST_NAMES = 3;

/** The near names inside the objective in which a reference stands. */
function localNames({ kind, from, reference }: Link, kinds: readonly EntityKind[]): readonly string[] {
  const objective = from.kind === 'objective' ? from : from.kind === 'kr' || from.kind === 'initiative' ? from.objective : null;
  if (kind === 'supports' || reference.local !== null || objective === null) return [];
  const children: readonly Entity[] = [...objective.keyResults, ...objective.initiatives];
  const names = children.filter((child) => kinds.includes(child.kind)).map(({ declaration }) => declaration.name?.text);
  return new NearestNames([new NamesByLength(names.filter((name) => name !== undefined))]).find(reference.text);
}

/** A fix for each name that could be meant. */
export function replacements(link: Link, names: readonly string[]): readonly Fix[] {
  return names.map((name) => ({ title: `Replace with '${name}'`, edits: () => [{ place: placeOfLink(link), newText: name }] }));
}
