/** The workspaces that the sessions open: copies, so that a suite may write in them. */

import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const samples = join(root, 'samples');
const fixtures = join(import.meta.dirname, 'workspaces');

/** What the command finds in a folder, for a suite to compare with what the editor shows. */
async function findings(folder: string): Promise<string> {
  const command = join(root, 'dist/cli.js');
  const run = promisify(execFile)(process.execPath, [command, 'check', '--format', 'json'], { cwd: folder, maxBuffer: 1 << 26 });
  // Status 1 says that there are findings.
  const { stdout } = await run.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error) return { stdout: String(error.stdout) };
    throw error;
  });
  return stdout;
}

async function workspaceFile(folder: string, folders: readonly string[]): Promise<string> {
  const path = join(folder, 'all.code-workspace');
  await writeFile(path, JSON.stringify({ folders: folders.map((name) => ({ path: name })) }));
  return path;
}

/** Copies the workspace of a session into `folder`; returns what VS Code is to open. */
export async function stageWorkspace(session: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (session !== 'samples') {
    await cp(join(fixtures, session), folder, { recursive: true });
    return session === 'two-folders' ? workspaceFile(folder, ['north', 'south']) : folder;
  }
  for (const name of ['acme-cloud', 'first-okrs', 'scale-up']) {
    await cp(join(samples, name), join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'expected.json'), await findings(join(folder, name)));
  }
  return folder;
}
