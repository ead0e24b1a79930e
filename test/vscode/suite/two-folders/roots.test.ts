import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileIn, findings, untilCodes } from '../editor.ts';

const north = fileIn('strategy.strategy', 'north');
const south = fileIn('strategy.strategy', 'south');

describe('two folders with a strategy each', () => {
  it('are two strategies that do not see each other', async () => {
    await untilCodes(north, ['unsupported-goal']);
    await untilCodes(south, ['unknown-reference']);
    assert.equal((await findings(south))[0]?.text, 'lead');
  });

  it('follow a folder that is added and taken away', async () => {
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
