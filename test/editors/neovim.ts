/**
 * Neovim for the tests: the `nvim` of the machine, else Debian's package unpacked into a folder of the repository
 * that is not in git. Nothing is installed on the machine, and nobody needs to be its administrator.
 */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FOLDER = join(import.meta.dirname, '.neovim');
const UNPACKED = join(FOLDER, 'debian');

/** How to start Neovim: a program, and what its environment needs. */
export interface Neovim {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `[0, 9]` for 0.9.5. */
  readonly version: readonly [major: number, minor: number];
}

/** Finds Neovim, or gets it; throws with one line that says how to get it where neither works. */
export async function neovim(): Promise<Neovim> {
  const found = await started('nvim', {});
  if (found !== null) return found;
  try {
    if (!existsSync(UNPACKED)) await unpack();
  } catch (error) {
    throw new Error('Neovim is missing: install it (`apt-get install neovim`, `brew install neovim`), or have `apt-get` reach a Debian mirror', { cause: error });
  }
  const libraries = await libraryFolders(join(UNPACKED, 'usr/lib'));
  const unpacked = await started(join(UNPACKED, 'usr/bin/nvim'), {
    LD_LIBRARY_PATH: libraries.join(':'),
    VIMRUNTIME: join(UNPACKED, 'usr/share/nvim/runtime'),
    LUA_CPATH: libraries.map((folder) => `${folder}/lua/5.1/?.so`).join(';'),
  });
  if (unpacked === null) throw new Error('The Neovim of Debian\'s package does not start here: install Neovim by hand');
  return unpacked;
}

async function started(program: string, environment: Readonly<Record<string, string>>): Promise<Neovim | null> {
  try {
    const { stdout } = await run(program, ['--version'], { env: { ...process.env, ...environment } });
    const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(stdout) ?? [];
    return major === undefined || minor === undefined ? null : { program, environment, version: [Number(major), Number(minor)] };
  } catch {
    return null;
  }
}

async function libraryFolders(lib: string): Promise<string[]> {
  const entries = await readdir(lib, { withFileTypes: true });
  return [lib, ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(lib, name))];
}

/** Downloads the package, with what it depends on and the machine lacks, by lists of its own. */
async function unpack(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const scratch = await mkdtemp(join(FOLDER, 'download-'));
  try {
    await Promise.all(['lists/partial', 'cache/archives/partial', 'packages', 'unpacked'].map((name) => mkdir(join(scratch, name), { recursive: true })));
    const options = ['-o', `Dir::State::lists=${scratch}/lists`, '-o', `Dir::Cache=${scratch}/cache`, '-o', 'APT::Sandbox::User='];
    await run('apt-get', [...options, '-qq', 'update']);
    const { stdout } = await run('apt-cache', [
      ...options, 'depends', '--recurse', '--no-recommends', '--no-suggests', '--no-conflicts', '--no-breaks', '--no-replaces', '--no-enhances', 'neovim',
    ]);
    const needed = stdout.split('\n').filter((line) => /^[a-z0-9]/.test(line));
    const missing = await Promise.all(needed.map(async (name) => (!name.startsWith('neovim') && await isInstalled(name) ? [] : [name])));
    await run('apt-get', [...options, '-qq', 'download', ...missing.flat()], { cwd: join(scratch, 'packages') });
    for (const file of await readdir(join(scratch, 'packages'))) {
      await run('dpkg-deb', ['-x', join(scratch, 'packages', file), join(scratch, 'unpacked')]);
    }
    await rename(join(scratch, 'unpacked'), UNPACKED);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function isInstalled(name: string): Promise<boolean> {
  try {
    const { stdout } = await run('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name]);
    return stdout === 'installed';
  } catch {
    return false;
  }
}
