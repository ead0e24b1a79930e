/** The view `Strategy` in a real VS Code. */

import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { CodeWindow, PATIENCE, until } from './code-window.ts';

const samples = join(import.meta.dirname, '../../../samples');
const workspaces = join(import.meta.dirname, '../workspaces');

describe('the view Strategy', function () {
  this.timeout(60_000);
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    code = await CodeWindow.open('node', (folder) => cp(join(samples, 'scale-up'), folder, { recursive: true }));
    code.page.setDefaultTimeout(PATIENCE);
    await code.command('throughline.strategy.focus');
    await row('Every booking pays its way').waitFor({ timeout: 30_000 });
  });

  after(async () => { await code.close(); });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.shoot(`tree-${this.currentTest.title.replace(/\W+/g, '-').slice(0, 60)}`);
  });

  const row = (text: string): Locator => code.page.locator('.pane:has(.title:text-is("Strategy")) .monaco-list-row', { hasText: text }).first();

  it('shows goals with their health in words for a screen reader, and what serves them below', async () => {
    await code.shoot('tree-by-goal');
    assert.match(await row('Every booking pays its way').getAttribute('aria-label') ?? '', /^goal, Every booking pays its way, on track, \d+%/);
    assert.equal(await row('Fraud does not pay').getAttribute('aria-level'), '2');
  });

  it('leads from a click to the source', async () => {
    await row('Fraud does not pay').click();
    await until(() => code.state(), ({ active }) => active === 'okrs/FY26-Q2/risk.strategy');
    assert.match(String(await code.selected('risk.strategy')), /^[\w-]+$/);
  });

  it('realigns a thing from its menu, and shows at once what came of it', async () => {
    const before = await code.text('okrs/FY26-Q2/risk.strategy');
    await row('Fraud does not pay').click({ button: 'right' });
    await code.page.getByRole('menuitem', { name: 'Realign…' }).click();
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Shippers and carriers count on us' }).click();
    await until(() => code.text('okrs/FY26-Q2/risk.strategy'), (text) => text !== before);
    assert.match(await code.text('okrs/FY26-Q2/risk.strategy'), /supports reliable\n/);
    await code.open('okrs/FY26-Q2/risk.strategy');
    await code.command('workbench.action.files.revert');
    await until(() => code.text('okrs/FY26-Q2/risk.strategy'), (text) => text === before);
  });

  it('asks for a check-in where a thing can be checked in', async () => {
    await row('Fraud does not pay').hover();
    await row('Fraud does not pay').getByRole('button', { name: 'Record Check-in' }).click();
    await code.page.locator('.quick-input-widget', { hasText: 'Record Check-in' }).waitFor();
    await code.page.keyboard.press('Escape');
  });

  it('is grouped by owner and by period by its buttons', async () => {
    await code.command('throughline.strategy.byOwner');
    await row('Pricing & Data').waitFor();
    await code.shoot('tree-by-owner');
    await code.command('throughline.strategy.byPeriod');
    await row('FY26-Q2').waitFor();
    await code.command('throughline.strategy.byGoal');
    await row('Every booking pays its way').waitFor();
  });
});

describe('the view Strategy without a strategy', function () {
  this.timeout(60_000);
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    code = await CodeWindow.open('web', (folder) => cp(join(workspaces, 'no-strategy'), folder, { recursive: true }));
  });

  after(async () => { await code.close(); });

  it('welcomes, and begins one', async () => {
    await code.command('throughline.strategy.focus');
    await code.page.locator('.welcome-view-content', { hasText: 'There is no strategy in this workspace yet' }).first().waitFor();
    await code.page.getByRole('button', { name: 'New Strategy' }).click();
    await code.page.locator('.quick-input-widget', { hasText: 'New Strategy' }).waitFor();
  });
});
