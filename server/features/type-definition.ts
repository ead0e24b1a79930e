/** Go to type definition: from something measured to its metric, from a person to the team. */

import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Entity } from '../model/strategy.ts';
import { destinations, type PositionParams } from './destinations.ts';
import type { Snapshot } from './snapshot.ts';

/** Of a kr its metric, of a goal its metrics, of a person the team. */
export function typeDefinition(snapshot: Snapshot, params: PositionParams): LocationLink[] | Location[] {
  return destinations(snapshot, params, types);
}

function types(entity: Entity): readonly Entity[] {
  switch (entity.kind) {
    case 'kr': return entity.metric === null ? [] : [entity.metric];
    case 'goal': return entity.metrics.flatMap(({ metric }) => metric ?? []);
    case 'person': return entity.team === null ? [] : [entity.team];
    case 'strategy': case 'period': case 'team': case 'metric': case 'objective': case 'initiative': return [];
    default: return entity satisfies never;
  }
}
