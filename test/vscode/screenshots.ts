/**
 * `npm run screenshots [-- SCENE ...]`: pictures of the extension in a real VS Code, on the samples, into `docs/images/`.
 * Look at them before you commit them.
 */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import optimise, { init } from '@jsquash/oxipng/optimise.js';
import type { Page } from 'playwright-core';
import { buildAll } from '../../.ci/build.ts';
import { launch } from './browser.ts';
import { commentPage } from './comment-picture.ts';
import { install } from './installation.ts';
import { REPORT_PICTURES, reportPage } from './report-pictures.ts';
import { startPuppeteer, type Action, type Puppeteer } from './puppeteer.ts';
import { startServer } from './server-host.ts';
import { stageExtension, stageModule } from './staging.ts';
import { stageWorkspace } from './workspaces.ts';

const root = join(import.meta.dirname, '../..');
const images = join(root, 'docs/images');
const LARGEST = 600_000;

/** A quiet window: what is in the picture is the strategy and what is said of it. */
const settings = {
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.matchBrackets': 'never',
  'breadcrumbs.enabled': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.editor.empty.hint': 'hidden',
  'explorer.openEditors.visible': 0,
  'outline.problems.enabled': false,
};

/** Waits until nothing moves any more in the window. */
async function still(page: Page, milliseconds = 1200): Promise<void> {
  await page.waitForLoadState('domcontentloaded');
  await page.waitForTimeout(milliseconds);
}

async function shoot(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  await still(page);
  const picture = await optimise(Uint8Array.from(await page.screenshot({ animations: 'disabled', fullPage })).buffer, { level: 2 });
  await writeFile(join(images, `${name}.png`), Buffer.from(picture));
  console.log(`docs/images/${name}.png  ${(picture.byteLength / 1000).toFixed(0)} kB`);
  if (picture.byteLength > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST / 1000} kB`);
}

/** The program that packs pictures without loss is WebAssembly, which it would fetch from where a page is. */
async function loadOptimiser(): Promise<void> {
  await init(await readFile(fileURLToPath(import.meta.resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm'))));
}

/** What a scene does in the window. */
interface Window {
  readonly page: Page;
  readonly command: (id: string, ...parameters: unknown[]) => Promise<void>;
  readonly open: (path: string, at?: string | null, into?: number) => Promise<void>;
  readonly theme: (name: string) => Promise<void>;
  readonly escape: () => Promise<void>;
}

function windowOf(page: Page, puppeteer: Puppeteer): Window {
  const perform = async (action: Action): Promise<void> => { await puppeteer.perform(action); };
  return {
    page,
    command: (id, ...parameters) => perform({ type: 'command', command: id, parameters }),
    open: (path, at = null, into = 0) => perform({ type: 'open', path, at, into }),
    theme: (name) => perform({ type: 'setting', key: 'workbench.colorTheme', value: name }),
    escape: async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  };
}

/** Some pictures on one workspace. */
interface Scene {
  readonly name: string;
  /** Puts the workspace into an empty folder. */
  readonly stage: (folder: string) => Promise<unknown>;
  readonly take: (window: Window) => Promise<void>;
}

async function takeFindings({ page, command, open, theme, escape }: Window): Promise<void> {
  await theme('Default Dark Modern');
  await open('okrs.strategy');
  await command('workbench.actions.view.problems');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor({ timeout: 30_000 });
  await open('okrs.strategy');
  await command('notifications.clearAll');
  await shoot(page, 'findings-dark');
  await theme('Default Light Modern');
  await shoot(page, 'findings-light');

  await command('workbench.action.closePanel');
  await open('okrs.strategy', 'metric opens', 'metric op'.length);
  await command('editor.action.showHover');
  await shoot(page, 'hover');
  await escape();

  await open('okrs.strategy', 'loves', 1);
  await command('editor.action.quickFix');
  await shoot(page, 'quick-fix');
  await escape();

  await open('okrs.strategy', 'supports more-offices', 'supports '.length);
  await command('editor.action.triggerSuggest');
  await shoot(page, 'completion');
  await escape();

  await command('workbench.action.closeSidebar');
  // What the maker of the server says of itself there is not about this extension.
  await page.addStyleTag({ content: '.getting-started-footer { display: none !important; }' });
  await command('workbench.action.openWalkthrough', 'throughline.throughline-vscode#start', false);
  await shoot(page, 'walkthrough');
}

/** A branch that lowers a target: the changes by risk, lenses over the text, and the map of what changed. */
async function takeReview({ page, command, open, theme }: Window): Promise<void> {
  await theme('Default Light Modern');
  await open('okrs/growth.strategy');
  await command('throughline.review', 'main');
  await page.locator('.monaco-list-row', { hasText: 'High risk' }).waitFor({ timeout: 30_000 });
  await command('throughline.showReviewInMap');
  await page.locator('iframe.webview').first().waitFor({ timeout: 30_000 });
  await command('notifications.clearAll');
  await still(page, 3000);
  await shoot(page, 'review');
}

async function takePreview({ page, command, open, theme }: Window): Promise<void> {
  await command('workbench.action.closeSidebar');
  for (const [name, view] of [['Default Light Modern', 'map'], ['Default Dark Modern', 'scorecard']] as const) {
    await theme(name);
    await open('company/goals.strategy');
    await command('throughline.openPreviewToSide', undefined, view);
    await page.locator('iframe.webview').first().waitFor({ timeout: 30_000 });
    await command('notifications.clearAll');
    await still(page, 3000);
    await shoot(page, `preview-${view}`);
  }
}

const sample = (name: string) => (folder: string): Promise<unknown> => cp(join(root, 'samples', name), folder, { recursive: true });

const SCENES: readonly Scene[] = [
  { name: 'first-okrs', stage: sample('first-okrs'), take: takeFindings },
  { name: 'review', stage: (folder) => stageWorkspace('review', folder), take: takeReview },
  { name: 'scale-up', stage: sample('scale-up'), take: takePreview },
];

/** The comment of the Action that is shown in the guide. */
const COMMENT = join(root, 'samples/demonstration/comments/10-prices-by-themselves.md');

const asked = process.argv.slice(2);
const installation = await install((line) => { console.log(line); });
await buildAll();
await loadOptimiser();
await mkdir(images, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'throughline-pictures-'));
const extension = await stageExtension(join(folder, 'extension'), 'node');
const server = await startServer(installation, join(folder, 'host'), settings);
const browser = await launch(installation);
try {
  for (const scene of SCENES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const workspace = join(folder, scene.name);
    await mkdir(workspace, { recursive: true });
    await scene.stage(workspace);
    const puppeteer = await startPuppeteer();
    const tests = await stageModule(join(extension, 'puppet.cjs'), `export { run } from './puppet.ts';`, import.meta.dirname, puppeteer.address);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
    await page.goto(server.open({ workspace, extension, extensionHost: 'node', tests }));
    await puppeteer.ready;
    await scene.take(windowOf(page, puppeteer));
    await page.close();
    puppeteer.close();
  }
  if (asked.length === 0 || asked.includes('comment')) {
    const page = await commentPage(browser, COMMENT);
    await shoot(page, 'comment', { fullPage: true });
    await page.close();
  }
  if (asked.length === 0 || asked.includes('report')) {
    for (const picture of REPORT_PICTURES) {
      const page = await reportPage(browser, folder, 'scale-up', picture);
      await shoot(page, picture.name, { fullPage: picture.view !== null });
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
