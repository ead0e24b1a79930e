/** VS Code's own server: the second host, for machines where no desktop VS Code can be had. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Installation } from './installation.ts';

export type ExtensionHost = 'node' | 'web';

export interface Opening {
  /** Absolute path of a folder, or of a `.code-workspace` file. */
  readonly workspace: string;
  /** Absolute path of the extension. */
  readonly extension: string;
  readonly extensionHost: ExtensionHost;
  /** Absolute path of the module whose `run()` the extension host calls; none in a session that a person uses. */
  readonly tests: string | null;
  /** Absolute path of a file to show at once. */
  readonly file?: string;
}

export interface Server {
  readonly address: string;
  /** The address that opens a workspace. */
  open(opening: Opening): string;
  /** What the server has written so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Settings for every window: nothing that asks, greets or changes by itself. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.hotExit': 'off',
  'files.autoSave': 'off',
};

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answers(address: string, child: ChildProcess, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end && child.exitCode === null) {
    const response = await fetch(`${address}/version`).catch(() => null);
    if (response?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Starts the server with its data in `folder`; `settings` go on top of quiet ones. */
export async function startServer(installation: Installation, folder: string, settings: Record<string, unknown> = {}): Promise<Server> {
  const machine = join(folder, 'data/Machine');
  await mkdir(machine, { recursive: true });
  await mkdir(join(folder, 'extensions'), { recursive: true });
  await writeFile(join(machine, 'settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));

  const port = await freePort();
  const authority = `127.0.0.1:${String(port)}`;
  const output: string[] = [];
  const child = spawn(installation.node, [
    installation.server, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
    '--enable-smoke-test-driver', '--disable-telemetry', '--disable-workspace-trust', '--server-data-dir', folder, '--extensions-dir', join(folder, 'extensions'),
  ], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const exited = new Promise<void>((resolve) => child.once('close', () => { resolve(); }));

  // Whatever ends this process ends the server too.
  const kill = (): void => { child.kill('SIGKILL'); };
  process.once('exit', kill);

  const server: Server = {
    address: `http://${authority}`,
    open({ workspace, extension, extensionHost, tests, file }) {
      const remote = (path: string): string => `vscode-remote://${authority}${encodeURI(path)}`;
      const payload = [['extensionDevelopmentPath', remote(extension)]];
      if (extensionHost === 'web') payload.push(['extensionDevelopmentKind', 'web']);
      if (file !== undefined) payload.push(['openFile', remote(file)]);
      if (tests !== null) payload.push(['extensionTestsPath', remote(tests)]);
      const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://${authority}/?${kind}=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
    log: () => output.join(''),
    async stop() {
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(killer);
      process.off('exit', kill);
    },
  };
  if (await answers(server.address, child, 60)) return server;
  await server.stop();
  throw new Error(`VS Code's server did not start:\n${server.log()}`);
}
