/** The preview in a real VS Code: beside the text, in step with it both ways. */

import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeWindow, PATIENCE, until } from './code-window.ts';

const samples = join(import.meta.dirname, '../../../samples');
const PLATFORM = 'okrs/FY26-Q2/platform.strategy';
const PAYMENTS = 'okrs/FY26-Q2/payments.strategy';

/** The part of the web platform that is needed here; the project's types are those of Node. */
interface Scrolled {
  scrollTop: number;
  scrollLeft: number;
}

for (const extensionHost of ['node', 'web'] as const) {
  describe(`a preview, in the ${extensionHost} extension host`, function () {
    this.timeout(60_000);
    let code: CodeWindow;

    before(async function () {
      this.timeout(180_000);
      code = await CodeWindow.open(extensionHost, (folder) => cp(join(samples, 'scale-up'), folder, { recursive: true }));
      code.page.setDefaultTimeout(PATIENCE);
      await code.command('workbench.action.closeSidebar');
    });

    after(async () => { await code.close(); });

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await code.shoot(`preview-${extensionHost}-${this.currentTest.title.replace(/\W+/g, '-').slice(0, 60)}`);
    });

    /** Begins anew: one file in sight, the preview beside it, nothing asked for. */
    async function begin(path = PLATFORM, at: string | null = null): Promise<void> {
      await code.command('workbench.action.closeAllEditors');
      await until(() => code.state(), ({ tabs }) => tabs.length === 0);
      await code.open(path, at);
      await code.command('throughline.openPreviewToSide');
      await code.preview.locator('.stage svg.picture').waitFor({ timeout: 30_000 });
    }

    /** Goes to a view by its tab. */
    async function show(view: 'Map' | 'Scorecard' | 'Owners'): Promise<void> {
      await code.preview.getByRole('tab', { name: view }).click();
      await code.preview.locator(`section.view.${view.toLowerCase()}`).waitFor();
    }

    it('is opened by the icon above the text', async () => {
      await code.command('workbench.action.closeAllEditors');
      await code.open(PLATFORM);
      await code.page.getByRole('button', { name: /^Open Preview to the Side/ }).first().click();
      await code.preview.locator('.stage svg.picture').waitFor({ timeout: 30_000 });
      const { tabs } = await code.state();
      assert.deepEqual(tabs, ['platform.strategy', 'Preview Kestrel Freight']);
    });

    it('shows the thing in which the cursor stands, and follows it', async () => {
      await begin(PLATFORM, 'The price engine');
      await code.preview.locator('[data-id="steady"][data-selected]').first().waitFor();
      await code.open(PLATFORM, 'The price engine sleeps', 0);
      await code.open(PLATFORM, 'A lost database', 2);
      await code.preview.locator('[data-id="steady.restore"][data-selected]').first().waitFor();
      assert.equal(await code.preview.locator('[data-id="steady"][data-selected]').count(), 0);
    });

    it('leads from a click to the source, in the other column', async () => {
      await begin();
      await code.element('earn').click();
      await until(() => code.selected('company/goals.strategy'), (text) => text === 'earn');
      assert.deepEqual([...(await code.state()).tabs].sort(), ['Preview Kestrel Freight', 'goals.strategy', 'platform.strategy']);
    });

    it('is drawn anew while one types, and nothing else in it moves', async () => {
      await begin();
      const { preview } = code;
      const stage = preview.locator('.stage');
      await stage.evaluate((element: Scrolled) => { element.scrollTop = 120; element.scrollLeft = 40; });
      const kept = await code.element('steady').evaluateHandle((element: unknown) => element);
      await code.replace(PLATFORM, 'The price engine sleeps through the night', 'Nobody is woken by the price engine');
      await code.element('steady').getByText('Nobody is woken').first().waitFor();
      assert.ok(await code.element('steady').evaluate((element: unknown, before: unknown) => element === before, kept), 'the same node shows it');
      assert.deepEqual(await stage.evaluate(({ scrollTop, scrollLeft }: Scrolled) => [scrollTop, scrollLeft]), [120, 40]);
      await code.command('workbench.action.files.revert');
      await code.element('steady').getByText('The price engine').first().waitFor();
    });

    it('shows what a filter asks for, by search, by health and by owner', async () => {
      await begin();
      const { preview } = code;
      await preview.getByRole('searchbox').fill('price engine');
      await until(() => preview.locator('.stage [data-kind="objective"][data-id="instant-pay"]').count(), (count) => count === 0);
      assert.ok(await code.element('steady').isVisible());
      await preview.getByRole('searchbox').fill('');
      await preview.locator('.stage [data-id="instant-pay"]').first().waitFor({ state: 'attached' });
      await preview.getByRole('button', { name: 'Filter' }).click();
      await preview.getByRole('checkbox', { name: 'Off track' }).check();
      await until(() => preview.locator('.stage [data-kind="objective"][data-id="steady"]').count(), (count) => count === 0);
      await preview.getByRole('button', { name: 'Clear the filter' }).click();
      await preview.locator('.stage [data-id="steady"]').first().waitFor({ state: 'attached' });
    });

    it('answers with what was known on an earlier day', async () => {
      await begin();
      const slider = code.preview.getByRole('slider', { name: 'As of' });
      const before = await code.preview.locator('.summary').textContent();
      await slider.focus();
      await slider.press('Home');
      await until(() => code.preview.locator('.summary').textContent(), (summary) => summary !== before);
      assert.equal(await slider.getAttribute('aria-valuetext'), 'As of 2026-01-31');
      await slider.press('End');
      await until(() => code.preview.locator('.summary').textContent(), (summary) => summary === before);
    });

    it('realigns an objective that is dragged onto another goal, and takes it back', async () => {
      await begin(PAYMENTS);
      const before = await code.text(PAYMENTS);
      assert.match(before, /objective instant-pay [^}]*supports reliable\n/);
      const { preview, page } = code;
      await preview.getByRole('button', { name: 'Show all of it' }).click();
      const from = await code.element('instant-pay').boundingBox();
      const to = await code.element('earn').boundingBox();
      assert.ok(from !== null && to !== null);
      await page.mouse.move(from.x + from.width / 2, from.y + 4);
      await page.mouse.down();
      await page.mouse.move(from.x + from.width / 2 + 20, from.y + 20, { steps: 4 });
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
      await preview.locator('[data-id="earn"][data-drop]').waitFor();
      await page.mouse.up();
      await until(() => code.text(PAYMENTS), (text) => /objective instant-pay [^}]*supports earn\n/.test(text));
      await preview.locator('.stage').press('Control+z');
      await until(() => code.text(PAYMENTS), (text) => text === before);
    });

    it('edits a value where it stands, says what is wrong with it, and takes it back', async () => {
      await begin();
      await show('Scorecard');
      const before = await code.text(PLATFORM);
      const value = code.preview.locator('tr[data-id="steady.restore"] td[data-field="value"]').first();
      await value.dblclick();
      const input = code.preview.locator('.field-editor input');
      await input.waitFor();
      assert.equal(await input.inputValue(), '3h');
      await input.fill('3 apples');
      await input.press('Enter');
      assert.match(await code.preview.getByRole('alert').textContent() ?? '', /apples/);
      await input.fill('2h');
      await input.press('Enter');
      await until(() => code.text(PLATFORM), (text) => text === before.replace('2026-05-29 3h', '2026-05-29 2h'));
      await until(() => value.textContent(), (text) => text === '2h');
      await code.preview.locator('.stage').press('Control+z');
      await until(() => code.text(PLATFORM), (text) => text === before);
      await show('Map');
    });

    it('follows the active editor, until it is locked', async () => {
      await begin();
      await code.preview.locator('.stage').focus();
      await code.command('throughline.preview.lock');
      await until(() => code.state(), ({ tabs }) => tabs.includes('[Preview Kestrel Freight]'));
      await code.preview.locator('.stage').focus();
      await code.command('throughline.preview.unlock');
      await until(() => code.state(), ({ tabs }) => tabs.includes('Preview Kestrel Freight'));
    });

    it('is walked through by the keyboard alone: to a goal, to what serves it, to its source', async () => {
      await begin('company/goals.strategy');
      const { preview, page } = code;
      await preview.locator('.stage').focus();
      await page.keyboard.press('Home');
      const at = (): Promise<string | null> => preview.locator('[data-key]:focus').getAttribute('data-id');
      const walked = [await at()];
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp']) {
        await page.keyboard.press(key);
        walked.push(await at());
      }
      assert.equal(walked[0], 'more-freight');
      assert.equal(new Set(walked).size, 4, `each key goes somewhere else: ${walked.join(', ')}`);
      assert.equal(await preview.locator('.stage [tabindex="0"]').count(), 1, 'Tab stops at one element');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await until(() => code.selected('company/goals.strategy'), (text) => text === 'more-freight');
      await until(() => code.state(), ({ active }) => active === 'company/goals.strategy');
      // The keys go where the focus is, which follows the active editor.
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await page.keyboard.type('x');
      await until(() => code.text('company/goals.strategy'), (text) => text.startsWith('goal x '));
      await code.command('workbench.action.files.revert');
    });

    it('searches at /, zooms by + and -, goes to views by numbers, and lets go at Esc', async () => {
      await begin();
      const { preview, page } = code;
      const zoom = (): Promise<string | null> => preview.locator('.zoom-level').textContent();
      await preview.locator('.stage').focus();
      const before = await zoom();
      await page.keyboard.press('+');
      await until(zoom, (level) => level !== before);
      await page.keyboard.press('-');
      await until(zoom, (level) => level === before);
      await page.keyboard.press('2');
      await preview.locator('section.view.scorecard').waitFor();
      await page.keyboard.press('1');
      await preview.locator('section.view.map').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('fraud');
      await until(() => preview.locator('.stage [data-id="steady"]').count(), (count) => count === 0);
      await page.keyboard.press('Escape');
      await preview.locator('.stage [data-id="steady"]').first().waitFor({ state: 'attached' });
      await page.keyboard.press('?');
      await preview.getByRole('dialog', { name: 'What the keys do' }).waitFor();
      await page.keyboard.press('Escape');
    });

    it('realigns by the keyboard alone', async () => {
      await begin(PAYMENTS, 'instant-pay');
      const before = await code.text(PAYMENTS);
      const { preview, page } = code;
      await preview.locator('[data-id="instant-pay"][data-selected]').first().waitFor();
      await preview.locator('.stage [data-key][tabindex="0"]').focus();
      await page.keyboard.press('r');
      await page.locator('.quick-input-widget input').fill('earn');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Every booking pays its way' }).waitFor();
      await page.keyboard.press('Enter');
      await until(() => code.text(PAYMENTS), (text) => /objective instant-pay [^}]*supports earn\n/.test(text));
      await preview.locator('.stage').press('Control+z');
      await until(() => code.text(PAYMENTS), (text) => text === before);
    });

    it('folds and unfolds what stands below', async () => {
      await begin();
      await show('Scorecard');
      const { preview } = code;
      await preview.locator('[data-fold="steady"]').click();
      await until(() => preview.locator('tr[data-id="steady.restore"]').count(), (count) => count === 0);
      await preview.locator('[data-fold="steady"]').click();
      await preview.locator('tr[data-id="steady.restore"]').waitFor({ state: 'attached' });
      await show('Map');
      await preview.locator('[data-fold="earn"]').click();
      await until(() => preview.locator('.stage [data-key][data-id="no-fraud"]').count(), (count) => count === 0);
      await code.element('earn').focus();
      await code.element('earn').press('Space');
      await preview.locator('.stage [data-key][data-id="no-fraud"]').first().waitFor({ state: 'attached' });
    });

    it('shows a card over what the pointer rests on, which leads to what it names', async () => {
      await begin();
      const { preview } = code;
      await preview.locator('[data-id="no-fraud"] text').first().hover();
      const card = preview.getByRole('tooltip');
      await card.getByText('Fraud does not pay').waitFor();
      await card.locator('[data-ref="earn"]').first().click();
      await preview.locator('[data-id="earn"][data-selected]').first().waitFor();
    });

    it('edits a title in the map, and offers what can be done with a thing in its menu', async () => {
      await begin();
      const before = await code.text(PLATFORM);
      const { preview, page } = code;
      await code.open(PLATFORM, 'The price engine');
      await preview.locator('[data-id="steady"][data-selected]').first().waitFor();
      await preview.locator('[data-id="steady"] [data-field="title"]').first().dblclick();
      await preview.locator('.field-editor input').fill('Nobody wakes');
      await preview.locator('.field-editor input').press('Enter');
      await until(() => code.text(PLATFORM), (text) => text.includes('objective steady "Nobody wakes"'));
      await preview.locator('.stage').press('Control+z');
      await until(() => code.text(PLATFORM), (text) => text === before);
      await preview.locator('[data-id="steady"] [data-field="title"]').first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Go to Source' }).waitFor();
      assert.ok(await page.getByRole('menuitem', { name: 'Realign…' }).isVisible());
      await page.keyboard.press('Escape');
    });

    it('looks after a reload of the window as it did before', async () => {
      await begin();
      await show('Scorecard');
      const { preview } = code;
      await preview.getByRole('searchbox').fill('price');
      await until(() => preview.locator('tr[data-id="earn"]').count(), (count) => count === 0);
      await preview.locator('tr[data-id="steady"]').first().click();
      await preview.locator('tr[data-id="steady"][data-selected]').waitFor();
      await code.reload();
      await code.preview.locator('section.view.scorecard').waitFor({ timeout: 60_000 });
      assert.equal(await code.preview.getByRole('searchbox').inputValue(), 'price');
      await code.preview.locator('tr[data-id="steady"][data-selected]').waitFor();
      assert.equal(await code.preview.locator('tr[data-id="earn"]').count(), 0);
    });
  });
}
