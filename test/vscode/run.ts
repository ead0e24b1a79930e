/**
 * Runs the suite inside a real VS Code, in its Node extension host and in its web-worker extension host.
 *
 *   node test/vscode/run.ts [--host desktop|server] [--extension-host node|web] [--session NAME] [--report FILE]
 *
 * Needs a build in dist/. Each folder of suite/ is a session: a workspace of its own, opened once in each
 * extension host. What VS Code logged and a picture of its window are in artifacts/ where a session failed.
 */

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { findDesktop, runInDesktop } from './desktop-host.ts';
import { install } from './installation.ts';
import { openInbox, type Report } from './results.ts';
import { startServer, type ExtensionHost, type Opening, type Server } from './server-host.ts';
import { stageExtension, stageSuite } from './staging.ts';
import { stageWorkspace } from './workspaces.ts';

/** Opens VS Code for a suite and returns when it may be closed: when `finished` is settled. */
interface Host {
  readonly name: string;
  run(opening: Opening, started: () => Promise<number>, finished: Promise<unknown>, log: string): Promise<void>;
  stop(): Promise<void>;
}

const suites = join(import.meta.dirname, 'suite');
const artifacts = join(import.meta.dirname, 'artifacts');
/** Seconds without a word from a suite after which it is given up. */
const patience = 120;

async function serverHost(folder: string): Promise<Host> {
  const installation = await install((line) => { console.log(line); });
  const server: Server = await startServer(installation, folder);
  const browser: Browser = await launch(installation);
  return {
    name: 'VS Code server in Chromium',
    async run(opening, started, finished, log) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      try {
        await openUntilStarted(page, server.open(opening), started);
        await finished;
      } catch (error) {
        await page.screenshot({ path: `${log}.png` }).catch(() => null);
        await writeFile(`${log}.log`, [...lines, '', '--- server ---', server.log()].join('\n'));
        throw error;
      } finally {
        await page.close();
      }
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

function desktopHost(executable: string, folder: string): Host {
  return {
    name: `desktop VS Code (${executable})`,
    async run(opening, _started, finished) {
      const exited = runInDesktop(executable, join(folder, 'profile'), opening);
      await Promise.race([finished, exited.then(() => finished)]);
      await exited.catch(() => null);
    },
    stop: () => Promise.resolve(),
  };
}

/**
 * Opens the page until the suite runs in a workspace with folders: VS Code's server now and then gives up reading a
 * workspace file while it starts, and shows it as empty.
 */
async function openUntilStarted(page: Page, address: string, started: () => Promise<number>): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const folders = started();
    await page.goto(address);
    if (await Promise.race([folders, page.waitForTimeout(20_000).then(() => 0)]) > 0) return;
  }
}

async function chooseHost(asked: string | undefined, folder: string): Promise<Host> {
  if (asked === 'server') return serverHost(folder);
  const desktop = await findDesktop();
  if (desktop !== null) return desktopHost(desktop, folder);
  if (asked === 'desktop') throw new Error('no desktop VS Code: name one by VSCODE_EXECUTABLE_PATH, or give a display and a network to download it');
  return serverHost(folder);
}

async function names(folder: string, matches: (name: string, directory: boolean) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => matches(entry.name, entry.isDirectory())).map((entry) => entry.name).sort();
}

/** One session in one extension host; what failed is in the reports. */
async function runSession(host: Host, extensionHost: ExtensionHost, session: string, folder: string): Promise<readonly Report[]> {
  let starting: (folders: number) => void = () => undefined;
  const started = (): Promise<number> => new Promise((resolve) => { starting = resolve; });
  const inbox = await openInbox((report) => {
    if (report.type === 'started') starting(report.folders);
    if (report.type === 'passed') console.log(`    ok      ${report.title}`);
    if (report.type === 'failed') console.log(`    FAILED  ${report.title}\n${report.error.replace(/^/gm, '            ')}`);
  });
  const extension = join(folder, `extension-${extensionHost}`);
  const tests = await stageSuite(extension, session, await names(join(suites, session), (name) => name.endsWith('.test.ts')), inbox.address);
  const workspace = await stageWorkspace(session, join(folder, `${extensionHost}-${session}`));
  let reports: readonly Report[] = [];
  const finished = inbox.collect(patience).then((all) => {
    reports = all;
    const failed = all.filter((report) => report.type === 'failed').length;
    if (failed > 0) throw new Error(`${failed} failed`);
    if (!all.some((report) => report.type === 'passed')) throw new Error('no test ran');
  });
  // It may be given up while the window is still being opened; that is seen below.
  finished.catch(() => undefined);
  try {
    await host.run({ workspace, extension, extensionHost, tests }, started, finished, join(artifacts, `${extensionHost}-${session}`));
    return reports;
  } catch (error) {
    if (reports.some((report) => report.type === 'failed')) return reports;
    console.log(`    FAILED  ${String(error)}; see test/vscode/artifacts/${extensionHost}-${session}.log`);
    return [...reports, { type: 'failed', title: `the session ${session} runs`, error: String(error) }];
  } finally {
    await inbox.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'host': { type: 'string' }, 'extension-host': { type: 'string' }, 'session': { type: 'string' }, 'report': { type: 'string' } },
  });
  await mkdir(artifacts, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'throughline-vscode-'));
  const host = await chooseHost(values.host, join(folder, 'host'));
  const reports: Report[] = [];
  try {
    console.log(host.name);
    const sessions = await names(suites, (name, directory) => directory && (values.session ?? name) === name);
    for (const extensionHost of (['node', 'web'] as const).filter((kind) => (values['extension-host'] ?? kind) === kind)) {
      await stageExtension(join(folder, `extension-${extensionHost}`), extensionHost);
      for (const session of sessions) {
        console.log(`  ${extensionHost} extension host, ${session}`);
        reports.push(...await runSession(host, extensionHost, session, folder));
      }
    }
  } finally {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const passed = reports.filter((report) => report.type === 'passed').length;
  const failed = reports.filter((report) => report.type === 'failed').length;
  if (values.report !== undefined) await writeFile(values.report, JSON.stringify({ passed, failed }));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
