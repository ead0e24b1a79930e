/** Type hierarchy: teams and the teams and people in them, metrics and what drives them, periods and what lies in them. */

import type { TypeHierarchyItem } from 'vscode-languageserver-protocol';
import type { Entity, LinkKind } from '../model/strategy.ts';
import type { PositionParams } from './destinations.ts';
import { entityOfItem, hierarchyItem, itemAt, type ItemParams } from './hierarchy-items.ts';
import type { Snapshot } from './snapshot.ts';

/** What leads up from each kind that stands in a hierarchy. */
const UP: ReadonlyMap<Entity['kind'], LinkKind> = new Map([['team', 'in'], ['person', 'in'], ['period', 'in'], ['metric', 'drives']]);

/** The team, person, period or metric at a position. */
export function prepareTypeHierarchy(snapshot: Snapshot, params: PositionParams): TypeHierarchyItem[] {
  return itemAt(snapshot, params, [...UP.keys()]);
}

/** Of a team, person or period what it is in; of a metric what it drives. */
export function supertypes(snapshot: Snapshot, params: ItemParams): TypeHierarchyItem[] {
  const entity = entityOfItem(snapshot, params);
  if (entity === null) return [];
  return items(snapshot, entity.links.filter(({ kind }) => kind === UP.get(entity.kind)).flatMap(({ target }) => target ?? []));
}

/** Of a team the teams and people in it, of a period the periods in it, of a metric what drives it. */
export function subtypes(snapshot: Snapshot, params: ItemParams): TypeHierarchyItem[] {
  const entity = entityOfItem(snapshot, params);
  if (entity === null) return [];
  return items(snapshot, entity.usedBy.filter(({ kind, from }) => kind === UP.get(from.kind)).map(({ from }) => from));
}

function items(snapshot: Snapshot, entities: readonly Entity[]): TypeHierarchyItem[] {
  return [...new Set(entities)].flatMap((entity) => hierarchyItem(snapshot, entity) ?? []);
}
