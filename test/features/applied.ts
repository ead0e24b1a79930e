/** Files after an edit of the workspace. */

import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';

const ROOT = 'file:///';

/** The files with the edit, by path; those that it creates are among them. */
export function applied(files: Readonly<Record<string, string>>, edit: WorkspaceEdit | undefined): Record<string, string> {
  const after: Record<string, string> = { ...files };
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'create') throw new Error(`A change of kind ${change.kind}`);
      after[change.uri.slice(ROOT.length)] = '';
      continue;
    }
    const { textDocument: { uri }, edits } = change satisfies TextDocumentEdit;
    const path = uri.slice(ROOT.length);
    const texts = edits.map((one) => ('snippet' in one ? { range: one.range, newText: one.snippet.value } : one));
    after[path] = TextDocument.applyEdits(TextDocument.create('', '', 0, after[path] ?? ''), texts);
  }
  return after;
}
