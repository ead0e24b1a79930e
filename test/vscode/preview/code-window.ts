/** A real VS Code with the extension, into whose pages a test reaches, and whose editor it moves. */

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launch } from '../browser.ts';
import { install } from '../installation.ts';
import { startPuppeteer, type Action, type Puppeteer } from '../puppeteer.ts';
import { startServer, type ExtensionHost, type Server } from '../server-host.ts';
import { stageExtension, stageModule } from '../staging.ts';

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const artifacts = join(import.meta.dirname, '../artifacts');

/** Milliseconds in which what is waited for must come. */
export const PATIENCE = 20_000;

export interface EditorState {
  readonly active: string | null;
  readonly tabs: readonly string[];
}

export class CodeWindow {
  readonly page: Page;
  readonly workspace: string;
  readonly #folder: string;
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #puppeteer: Puppeteer;
  readonly #log: string[];

  private constructor(parts: { page: Page; workspace: string; folder: string; server: Server; browser: Browser; puppeteer: Puppeteer; log: string[] }) {
    this.page = parts.page;
    this.workspace = parts.workspace;
    this.#folder = parts.folder;
    this.#server = parts.server;
    this.#browser = parts.browser;
    this.#puppeteer = parts.puppeteer;
    this.#log = parts.log;
  }

  /** Opens a workspace that `fill` writes, with the extension in one of its hosts. */
  static async open(extensionHost: ExtensionHost, fill: (folder: string) => Promise<unknown>, settings: Record<string, unknown> = {}): Promise<CodeWindow> {
    const installation = await install((line) => { console.log(line); });
    const folder = await mkdtemp(join(tmpdir(), 'throughline-preview-'));
    const workspace = join(folder, 'workspace');
    await mkdir(workspace);
    await fill(workspace);
    const extension = await stageExtension(join(folder, 'extension'), extensionHost);
    const puppeteer = await startPuppeteer();
    const tests = await stageModule(join(extension, 'puppet.cjs'), `export { run } from './puppet.ts';`, join(import.meta.dirname, '..'), puppeteer.address);
    const server = await startServer(installation, join(folder, 'host'), { ...QUIET, ...settings });
    const browser = await launch(installation);
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
    const log: string[] = [];
    page.on('console', (message) => log.push(message.text()));
    page.on('pageerror', (error) => log.push(`ERROR ${String(error)}`));
    await page.goto(server.open({ workspace, extension, extensionHost, tests }));
    await puppeteer.ready;
    return new CodeWindow({ page, workspace, folder, server, browser, puppeteer, log });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    this.#puppeteer.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Loads the window anew by VS Code's own command; what is not kept is gone. */
  async reload(): Promise<void> {
    const again = this.#puppeteer.restarted();
    await this.command('workbench.action.reloadWindow');
    await again;
  }

  /** A page of its own, beside VS Code. */
  newPage(): Promise<Page> {
    return this.#browser.newPage({ viewport: { width: 1300, height: 900 } });
  }

  /** What the page of VS Code, and the pages in it, wrote to the console. */
  get log(): readonly string[] {
    return this.#log;
  }

  perform(action: Action): Promise<unknown> {
    return this.#puppeteer.perform(action);
  }

  async command(command: string, ...parameters: readonly unknown[]): Promise<void> {
    await this.perform({ type: 'command', command, parameters });
  }

  /** Opens a file with the cursor in the text `at`. */
  async open(path: string, at: string | null = null, into = 0): Promise<void> {
    await this.perform({ type: 'open', path, at, into, column: 1 });
  }

  async text(path: string): Promise<string> {
    return String(await this.perform({ type: 'text', path }));
  }

  async replace(path: string, old: string, replacement: string): Promise<void> {
    await this.perform({ type: 'replace', path, old, new: replacement });
  }

  async selected(path: string): Promise<string | null> {
    const text = await this.perform({ type: 'selected', path });
    return typeof text === 'string' ? text : null;
  }

  async state(): Promise<EditorState> {
    return await this.perform({ type: 'state' }) as EditorState;
  }

  async theme(name: string): Promise<void> {
    await this.perform({ type: 'setting', key: 'workbench.colorTheme', value: name });
  }

  /** The page of the preview that is in sight. */
  get preview(): FrameLocator {
    return this.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe#active-frame');
  }

  /** What axe finds in the preview, as `rule: element`; nothing is best. */
  async accessibilityProblems(): Promise<string[]> {
    const handle = await this.preview.locator('.stage').elementHandle();
    const frame = await handle.ownerFrame();
    if (frame === null) throw new Error('The preview is gone');
    await frame.evaluate(await readFile(axe, 'utf8'));
    return frame.evaluate(async () => {
      interface Results { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }[] }
      const { violations } = await (globalThis as unknown as { axe: { run: (options: object) => Promise<Results> } }).axe.run({ resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`));
    });
  }

  /** What the picture shows of a thing; several where it shows it more than once. */
  element(id: string): Locator {
    return this.preview.locator(`.stage [data-key][data-id="${id}"]`).first();
  }

  /** A picture of the window, for eyes; artifacts are not kept. */
  async shoot(name: string): Promise<void> {
    await mkdir(artifacts, { recursive: true });
    await this.page.screenshot({ path: join(artifacts, `${name}.png`) });
  }
}

/** The colour on which the preview stands. */
export function groundOf(code: CodeWindow): Promise<string> {
  return code.preview.locator('body').evaluate((body: unknown) => {
    const page = globalThis as unknown as { getComputedStyle: (element: unknown) => { readonly backgroundColor: string } };
    return page.getComputedStyle(body).backgroundColor;
  });
}

/** Nothing beside the text and the preview. */
const QUIET = {
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'default',
};

/** Waits until `read` gives what `holds` accepts, and returns it; says what was there at last where it does not come. */
export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain; at last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
