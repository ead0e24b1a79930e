import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, untilCodes } from '../editor.ts';

// Neither is opened: an open file is judged by its own folder where the workspace has none for it.
const north = fileIn('strategy.strategy', 'north');
const south = fileIn('strategy.strategy', 'south');

describe('two folders with a strategy each', () => {
  it('are two strategies that do not see each other', async () => {
    await untilCodes(north, ['unsupported-goal']);
    await untilCodes(south, ['unknown-reference']);
    assert.include(vscode.languages.getDiagnostics(south)[0]?.message, "'lead'");
  });

  it('follow a folder that is taken away', async () => {
    assert.lengthOf(vscode.workspace.workspaceFolders ?? [], 2);
    const changed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
        listening.dispose();
        resolve();
      });
    });
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await changed;
    await untilCodes(south, []);
    await untilCodes(north, ['unsupported-goal']);
  });
});
