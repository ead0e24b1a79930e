import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ThroughlineApi } from '../../../../client/extension.ts';
import { fileIn, open, placeOf, revert, type, until } from '../editor.ts';

const growth = fileIn('okrs/growth.strategy');

async function api(): Promise<ThroughlineApi> {
  const extension = vscode.extensions.getExtension<ThroughlineApi>('throughline.throughline-vscode');
  if (extension === undefined) throw new Error('The extension is not there');
  return extension.activate();
}

/** `kind subject` of every change that is shown, in order. */
async function changes(): Promise<string[]> {
  const { review } = await api();
  return (review.current?.answer.review.changes ?? []).map(({ kind, subject }) => `${kind} ${subject.id}`);
}

async function lenses(uri: vscode.Uri): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return found.map(({ command }) => command?.title ?? '').filter((title) => title.includes('$(git-compare)'));
}

/** Types a target over the one that is there. */
async function retarget(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = placeOf(editor.document, from);
  await editor.edit((edit) => { edit.delete(new vscode.Range(start, start.translate(0, from.length))); });
  await type(editor, start, to);
}

/** The git extension runs beside the server of VS Code: a window in a browser has none. */
const hasGit = vscode.extensions.getExtension('vscode.git') !== undefined;

if (hasGit) {
  describe('a review against a branch', () => {
    beforeEach(() => vscode.commands.executeCommand('throughline.review', 'main'));
    afterEach(() => vscode.commands.executeCommand('throughline.endReview'));

    it('shows what the branch changed, committed or not, high risks first', async () => {
      await until(changes, (all) => all.length === 2);
      assert.deepEqual(await changes(), ['target-lowered self-serve.first-value', 'objective-added partners']);
      const { review } = await api();
      assert.include(review.current?.answer.review.summary.verdict, '1 promise weakened');
    });

    it('has a lens over what changed', async () => {
      await open(growth);
      const titles = await until(() => lenses(growth), (found) => found.length > 0);
      assert.deepEqual(titles, ['$(git-compare) target lowered from 35% to 30% since main']);
    });

    it('opens both states at the place', async () => {
      const { review } = await api();
      const change = review.current?.answer.review.changes[0];
      await vscode.commands.executeCommand('throughline.openChange', change?.base, change?.head);
      const input = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.input, (shown) => shown instanceof vscode.TabInputTextDiff);
      assert.instanceOf(input, vscode.TabInputTextDiff);
      assert.equal(input.modified.toString(), growth.toString());
      const before = await vscode.workspace.openTextDocument(input.original);
      assert.include(before.getText(), 'from 18% to 35%');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    it('follows what is typed, before it is saved', async () => {
      const editor = await open(growth);
      try {
        await retarget(editor, '30%', '40%');
        await until(changes, (all) => all.join() === 'objective-added partners,target-raised self-serve.first-value' || all.join() === 'target-raised self-serve.first-value,objective-added partners');
      } finally {
        await revert(editor);
      }
      await until(changes, (all) => all.includes('target-lowered self-serve.first-value'));
    });

    it('copies the comment that a pull request would get', async () => {
      await vscode.commands.executeCommand('throughline.copyReview');
      const text = await until(async () => vscode.env.clipboard.readText(), (copied) => copied.includes('promise weakened'));
      assert.include(text, '35%');
    });

    it('is over when it is ended', async () => {
      await vscode.commands.executeCommand('throughline.endReview');
      assert.isNull((await api()).review.current);
      await open(growth);
      assert.deepEqual(await lenses(growth), []);
    });
  });
} else {
  describe('a review without git', () => {
    it('shows what was typed since the files were saved', async () => {
      await vscode.commands.executeCommand('throughline.review');
      const { review } = await api();
      await until(() => review.current, (current) => current !== null);
      assert.deepEqual(await changes(), []);
      const editor = await open(growth);
      try {
        await retarget(editor, '30%', '25%');
        await until(changes, (all) => all.join() === 'target-lowered self-serve.first-value');
      } finally {
        await revert(editor);
      }
      await until(changes, (all) => all.length === 0);
      await vscode.commands.executeCommand('throughline.endReview');
    });
  });
}
