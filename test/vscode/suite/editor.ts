/** What the tests do in the editor, in words. */

import * as vscode from 'vscode';

export interface Finding {
  readonly code: string;
  readonly severity: vscode.DiagnosticSeverity;
  /** The text that it stands on. */
  readonly text: string;
  readonly diagnostic: vscode.Diagnostic;
}

/** A file of the workspace, by its path below the folder of that name (or the only one). */
export function fileIn(path: string, folder?: string): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = folder === undefined ? folders[0] : folders.find((candidate) => candidate.name === folder);
  if (found === undefined) throw new Error(`no folder ${folder ?? ''} in this workspace`);
  return vscode.Uri.joinPath(found.uri, path);
}

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** The code of a diagnostic, which links to the rule's page. */
function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** What the editor shows for a file now. */
export async function findings(uri: vscode.Uri): Promise<Finding[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.languages.getDiagnostics(uri).map((diagnostic) => ({
    code: codeOf(diagnostic),
    severity: diagnostic.severity,
    text: document.getText(diagnostic.range),
    diagnostic,
  }));
}

/** The codes of what the editor shows for a file, without opening it. */
export function codes(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(codeOf).sort();
}

/** Waits until `read` gives what `holds` accepts, and returns it; after 20 seconds says what was there instead. */
export async function until<T>(read: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain; at last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until a file has exactly these codes. */
export async function untilCodes(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const wanted = [...expected].sort().join();
  await until(() => codes(uri), (found) => found.join() === wanted);
}

/** The place of `text` in a document, at `offset` units into it. */
export function placeOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${JSON.stringify(text)} is not in ${document.uri.path}`);
  return document.positionAt(start + offset);
}

/** Types `text` at a place, one character at a time, as a person would. */
export async function type(editor: vscode.TextEditor, place: vscode.Position, text: string): Promise<void> {
  let offset = editor.document.offsetAt(place);
  for (const character of text) {
    await editor.edit((edit) => { edit.insert(editor.document.positionAt(offset), character); }, { undoStopBefore: false, undoStopAfter: false });
    offset += character.length;
  }
}

/** Replaces the whole text of a document. */
export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  await editor.edit((edit) => { edit.replace(all, text); });
}

/** Puts a file back to what is on disk. */
export async function revert(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}
