/** Things as items of a call or type hierarchy, and back. */

import type { CallHierarchyItem, TypeHierarchyItem } from 'vscode-languageserver-protocol';
import type { Entity } from '../model/strategy.ts';
import { targetAt } from './cursor.ts';
import { nameOf, type PositionParams } from './destinations.ts';
import { locationOf, offsetOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { oneLine, SYMBOL_KINDS } from './symbols.ts';

/** What call and type hierarchies have in common. */
export type HierarchyItem = CallHierarchyItem & TypeHierarchyItem;

export interface ItemParams {
  readonly item: HierarchyItem;
}

/** A thing as an item; null where its file could not be read. */
export function hierarchyItem(snapshot: Snapshot, entity: Entity): HierarchyItem | null {
  const whole = locationOf(snapshot, entity.origin, entity.declaration.span);
  const name = nameOf(snapshot, entity);
  if (whole === null || name === null) return null;
  return {
    name: entity.title === null ? entity.id : oneLine(entity.title),
    detail: entity.declaration.name === null ? entity.kind : `${entity.kind} ${entity.id}`,
    kind: SYMBOL_KINDS[entity.kind],
    uri: whole.uri,
    range: whole.range,
    selectionRange: name.range,
    data: entity.id,
  };
}

/** The item of the name at a position, where its kind is among `kinds`. */
export function itemAt(snapshot: Snapshot, { position }: PositionParams, kinds: readonly Entity['kind'][]): HierarchyItem[] {
  const entity = targetAt(snapshot, offsetOf(snapshot.document.tree, position))?.entity ?? null;
  if (entity === null || !kinds.includes(entity.kind)) return [];
  return [hierarchyItem(snapshot, entity) ?? []].flat();
}

/** What an item stands for; the text may have moved since it was made, so its id is asked before its place. */
export function entityOfItem(snapshot: Snapshot, { item }: ItemParams): Entity | null {
  const data: unknown = item.data;
  const target = targetAt(snapshot, offsetOf(snapshot.document.tree, item.selectionRange.start));
  const there = target?.type === 'declaration' ? target.entity : null;
  if (typeof data !== 'string' || there?.id === data) return there;
  return snapshot.analysis?.strategy.byId.get(data) ?? null;
}
