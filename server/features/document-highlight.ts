/** Highlight of a name in its file: where it is declared (written) and where it is named (read). */

import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { placeOf } from '../rules/places.ts';
import { targetAt } from './cursor.ts';
import { offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { usesOf } from './uses.ts';

/** In the order of their places. */
export function documentHighlight(snapshot: Snapshot, { position }: { readonly position: Position }): DocumentHighlight[] {
  const { document: { path, tree }, analysis } = snapshot;
  const entity = targetAt(snapshot, offsetOf(tree, position))?.entity ?? null;
  if (entity === null || analysis === null) return [];
  const places = [
    { origin: entity.origin, span: placeOf(entity).span, kind: DocumentHighlightKind.Write },
    ...usesOf(analysis.strategy, entity).map(({ link, span }) => ({ origin: link.from.origin, span, kind: DocumentHighlightKind.Read })),
  ];
  return places
    .filter(({ origin }) => origin.file.path === path)
    .map(({ origin: { chunk }, span, kind }) => ({ start: chunk.start + span.start, range: rangeOf(tree, span, chunk.start), kind }))
    .sort((a, b) => a.start - b.start)
    .map(({ range, kind }) => ({ range, kind }));
}
