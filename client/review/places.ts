/** Where changes stand: in the file as it is, and in what it was. */

import { commands, l10n, Range, Uri, type TextDocumentShowOptions } from 'vscode';
import type { Location, Range as ReviewRange } from '../../server/review-protocol.ts';
import type { Reviewed } from './session.ts';

/** The URI of a file that a review names. */
export function uriIn({ answer }: Reviewed, file: string): Uri {
  return Uri.joinPath(Uri.parse(answer.folder), file);
}

/** A range of a review, in the editor's terms. */
export function rangeOf({ start, end }: ReviewRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Opens the two states of a place beside each other; where only one is there, that. */
export async function openDifference(reviewed: Reviewed, base: Location | null, head: Location | null): Promise<void> {
  const before = base === null ? null : reviewed.base.documentOf(uriIn(reviewed, base.file));
  const after = head === null ? null : uriIn(reviewed, head.file);
  const selection = head ?? base;
  const options: TextDocumentShowOptions = selection === null ? {} : { selection: rangeOf(selection.range) };
  if (before !== null && after !== null) {
    const title = l10n.t('{0} (since {1})', head?.file ?? '', reviewed.base.given);
    await commands.executeCommand('vscode.diff', before, after, title, options);
    return;
  }
  const only = after ?? before;
  if (only !== null) await commands.executeCommand('vscode.open', only, options);
}
