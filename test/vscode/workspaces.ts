/** The workspaces that the sessions open: copies, so that a suite may write in them. */

import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
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

/** Runs git as somebody whom no configuration of this machine touches. */
async function git(folder: string, ...parameters: readonly string[]): Promise<void> {
  const person = { GIT_AUTHOR_NAME: 'Maya', GIT_AUTHOR_EMAIL: 'maya@example.com', GIT_COMMITTER_NAME: 'Maya', GIT_COMMITTER_EMAIL: 'maya@example.com' };
  const date = { GIT_AUTHOR_DATE: '2026-02-10T09:00:00Z', GIT_COMMITTER_DATE: '2026-02-10T09:00:00Z' };
  await promisify(execFile)('git', parameters, { cwd: folder, env: { ...process.env, ...person, ...date, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' } });
}

/** A repository whose branch lowers a target, in a commit; another objective is in a file that git does not know yet. */
async function stageRepository(folder: string): Promise<void> {
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--message', 'The strategy of the quarter');
  await git(folder, 'checkout', '--quiet', '-b', 'softer');
  const growth = join(folder, 'okrs/growth.strategy');
  await writeFile(growth, (await readFile(growth, 'utf8')).replace('metric activation from 18% to 35%', 'metric activation from 18% to 30%'));
  await git(folder, 'commit', '--quiet', '--all', '--message', 'A softer target');
  await writeFile(join(folder, 'okrs/new.strategy'), `objective partners "Partners bring teams to us" {
  owner    growth
  period   FY26-Q1
  supports win-midmarket

  kr signed "Partners have signed" from 0 to 8
  kr brought "Teams came by partners" from 0 to 40
}
`);
}

/** Copies the workspace of a session into `folder`; returns what VS Code is to open. */
export async function stageWorkspace(session: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (session !== 'samples') {
    await cp(join(fixtures, session), folder, { recursive: true });
    if (session === 'review') await stageRepository(folder);
    return session === 'two-folders' ? workspaceFile(folder, ['north', 'south']) : folder;
  }
  for (const name of ['acme-cloud', 'first-okrs', 'scale-up']) {
    await cp(join(samples, name), join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'expected.json'), await findings(join(folder, name)));
  }
  return folder;
}
