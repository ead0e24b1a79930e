/** Find references: every place where a thing is named, in all files of the strategy. */

import type { Location, Position } from 'vscode-languageserver-types';
import { placeOf } from '../rules/places.ts';
import { targetAt } from './cursor.ts';
import { locationOf, offsetOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { usesOf } from './uses.ts';

export interface ReferencesParams {
  readonly position: Position;
  readonly context: { readonly includeDeclaration: boolean };
}

/** The places by file and place; the declaration first, where it is asked for. */
export function references(snapshot: Snapshot, { position, context }: ReferencesParams): Location[] {
  const entity = targetAt(snapshot, offsetOf(snapshot.document.tree, position))?.entity ?? null;
  if (entity === null || snapshot.analysis === null) return [];
  const places = [
    ...(context.includeDeclaration ? [placeOf(entity)] : []),
    ...usesOf(snapshot.analysis.strategy, entity).map(({ link, span }) => ({ origin: link.from.origin, span })),
  ];
  return places.flatMap(({ origin, span }) => locationOf(snapshot, origin, span) ?? []);
}
