/** Linked editing: a name and its uses change together while one of them is typed, where all of them stand in one file. */

import type { LinkedEditingRanges } from 'vscode-languageserver-protocol';
import { placeOf } from '../rules/places.ts';
import { targetAt } from './cursor.ts';
import type { PositionParams } from './destinations.ts';
import { offsetOf, rangeOf, touches } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { usesOf } from './uses.ts';

/** What a name may be while it is typed. */
const NAME = '[\\p{XIDS}_][\\p{XIDC}-]*';

/** null where nothing would change together, and where a use in another file would be left behind: renaming is for that. */
export function linkedEditing(snapshot: Snapshot, { position }: PositionParams): LinkedEditingRanges | null {
  const { document: { tree, path }, analysis } = snapshot;
  const offset = offsetOf(tree, position);
  const entity = targetAt(snapshot, offset)?.entity ?? null;
  if (entity === null || analysis === null || entity.declaration.name === null || entity.laterThan !== null) return null;
  const uses = usesOf(analysis.strategy, entity).map(({ link, span }) => ({ origin: link.from.origin, span }));
  const places = [placeOf(entity), ...uses];
  if (uses.length === 0 || places.some(({ origin }) => origin.file.path !== path || origin.file.tree !== tree)) return null;
  const spans = places.map(({ origin: { chunk }, span }) => ({ start: chunk.start + span.start, end: chunk.start + span.end }));
  // A title is no name, nor the other part of `objective.kr`; and all must be written alike, letter by letter.
  const written = new Set(spans.map(({ start, end }) => tree.text.slice(start, end)));
  if (written.size > 1 || !spans.some((span) => touches(span, offset))) return null;
  return { ranges: spans.map((span) => rangeOf(tree, span)), wordPattern: NAME };
}
