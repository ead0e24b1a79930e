/** Runs in the extension host and does there what the runner asks for: for pictures and for tests that also reach into the page. */

import * as vscode from 'vscode';
import type { Action, Answer } from './puppeteer.ts';

/** Where the runner listens; the bundler fills it in. */
declare const RESULTS: string;

function fileIn(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

const COLUMNS = [vscode.ViewColumn.One, vscode.ViewColumn.Two, vscode.ViewColumn.Three];

async function open(path: string, at: string | null, into: number, column: number | undefined): Promise<void> {
  const viewColumn = column === undefined ? undefined : COLUMNS[column - 1];
  const editor = await vscode.window.showTextDocument(fileIn(path), { preview: false, ...viewColumn === undefined ? {} : { viewColumn } });
  const offset = at === null ? 0 : editor.document.getText().indexOf(at) + into;
  const place = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  const reveal = at === null ? vscode.TextEditorRevealType.AtTop : vscode.TextEditorRevealType.InCenter;
  editor.revealRange(new vscode.Range(place, place), reveal);
}

async function perform(action: Action): Promise<unknown> {
  switch (action.type) {
    case 'setting':
      await vscode.workspace.getConfiguration().update(action.key, action.value, vscode.ConfigurationTarget.Global);
      return null;
    case 'command':
      // Not awaited: some commands end only when what they show is closed.
      void vscode.commands.executeCommand(action.command, ...action.parameters);
      return null;
    case 'open':
      await open(action.path, action.at, action.into, action.column);
      return null;
    case 'text':
      return (await vscode.workspace.openTextDocument(fileIn(action.path))).getText();
    case 'replace': {
      const document = await vscode.workspace.openTextDocument(fileIn(action.path));
      const start = document.getText().indexOf(action.old);
      if (start < 0) throw new Error(`${JSON.stringify(action.old)} is not in ${action.path}`);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + action.old.length)), action.new);
      return vscode.workspace.applyEdit(edit);
    }
    case 'selected': {
      const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(action.path));
      return editor === undefined ? null : editor.document.getText(editor.selection);
    }
    case 'state': {
      const { activeTextEditor } = vscode.window;
      return {
        active: activeTextEditor === undefined ? null : vscode.workspace.asRelativePath(activeTextEditor.document.uri),
        tabs: vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      };
    }
    default: return action satisfies never;
  }
}

/** Never resolves by itself: the window is closed when the runner is done. */
export async function run(): Promise<void> {
  for (let answer: Answer = { type: 'ready' }; ;) {
    const response = await fetch(RESULTS, { method: 'POST', body: JSON.stringify(answer) });
    try {
      answer = { type: 'done', value: await perform(await response.json() as Action) ?? null };
    } catch (error) {
      answer = { type: 'failed', message: String(error) };
    }
  }
}
