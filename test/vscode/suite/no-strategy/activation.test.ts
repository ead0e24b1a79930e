import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ThroughlineApi } from '../../../../client/extension.ts';
import { fileIn, open, until } from '../editor.ts';

const extension = (): vscode.Extension<ThroughlineApi> => {
  const found = vscode.extensions.getExtension<ThroughlineApi>('throughline.throughline-vscode');
  if (found === undefined) throw new Error('the extension is not installed');
  return found;
};

describe('a folder without a strategy', () => {
  it('does not start the server', async () => {
    await open(fileIn('notes.md'));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    // VS Code's own Markdown extension may have asked the extension how blocks are drawn.
    assert.isFalse(extension().isActive && extension().exports.client.isRunning());
  });

  it('has New Strategy, which asks, writes a strategy without errors and opens it', async () => {
    const done = vscode.commands.executeCommand('throughline.newStrategy');
    let finished = false;
    void done.then(() => { finished = true; });
    // Every question has an answer to start from; Enter takes it.
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 150));
      return finished;
    }, (value) => value);

    const files = await vscode.workspace.findFiles('strategy/**/*.strategy');
    assert.isAtLeast(files.length, 2);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'strategy');
    await vscode.commands.executeCommand('throughline.check');
    const errors = files.flatMap((file) => vscode.languages.getDiagnostics(file)).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(errors.map(({ message }) => message), []);
  });

  it('finds what is wrong in a strategy file as soon as there is one', async () => {
    const uri = fileIn('first.strategy');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('objective grow "We grow"\n'));
    const editor = await open(uri);
    assert.equal(editor.document.languageId, 'strategy');
    await until(() => vscode.languages.getDiagnostics(uri), (found) => found.some(({ message }) => message.includes('We grow')));
    assert.isTrue(extension().isActive);
  });
});
