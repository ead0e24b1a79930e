/** From a picture to the text: shows a place beside the preview, and edits what the server says. */

import { l10n, Selection, TextEditorRevealType, ViewColumn, window, workspace, type Range, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';

export interface Shown {
  readonly uri: Uri;
  readonly range: Range;
}

/**
 * Selects a place in its text. A document that no editor shows is opened for `open` only; the cursor goes there for
 * `focus`. `from` is the column of the preview, which stays as it is; null where it is asked for from elsewhere.
 */
export async function showSource(
  client: BaseLanguageClient, location: Location, { open, focus, from }: { readonly open: boolean; readonly focus: boolean; readonly from: ViewColumn | undefined | null },
  before: (shown: Shown) => void,
): Promise<void> {
  const { uri, range } = client.protocol2CodeConverter.asLocation(location);
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (visible === undefined && !open) return;
  before({ uri, range });
  if (visible !== undefined && !focus) {
    visible.selection = new Selection(range.start, range.end);
    visible.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const column = visible?.viewColumn ?? columnBeside(from);
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn: column, preserveFocus: !focus, selection: range });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A column with text that is not the preview's, else one beside it. */
function columnBeside(from: ViewColumn | undefined | null): ViewColumn {
  if (from === null) return ViewColumn.Active;
  const other = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== from);
  return other?.viewColumn ?? ViewColumn.Beside;
}

/** Applies an edit of the server; the documents that it changed, none where the user was told why not. */
export async function applyEdit(client: BaseLanguageClient, edit: WorkspaceEdit): Promise<readonly TextDocument[]> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!await workspace.applyEdit(converted)) {
    void window.showErrorMessage(l10n.t('The text could not be changed: it has changed meanwhile. Try once more.'));
    return [];
  }
  return Promise.all(converted.entries().map(([uri]) => workspace.openTextDocument(uri)));
}
