/** Where a jump from a name leads, as the client takes it. */

import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import type { Entity } from '../model/strategy.ts';
import { placeOf } from '../rules/places.ts';
import { targetAt, type Target } from './cursor.ts';
import { locationOf, offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

export interface PositionParams {
  readonly position: Position;
}

/** From the name at a position to the declarations that `choose` picks for what it means. */
export function destinations(
  snapshot: Snapshot, { position }: PositionParams, choose: (entity: Entity) => readonly Entity[],
): LocationLink[] | Location[] {
  const target = targetAt(snapshot, offsetOf(snapshot.document.tree, position));
  const entity = target?.entity ?? null;
  if (target === null || entity === null) return [];
  const found = [...new Set(choose(entity))];
  return snapshot.client.definitionLinks
    ? found.flatMap((one) => linkTo(snapshot, target, one))
    : found.flatMap((one) => nameOf(snapshot, one) ?? []);
}

/** The name of a declaration (of a kr without one, or a strategy, its title); null where its file could not be read. */
export function nameOf(snapshot: Pick<Snapshot, 'uriOf'>, entity: Entity): Location | null {
  const { origin, span } = placeOf(entity);
  return locationOf(snapshot, origin, span);
}

function linkTo(snapshot: Snapshot, { span, chunk }: Target, entity: Entity): LocationLink[] {
  const whole = locationOf(snapshot, entity.origin, entity.declaration.span);
  const name = nameOf(snapshot, entity);
  if (whole === null || name === null) return [];
  return [{
    originSelectionRange: rangeOf(snapshot.document.tree, span, chunk.start),
    targetUri: whole.uri,
    targetRange: whole.range,
    targetSelectionRange: name.range,
  }];
}
