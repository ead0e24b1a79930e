/** Saving from a preview in a real VS Code, and the page that was saved. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodeWindow, PATIENCE, until } from './code-window.ts';

const samples = join(import.meta.dirname, '../../../samples');

describe('what a preview shows', function () {
  this.timeout(60_000);
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    code = await CodeWindow.open('web', (folder) => cp(join(samples, 'scale-up'), folder, { recursive: true }));
    code.page.setDefaultTimeout(PATIENCE);
    await code.command('workbench.action.closeSidebar');
    await code.open('company/goals.strategy');
    await code.command('throughline.openPreview');
    await code.preview.locator('.stage svg.picture').waitFor({ timeout: 30_000 });
  });

  after(async () => { await code.close(); });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.shoot(`saving-${this.currentTest.title.replace(/\W+/g, '-').slice(0, 60)}`);
  });

  /** Saves as a user does: by the command, the form and the name that is proposed; the file. */
  async function save(form: string, name: string): Promise<string> {
    const file = join(code.workspace, name);
    await rm(file, { force: true });
    await code.command('throughline.preview.export');
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: `Save as ${form}` }).click();
    await code.page.locator('.quick-input-widget', { hasText: 'Save the Preview' }).waitFor();
    // The dialog takes the name once it has read the folder.
    await until(async () => {
      if (!existsSync(file)) await code.page.keyboard.press('Enter');
      await code.page.waitForTimeout(300);
      return existsSync(file);
    }, (there) => there);
    return file;
  }

  async function show(view: 'Map' | 'Scorecard'): Promise<void> {
    await code.preview.getByRole('tab', { name: view }).click();
    await code.preview.locator(`section.view.${view.toLowerCase()}`).waitFor();
  }

  it('is saved as an SVG picture that stands by itself', async () => {
    await show('Map');
    const text = await readFile(await save('SVG picture', 'kestrel-freight-map.svg'), 'utf8');
    assert.match(text, /^<\?xml [^>]*>\n<svg /);
    assert.match(text, /Every booking pays its way/);
    assert.doesNotMatch(text, /https?:\/\/(?!www\.w3\.org)/);
  });

  for (const [view, name] of [['Map', 'kestrel-freight-map.png'], ['Scorecard', 'kestrel-freight-scorecard.png']] as const) {
    it(`is saved as a PNG picture, also where it is a ${view === 'Map' ? 'drawing' : 'table'}`, async () => {
      await show(view);
      const bytes = await until(async () => readFile(await save('PNG picture', name)), ({ length }) => length > 0);
      assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
      assert.ok(bytes.readUInt32BE(16) > 1500, 'it is as fine as a slide needs');
    });
  }

  it('is saved as Markdown', async () => {
    await show('Scorecard');
    assert.match(await readFile(await save('Markdown', 'kestrel-freight-scorecard.md'), 'utf8'), /\| .*Every booking pays its way/);
  });

  it('is saved as a page whose filter, search, folds and zoom need nothing else', async () => {
    await show('Map');
    const file = await save('HTML report of all views', 'kestrel-freight-report.html');
    const page = await code.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    page.on('request', (request) => { if (!/^(?:file|data|blob):/.test(request.url())) errors.push(`asks for ${request.url()}`); });
    try {
      await page.goto(pathToFileURL(file).href);
      await page.locator('.toolbar').waitFor();
      await page.getByRole('searchbox').fill('price engine');
      await page.locator('.count', { hasText: 'shown' }).waitFor();
      assert.equal(await page.locator('tr[data-id="earn"]').first().isVisible(), false);
      assert.equal(await page.locator('tr[data-id="steady"]').first().isVisible(), true);
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('checkbox', { name: 'Off track' }).check();
      await page.getByRole('button', { name: 'Filter (1)' }).waitFor();
      await page.getByRole('button', { name: 'Clear the filter' }).click();
      await page.keyboard.press('Escape');
      await page.locator('button[data-fold="steady"]').first().click();
      await page.locator('tr[data-id="steady.restore"]').first().waitFor({ state: 'hidden' });
      await page.locator('button[data-fold="steady"]').first().click();
      await page.locator('tr[data-id="steady.restore"]').first().waitFor();
      const level = page.locator('.zoom-level').first();
      const before = await level.textContent();
      await page.getByRole('button', { name: 'Zoom in' }).first().click();
      await until(() => level.textContent(), (text) => text !== before);
      await page.screenshot({ path: join(import.meta.dirname, '../artifacts/saved-report.png') });
      assert.deepEqual(errors, []);
    } finally {
      await page.close();
    }
  });
});
