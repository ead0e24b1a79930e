/** Pictures name a thing by its id: where it stands in the text, and what stands at a place of the text. */

import type { Location, Position } from 'vscode-languageserver-types';
import type { Entity, Strategy } from '../../model/strategy.ts';
import type { ThingParams } from '../../preview-protocol.ts';
import { entityAround } from '../cursor.ts';
import { nameOf } from '../destinations.ts';
import { offsetOf } from '../places.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../snapshot.ts';

/** Where the thing with an id is declared; null where its file could not be read. */
export function placeOfThing(snapshot: Snapshot, { id }: ThingParams): Location | null | Refusal {
  const entity = thing(snapshot.analysis?.strategy, id);
  return entity instanceof Refusal ? entity : nameOf(snapshot, entity);
}

/** The ids of what stands around a position, from the innermost out; none between declarations. */
export function thingsAt(snapshot: Snapshot, { position }: { readonly position: Position }): readonly string[] {
  const entity = entityAround(snapshot, offsetOf(snapshot.document.tree, position));
  if (entity === null) return [];
  const outer = entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
  return outer === null ? [entity.id] : [entity.id, outer.id];
}

/** The thing of that id, which a picture may still show when it is gone. */
export function thing(strategy: Strategy | undefined, id: string): Entity | Refusal {
  return strategy?.byId.get(id) ?? new Refusal(`There is no '${id}' any more.`);
}
