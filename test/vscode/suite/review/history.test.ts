import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, until } from '../editor.ts';

const growth = fileIn('okrs/growth.strategy').toString();

/** The page of a history that is open as a document, however it is shown. */
function page(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'throughline-history');
}

if (vscode.extensions.getExtension('vscode.git') !== undefined) {
  describe('the history of one thing', () => {
    it('is shown as a page, with each commit that changed what it means', async () => {
      await vscode.commands.executeCommand('throughline.showHistory', 'self-serve.first-value', growth);
      const shown = await until(page, (document) => document !== undefined);
      assert.include(shown?.getText(), 'A softer target');
      assert.include(shown?.getText(), 'lowered from 35% to 30%');
      const tab = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab, (active) => active?.input instanceof vscode.TabInputWebview);
      assert.include(tab?.label, 'self-serve.first-value');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
  });
} else {
  describe('the history of one thing without git', () => {
    it('is no page', async () => {
      await vscode.commands.executeCommand('throughline.showHistory', 'self-serve.first-value', growth);
      assert.isUndefined(page());
    });
  });
}
