/** Changes of files as the client takes them. */

import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { DiagnosticEdit } from '../rules/diagnostic.ts';
import type { Snapshot } from './snapshot.ts';

/** The edits by file, with the version of each open document where the client takes one. */
export function workspaceEdit({ uriOf, versionOf, client }: Snapshot, edits: readonly DiagnosticEdit[]): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { file, range, newText } of edits) {
    const texts = byFile.get(file);
    if (texts === undefined) byFile.set(file, [{ range, newText }]);
    else texts.push({ range, newText });
  }
  if (!client.documentChanges) {
    return { changes: Object.fromEntries(Array.from(byFile, ([path, texts]) => [uriOf(path), texts])) };
  }
  const documentChanges = Array.from(byFile, ([path, texts]): TextDocumentEdit => (
    { textDocument: { uri: uriOf(path), version: versionOf(path) }, edits: texts }
  ));
  return { documentChanges };
}
