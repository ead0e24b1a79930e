/**
 * `npm start`: opens the samples in VS Code with the extension, built anew. In your own VS Code where there is one
 * (`code` on the PATH); else in VS Code's own server on this machine, until Ctrl-C, at the address that is printed.
 *
 *   npm start [-- FOLDER]     another folder than the samples
 *   npm start -- --server     the server, even where there is a `code`
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
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

/** What the samples show. */
const expectation = `
What to expect: the words underlined in okrs.strategy are the mistakes of a first attempt at OKRs; hover over one,
or see View > Problems for all. In the Explorer on the left stand two more strategies; acme-cloud has no finding.`;

function openDesktop(command: string, workspace: string, file: string | undefined): void {
  spawn(command, ['--new-window', `--extensionDevelopmentPath=${root}`, workspace, ...file === undefined ? [] : [file]], { stdio: 'ignore', detached: true, shell: process.platform === 'win32' }).unref();
  console.log(`VS Code opens with ${workspace} and the extension.${file === undefined ? '' : expectation}`);
}

async function serve(workspace: string, file: string | undefined): Promise<void> {
  const installation = await install((line) => { console.log(line); });
  const data = await mkdtemp(join(tmpdir(), 'throughline-start-'));
  const server = await startServer(installation, data);
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { done(); });
  });
  const address = server.open({ workspace, extension: root, extensionHost: 'node', tests: null, ...file === undefined ? {} : { file } });
  console.log(`\nVS Code runs on this machine. Open this address in a browser:\n\n  ${address}\n${file === undefined ? '' : expectation}\nCtrl-C ends it.`);
  await stopped;
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

const { values, positionals } = parseArgs({ options: { server: { type: 'boolean', default: false } }, allowPositionals: true });
await buildAll();
const [folder] = positionals;
const samples = join(root, 'samples');
const workspace = folder === undefined ? samples : resolve(folder);
const file = folder === undefined ? join(samples, 'first-okrs/okrs.strategy') : undefined;
const command = values.server ? null : desktopCommand();
if (command === null) await serve(workspace, file);
else openDesktop(command, workspace, file);
