/** Go to declaration: to the one that counts, from a later declaration of the same name too. */

import type { Location, LocationLink } from 'vscode-languageserver-types';
import { destinations, type PositionParams } from './destinations.ts';
import type { Snapshot } from './snapshot.ts';

/** The first declaration of the name, which is what references mean. */
export function declaration(snapshot: Snapshot, params: PositionParams): LocationLink[] | Location[] {
  return destinations(snapshot, params, (entity) => [entity.laterThan ?? entity]);
}
