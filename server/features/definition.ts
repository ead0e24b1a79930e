/** Go to definition: from a name to where it is declared. */

import type { Location, LocationLink } from 'vscode-languageserver-types';
import { destinations, type PositionParams } from './destinations.ts';
import type { Snapshot } from './snapshot.ts';

/** On a declaration itself it leads to itself, so that an editor can show the references instead. */
export function definition(snapshot: Snapshot, params: PositionParams): LocationLink[] | Location[] {
  return destinations(snapshot, params, (entity) => [entity]);
}
