import { assert } from 'chai';
import * as vscode from 'vscode';
import { codes, fileIn, open, revert, untilCodes } from '../editor.ts';

describe('commands', () => {
  it('are there', async () => {
    const all = await vscode.commands.getCommands(true);
    assert.includeMembers(all.filter((command) => command.startsWith('throughline.')), ['throughline.check', 'throughline.newStrategy', 'throughline.recordCheckin']);
  });

  it('check the whole strategy before Check Strategy returns', async () => {
    await vscode.commands.executeCommand('throughline.check');
    assert.deepEqual(codes(fileIn('okrs/growth.strategy')), ['unaligned-objective']);
  });

  /** Takes what each question proposes, until the command is done, as somebody does who presses Enter. */
  async function pressEnter(command: Thenable<unknown>): Promise<void> {
    const state = { done: false };
    const end = (): void => { state.done = true; };
    void command.then(end, end);
    for (let presses = 0; !state.done && presses < 100; presses += 1) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    await command;
  }

  for (const [how, args] of [['named', ['self-serve.faster']], ['chosen', []]] as const) {
    it(`record a check-in of a key result that is ${how}, by the keyboard alone`, async () => {
      const growth = fileIn('okrs/growth.strategy');
      const editor = await open(growth);
      await untilCodes(growth, ['unaligned-objective']);
      await pressEnter(vscode.commands.executeCommand('throughline.recordCheckin', ...args));
      const text = editor.document.getText();
      if (how === 'named') assert.include(text, '  kr faster "Time to first deploy falls" from 3d to 4h now 2d {\n    checkin 2026-03-01 2d\n  }\n');
      else assert.include(text, '    metric  activation from 18% to 35% now 22%\n    checkin 2026-03-01 22%\n');
      await revert(editor);
      await untilCodes(growth, ['unaligned-objective']);
    });
  }
});
