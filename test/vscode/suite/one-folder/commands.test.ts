import { assert } from 'chai';
import * as vscode from 'vscode';
import { codes, fileIn } from '../editor.ts';

describe('commands', () => {
  it('are there', async () => {
    const all = await vscode.commands.getCommands(true);
    assert.includeMembers(all.filter((command) => command.startsWith('throughline.')), ['throughline.check', 'throughline.newStrategy']);
  });

  it('check the whole strategy before Check Strategy returns', async () => {
    await vscode.commands.executeCommand('throughline.check');
    assert.deepEqual(codes(fileIn('okrs/growth.strategy')), ['unaligned-objective']);
  });
});
