/** Previews of what nobody should have to look at: hostile texts, and five thousand things. */

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateStrategy } from '../../bench/strategies.ts';
import { HOSTILE, hostileStrategy } from '../../views/drawing.ts';
import { CodeWindow, PATIENCE, until } from './code-window.ts';

const VIEWS = ['Map', 'Scorecard', 'Timeline', 'Metrics', 'Owners'] as const;

describe('a preview of the unusual', function () {
  this.timeout(120_000);
  let code: CodeWindow;

  before(async function () {
    this.timeout(240_000);
    code = await CodeWindow.open('node', async (folder) => {
      for (const [index, text] of [...HOSTILE, 'x'.repeat(100_000)].entries()) {
        await write(join(folder, `hostile-${index}/throughline.json`), '{ "asOf": "2026-03-01" }');
        // A file with a zero in it VS Code takes for no text, and opens no editor for it.
        await write(join(folder, `hostile-${index}/all.strategy`), hostileStrategy(text.replaceAll('\0', '')));
      }
      await write(join(folder, 'large/throughline.json'), '{ "asOf": "2026-03-01" }');
      for (const { path, text } of generateStrategy(78).files) await write(join(folder, 'large', path), text);
    });
    code.page.setDefaultTimeout(PATIENCE);
    await code.command('workbench.action.closeSidebar');
  });

  after(async () => { await code.close(); });

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  for (const [index, text] of [...HOSTILE, 'a hundred kilobytes without a space'].entries()) {
    it(`shows ${JSON.stringify(text).slice(0, 50)} harmlessly in every view`, async () => {
      await code.command('workbench.action.closeAllEditors');
      await until(() => code.state(), ({ tabs }) => tabs.length === 0);
      await code.open(`hostile-${index}/all.strategy`);
      await code.command('throughline.openPreview');
      const { preview } = code;
      await preview.locator('.stage section.view').waitFor({ timeout: 30_000 });
      for (const view of VIEWS) {
        await preview.getByRole('tab', { name: view }).click();
        await preview.locator(`.stage section.view.${view.toLowerCase()}`).waitFor();
        assert.equal(await preview.locator('.stage :is(script, img, b, iframe, object, embed, link, style)').count(), 0, view);
        assert.equal(await preview.locator('.stage [onerror], .stage [onload]').count(), 0, view);
        const width = await preview.locator('.stage').evaluate((stage: { readonly scrollWidth: number }) => stage.scrollWidth);
        assert.ok(width < 20_000, `${view} is ${width} pixels wide`);
      }
      assert.deepEqual(code.log.filter((line) => /alert|Content Security Policy.*(?:script|style)-src/i.test(line) && line.includes('hostile')), []);
    });
  }

  it('draws a strategy of 5,000 things, finds one in it and follows what is typed', async () => {
    const [first] = generateStrategy(78).files.filter(({ text }) => /^objective /m.test(text));
    assert.ok(first !== undefined);
    const path = `large/${first.path}`;
    const [, id = '', title = ''] = /^objective (\S+)\s+"([^"]+)"/m.exec(first.text) ?? [];
    await code.command('workbench.action.closeAllEditors');
    await until(() => code.state(), ({ tabs }) => tabs.length === 0);
    await code.open(path);
    await code.command('throughline.openPreviewToSide');
    const { preview } = code;
    await preview.locator('.stage svg.picture').waitFor({ timeout: 60_000 });
    assert.ok(await preview.locator('.stage [data-key][data-id]').count() > 2000, 'all of it is there');
    await preview.getByRole('searchbox').fill(id);
    await until(() => preview.locator('.stage [data-key][data-id]').count(), (count) => count < 500);
    assert.ok(await code.element(id).isVisible());
    await code.replace(path, title, 'A title that was typed');
    await until(() => code.element(id).textContent(), (text) => (text ?? '').includes('A title that was typed'));
    await preview.getByRole('searchbox').fill('');
    await until(() => preview.locator('.stage [data-key][data-id]').count(), (count) => count > 2000);
    await code.shoot('large');
  });
});
