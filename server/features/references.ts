/** Find references: every place where a thing is named, in all files of the strategy. */

import type { Location, Position } from 'vscode-languageserver-types';
import { placeOf } from '../rules/places.ts';
import { targetAt } from './cursor.ts';
import { locationOf, offsetOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

export interface ReferencesParams {
  readonly position: Position;
  readonly context: { readonly includeDeclaration: boolean };
}

/** The places by file and place; the declaration first, where it is asked for. */
export function references(snapshot: Snapshot, { position, context }: ReferencesParams): Location[] {
  const target = targetAt(snapshot, offsetOf(snapshot.document.tree, position));
  const entity = target?.entity ?? null;
  if (entity === null) return [];
  const places = [
    ...(context.includeDeclaration ? [placeOf(entity)] : []),
    ...entity.usedBy.map(({ from, reference }) => ({ origin: from.origin, span: reference })),
  ];
  return places.flatMap(({ origin, span }) => locationOf(snapshot, origin, span) ?? []);
}
