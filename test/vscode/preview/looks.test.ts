/** What a preview looks like in every theme, and whether everybody can use it. */

import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeWindow, groundOf, PATIENCE, until } from './code-window.ts';

const samples = join(import.meta.dirname, '../../../samples');
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high contrast': 'Default High Contrast', 'high contrast light': 'Default High Contrast Light' } as const;
const VIEWS = ['Map', 'Scorecard', 'Timeline', 'Metrics', 'Owners'] as const;
const GROUND = { light: [255, 255, 255], dark: [31, 31, 31], 'high contrast': [0, 0, 0], 'high contrast light': [255, 255, 255] } as const;

describe('a preview looks well', function () {
  this.timeout(90_000);
  let code: CodeWindow;

  before(async function () {
    this.timeout(180_000);
    code = await CodeWindow.open('node', (folder) => cp(join(samples, 'scale-up'), folder, { recursive: true }));
    code.page.setDefaultTimeout(PATIENCE);
    await code.command('workbench.action.closeSidebar');
    await code.open('company/goals.strategy');
    await code.command('throughline.openPreview');
    await code.preview.locator('.stage svg.picture').waitFor({ timeout: 30_000 });
  });

  after(async () => { await code.close(); });

  for (const [theme, name] of Object.entries(THEMES)) {
    it(`in ${theme}: every view follows the theme at once, and axe finds nothing in it`, async () => {
      await code.theme(name);
      const ground = GROUND[theme as keyof typeof GROUND].join(', ');
      await until(() => groundOf(code), (colour) => colour === `rgb(${ground})`);
      const problems: string[] = [];
      for (const view of VIEWS) {
        await code.preview.getByRole('tab', { name: view }).click();
        await code.preview.locator(`section.view.${view.toLowerCase()}`).waitFor();
        await code.shoot(`look-${theme.replaceAll(' ', '-')}-${view.toLowerCase()}`);
        problems.push(...(await code.accessibilityProblems()).map((problem) => `${view}: ${problem}`));
      }
      assert.deepEqual(problems, []);
    });
  }
});
