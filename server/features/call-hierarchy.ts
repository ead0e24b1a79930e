/** Call hierarchy as alignment: coming in is what supports a thing, going out is what it supports. */

import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from 'vscode-languageserver-protocol';
import type { Range } from 'vscode-languageserver-types';
import type { Link } from '../model/strategy.ts';
import { placeOf } from '../rules/places.ts';
import type { PositionParams } from './destinations.ts';
import { entityOfItem, hierarchyItem, itemAt, type ItemParams } from './hierarchy-items.ts';
import { locationOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** The goal, objective, kr or initiative at a position. */
export function prepareCallHierarchy(snapshot: Snapshot, params: PositionParams): CallHierarchyItem[] {
  return itemAt(snapshot, params, ['goal', 'objective', 'kr', 'initiative']);
}

/** What supports or advances it; a kr stands for its objective, so what supports the kr supports the objective. */
export function incomingCalls(snapshot: Snapshot, params: ItemParams): CallHierarchyIncomingCall[] {
  const entity = entityOfItem(snapshot, params);
  if (entity === null) return [];
  const supported = entity.kind === 'objective' ? [entity, ...entity.keyResults] : [entity];
  const links = supported.flatMap(({ usedBy }) => usedBy).filter(isAlignment);
  return Array.from(grouped(links, ({ from }) => from), ([from, group]) => {
    const item = hierarchyItem(snapshot, from);
    return item === null ? [] : [{ from: item, fromRanges: group.flatMap((link) => rangeOfLink(snapshot, link)) }];
  }).flat();
}

/** What it supports or advances; of a kr, and of an initiative that advances nothing by name, its objective. */
export function outgoingCalls(snapshot: Snapshot, params: ItemParams): CallHierarchyOutgoingCall[] {
  const entity = entityOfItem(snapshot, params);
  if (entity === null || snapshot.analysis === null) return [];
  const links = entity.links.filter(isAlignment);
  const calls = Array.from(grouped(links, ({ target }) => target), ([to, group]) => (
    { to, fromRanges: group.flatMap((link) => rangeOfLink(snapshot, link)) }
  ));
  const objective = links.length === 0 && (entity.kind === 'kr' || entity.kind === 'initiative') ? entity.objective : null;
  const place = placeOf(entity);
  const own = objective === null ? [] : [{ to: objective, fromRanges: [locationOf(snapshot, place.origin, place.span)?.range ?? []].flat() }];
  return [...calls, ...own].flatMap(({ to, fromRanges }) => {
    const item = to === null ? null : hierarchyItem(snapshot, to);
    return item === null ? [] : [{ to: item, fromRanges }];
  });
}

function isAlignment({ kind }: Link): boolean {
  return kind === 'supports' || kind === 'advances';
}

function rangeOfLink(snapshot: Snapshot, { from, reference }: Link): Range[] {
  const location = locationOf(snapshot, from.origin, reference);
  return location === null ? [] : [location.range];
}

/** In the order in which the keys come first. */
function grouped<K>(links: readonly Link[], key: (link: Link) => K): Map<K, Link[]> {
  const groups = new Map<K, Link[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group === undefined) groups.set(key(link), [link]);
    else group.push(link);
  }
  return groups;
}
