/** A review of 50 changed files, beside `git diff` of the same range as the floor and a full check of both sides. */

import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asOf, generateStrategy } from './strategies.ts';
import { median, milliseconds, row, type Row } from './table.ts';

const command = join(import.meta.dirname, '../../dist/cli.js');
const CHANGED = 50;
/** Bytes of what a command may write. */
const MOST_OUTPUT = 1 << 30;

const environment = {
  PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Bench', GIT_AUTHOR_EMAIL: 'bench@example.org', GIT_COMMITTER_NAME: 'Bench', GIT_COMMITTER_EMAIL: 'bench@example.org',
};

/** Milliseconds of a program from start to end, the median of several runs. Findings (status 1) are no failure. */
function time(runs: number, program: string, args: readonly string[], folder: string): number {
  return median(Array.from({ length: runs }, () => {
    const start = performance.now();
    try {
      execFileSync(program, args, { cwd: folder, env: environment, maxBuffer: MOST_OUTPUT, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      if (!(error instanceof Error) || !('status' in error) || error.status !== 1) throw error;
    }
    return performance.now() - start;
  }));
}

/** A repository of so many files whose branch `changed` lowers a target in 50 of them. */
async function writeRepository(folder: string, size: number): Promise<void> {
  const { files } = generateStrategy(size);
  const git = (...args: readonly string[]): void => { execFileSync('git', args, { cwd: folder, env: environment, stdio: 'ignore' }); };
  await mkdir(folder, { recursive: true });
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(folder, 'throughline.json'), JSON.stringify({ asOf }));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=Before');
  git('checkout', '--quiet', '-b', 'changed');
  const step = Math.max(1, Math.floor(files.length / CHANGED));
  for (const { path, text } of files.filter((_, index) => index % step === 0).slice(0, CHANGED)) {
    await writeFile(join(folder, path), text.replace(/(goal goal-a[^}]*from 18% to )\d+%/, '$119%'));
  }
  git('commit', '--quiet', '--all', '--message=After');
}

/** One pair of rows for each size. */
export async function reviewRows(scratch: string, sizes: readonly number[], runs: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    console.log(`${size.toLocaleString('en')} files under git ...`);
    const folder = join(scratch, `repository-${size}`);
    await writeRepository(folder, size);
    const times = size > 2000 ? 1 : runs;
    const node = (...args: readonly string[]): number => time(times, process.execPath, ['--max-old-space-size=12000', command, ...args], folder);
    const review = node('review', 'main', 'changed', '--format', 'json');
    const check = node('check', '--format', 'json');
    const diff = time(times, 'git', ['diff', 'main...changed'], folder);
    const name = `review of ${CHANGED} changed files in ${size.toLocaleString('en')}`;
    rows.push(
      row(`${name} (full check of both sides)`, review, 2 * check, milliseconds, 'over 1x'),
      row('  the floor (git diff)', review, diff, milliseconds, ''),
    );
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}
