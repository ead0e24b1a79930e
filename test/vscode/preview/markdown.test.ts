/** Strategies within Markdown in a real VS Code: highlighted where they are written, drawn in its Markdown preview. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeWindow, PATIENCE, until } from './code-window.ts';

const NOTES = `# Where we are going

\`\`\`strategy
goal win "Win the <b>mid-market</b>" { owner maya }
objective start "Teams start on their own" {
  supports win
  kr activation "More teams deploy in week one" from 18% to 35% now 22%
}
\`\`\`

A word about numbers:

\`\`\`strategy
team growth "Growth"
\`\`\`

And another language:

\`\`\`js
const strategy = 'none';
\`\`\`
`;

// In the Node host alone: here VS Code's own Markdown extension runs in it, and extends itself by extensions beside it.
describe('strategies in Markdown', function () {
  this.timeout(60_000);
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    code = await CodeWindow.open('node', (folder) => writeFile(join(folder, 'notes.md'), NOTES));
    code.page.setDefaultTimeout(PATIENCE);
    await code.command('workbench.action.closeSidebar');
    await code.open('notes.md');
    await code.command('markdown.showPreviewToSide');
    await code.preview.locator('.strategy-block svg').first().waitFor({ timeout: 40_000 });
  });

  after(async () => { await code.close(); });

  it('are drawn, those with something to draw; the others stay text', async () => {
    await code.shoot('markdown');
    const { preview } = code;
    assert.equal(await preview.locator('.strategy-block').count(), 1);
    assert.match(await preview.locator('.strategy-block').getAttribute('aria-label') ?? '', /^Map of .*1 goal, 1 objective, 1 key result/);
    assert.match(await preview.locator('pre').first().textContent() ?? '', /^team growth "Growth"/);
    assert.match(await preview.locator('pre').nth(1).textContent() ?? '', /const strategy/);
    assert.equal(await preview.locator('.strategy-block b').count(), 0, 'no text becomes markup');
  });

  it('follow what is typed', async () => {
    await code.replace('notes.md', 'Teams start on their own', 'Teams begin by themselves');
    await until(() => code.preview.locator('.strategy-block').textContent(), (text) => (text ?? '').includes('Teams begin'));
  });

  it('are highlighted where they are written', async () => {
    const line = code.page.locator('.view-line', { hasText: 'objective start' }).first();
    const tokens = await line.locator('span > span').evaluateAll((spans: readonly { readonly className: string; readonly textContent: string | null }[]) => spans.map(({ className, textContent }) => [textContent?.trim(), className]));
    const colour = (word: string): unknown => tokens.find(([text]) => text === word)?.[1];
    assert.ok(colour('objective') !== undefined, JSON.stringify(tokens));
    assert.notEqual(colour('objective'), colour('start'));
  });
});
