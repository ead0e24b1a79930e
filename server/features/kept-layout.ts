/** Edits of a document that stood in canonical layout leave it in canonical layout; elsewhere they stay as small as they are. */

import { formatEdits } from '../../grammar/format.ts';
import type { DiagnosticEdit } from '../rules/diagnostic.ts';
import { laidOut, type Change } from './layout.ts';
import { offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** The edits, laid out where the whole document was before. */
export function keepingLayout({ path, tree }: Snapshot['document'], edits: readonly DiagnosticEdit[]): readonly DiagnosticEdit[] {
  if (edits.some(({ file }) => file !== path) || tree.chunks.length === 0 || formatEdits(tree)?.length !== 0) return edits;
  const changes = edits.map(({ range, newText }): Change => ({ start: offsetOf(tree, range.start), end: offsetOf(tree, range.end), newText }));
  return laidOut(tree, changes).map((change) => ({ file: path, range: rangeOf(tree, change), newText: change.newText }));
}
