/** Runs in the extension host and does there what the runner asks for: for pictures, where a suite would be in the way. */

import * as vscode from 'vscode';
import type { Action } from './puppeteer.ts';

/** Where the runner listens; the bundler fills it in. */
declare const RESULTS: string;

async function perform(action: Action): Promise<void> {
  switch (action.type) {
    case 'setting':
      await vscode.workspace.getConfiguration().update(action.key, action.value, vscode.ConfigurationTarget.Global);
      return;
    case 'command':
      // Not awaited: some commands end only when what they show is closed.
      void vscode.commands.executeCommand(action.command, ...action.parameters);
      return;
    case 'open': {
      const folder = vscode.workspace.workspaceFolders?.[0];
      if (folder === undefined) throw new Error('no folder is open');
      const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, action.path), { preview: false });
      const offset = action.at === null ? 0 : editor.document.getText().indexOf(action.at) + action.into;
      const place = editor.document.positionAt(offset);
      editor.selection = new vscode.Selection(place, place);
      const reveal = action.at === null ? vscode.TextEditorRevealType.AtTop : vscode.TextEditorRevealType.InCenter;
      editor.revealRange(new vscode.Range(place, place), reveal);
      return;
    }
    default: action satisfies never;
  }
}

/** Never resolves by itself: the window is closed when the pictures are taken. */
export async function run(): Promise<void> {
  for (let answer = 'ready'; ;) {
    const response = await fetch(RESULTS, { method: 'POST', body: answer });
    try {
      await perform(await response.json() as Action);
      answer = 'done';
    } catch (error) {
      answer = String(error);
    }
  }
}
