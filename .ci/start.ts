/**
 * `npm start`: opens the samples in VS Code with the extension, built anew. In your own VS Code where there is one
 * (`code` on the PATH); else in VS Code's own server on this machine, until Ctrl-C, at the address that is printed.
 *
 *   npm start [-- FOLDER]     another folder or .code-workspace file than the samples
 *   npm start -- --server     the server, even where there is a `code`
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from '../test/vscode/installation.ts';
import { startServer } from '../test/vscode/server-host.ts';
import { buildAll } from './build.ts';

const root = dirname(import.meta.dirname);

/** A desktop VS Code that can be started by a command; null where there is none. */
function desktopCommand(): string | null {
  const found = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return found.status === 0 ? 'code' : null;
}

const expectation = `What to expect: three strategies in the Explorer on the left. Open first-okrs and any file in it: the words
underlined are its mistakes, and View > Problems lists them all. acme-cloud has none.`;

function openDesktop(command: string, workspace: string): void {
  spawn(command, ['--new-window', `--extensionDevelopmentPath=${root}`, workspace], { stdio: 'ignore', detached: true, shell: process.platform === 'win32' }).unref();
  console.log(`VS Code opens with ${workspace} and the extension.\n${expectation}`);
}

async function serve(workspace: string): Promise<void> {
  const installation = await install((line) => { console.log(line); });
  const data = await mkdtemp(join(tmpdir(), 'throughline-start-'));
  const server = await startServer(installation, data, { 'workbench.startupEditor': 'readme' });
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { done(); });
  });
  const address = server.open({ workspace, extension: root, extensionHost: 'node', tests: null });
  console.log(`\nVS Code runs on this machine. Open this address in a browser:\n\n  ${address}\n\n${expectation}\nCtrl-C ends it.`);
  await stopped;
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

/** The samples side by side: each is a strategy of its own. */
async function samplesWorkspace(): Promise<string> {
  const path = join(root, 'node_modules/.throughline/samples.code-workspace');
  await mkdir(dirname(path), { recursive: true });
  const folders = ['acme-cloud', 'first-okrs', 'scale-up'].map((name) => ({ name, path: join(root, 'samples', name) }));
  await writeFile(path, JSON.stringify({ folders }, null, 2));
  return path;
}

const { values, positionals } = parseArgs({ options: { server: { type: 'boolean', default: false } }, allowPositionals: true });
await buildAll();
const [folder] = positionals;
const workspace = folder === undefined ? await samplesWorkspace() : resolve(folder);
const command = values.server ? null : desktopCommand();
if (command === null) await serve(workspace);
else openDesktop(command, workspace);
