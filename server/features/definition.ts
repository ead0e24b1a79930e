/** Go to definition: from a name to where it is declared. */

import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import { placeOf } from '../rules/places.ts';
import { targetAt } from './cursor.ts';
import { locationOf, offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** On a declaration itself it leads to itself, so that an editor can show the references instead. */
export function definition(snapshot: Snapshot, { position }: { readonly position: Position }): LocationLink[] | Location[] {
  const { tree } = snapshot.document;
  const target = targetAt(snapshot, offsetOf(tree, position));
  const entity = target?.entity ?? null;
  if (target === null || entity === null) return [];
  const { origin, declaration } = entity;
  const whole = locationOf(snapshot, origin, declaration.span);
  const name = locationOf(snapshot, origin, placeOf(entity).span);
  if (whole === null || name === null) return [];
  if (!snapshot.client.definitionLinks) return [name];
  return [{
    originSelectionRange: rangeOf(tree, target.span, target.chunk.start),
    targetUri: whole.uri,
    targetRange: whole.range,
    targetSelectionRange: name.range,
  }];
}
