/** Go to implementation: from something that is wanted to what brings it about. */

import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Entity, LinkKind } from '../model/strategy.ts';
import { destinations, type PositionParams } from './destinations.ts';
import type { Snapshot } from './snapshot.ts';

/** Of a goal, objective or kr what supports or advances it; of a metric the goals and krs that move it. */
export function implementation(snapshot: Snapshot, params: PositionParams): LocationLink[] | Location[] {
  return destinations(snapshot, params, implementers);
}

function implementers(entity: Entity): readonly Entity[] {
  const kinds = implementingLinks(entity);
  return entity.usedBy.filter(({ kind }) => kinds.includes(kind)).map(({ from }) => from);
}

function implementingLinks({ kind }: Entity): readonly LinkKind[] {
  switch (kind) {
    case 'goal': case 'objective': case 'kr': return ['supports', 'advances'];
    case 'metric': return ['metric'];
    case 'strategy': case 'period': case 'team': case 'person': case 'initiative': return [];
    default: return kind satisfies never;
  }
}
