/** Format document and selection: the canonical layout, as the edits that lead to it. */

import type { Range, TextEdit } from 'vscode-languageserver-types';
import { formatEdits } from '../../grammar/format.ts';
import { offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/** No edit where the file has syntax errors: what could not be read must not be moved. */
export function formatting({ document: { tree } }: Snapshot, { range }: { readonly range?: Range }): TextEdit[] {
  const span = range === undefined ? undefined : { start: offsetOf(tree, range.start), end: offsetOf(tree, range.end) };
  return (formatEdits(tree, span) ?? []).map((edit) => ({ range: rangeOf(tree, edit), newText: edit.newText }));
}
