/** Running the built command in temporary folders. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The build; `THROUGHLINE_CLI` names another one, such as that of an installed package. */
export const COMMAND = process.env.THROUGHLINE_CLI ?? join(import.meta.dirname, '../../dist/cli.js');

export interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

export interface RunOptions {
  /** Where it runs, below the folder. */
  readonly in?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** The program that runs the command, instead of this Node. */
  readonly node?: string;
}

/** A temporary folder with files in it. */
export class Folder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async with(files: Readonly<Record<string, string | Uint8Array>>): Promise<Folder> {
    const folder = new Folder(await realpath(await mkdtemp(join(tmpdir(), 'throughline-'))));
    made.push(folder);
    for (const [name, content] of Object.entries(files)) await folder.write(name, content);
    return folder;
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.path, name)), { recursive: true });
    await writeFile(join(this.path, name), content);
  }

  async read(name: string): Promise<string> {
    return readFile(join(this.path, name), 'utf8');
  }

  /** Runs `throughline` with these arguments. */
  async throughline(args: readonly string[], options: RunOptions = {}): Promise<Result> {
    if (!existsSync(COMMAND)) throw new Error('dist/cli.js is missing: npm run build writes it');
    return run(options.node ?? process.execPath, [COMMAND, ...args], join(this.path, options.in ?? '.'), options);
  }

  /** Runs a line of shell in which `$THROUGHLINE` is the command. */
  async shell(line: string, options: RunOptions = {}): Promise<Result> {
    const environment = { ...options.environment, THROUGHLINE: `${process.execPath} ${COMMAND}` };
    return run('sh', ['-c', line], join(this.path, options.in ?? '.'), { ...options, environment });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

const made: Folder[] = [];

/** Removes every folder that was made; for `afterEach`. */
export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) await folder.remove();
}

async function run(program: string, args: readonly string[], folder: string, { environment = {}, input }: RunOptions): Promise<Result> {
  const child = spawn(program, args, {
    cwd: folder, stdio: 'pipe',
    // Nothing of the machine's own settings but where programs are.
    env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...environment },
  });
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => error.push(data));
  child.stdin.on('error', () => { /* A command that reads no input may end before all of it is written. */ });
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { status, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() };
}

/** A goal, and an objective that serves it: no finding as of 2026-03-01. */
export const ALIGNED = `period FY26    2026-02-01 .. 2027-01-31
period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26

team growth "Growth"

metric activation "Trial teams that deploy in week one" {
  unit   %
  better up
}

goal win "Win the mid-market" {
  kind   business
  owner  growth
  period FY26
  metric activation from 18% to 50%
}

objective self-serve "Teams start without talking to us" {
  supports win
  owner    growth
  period   FY26-Q1

  kr "More trial teams deploy in week one" {
    metric  activation from 18% to 35%
    checkin 2026-02-28 22%
  }
  kr "Onboarding stays reliable" keep at most 0.5% now 0.4%
}
`;

/** An objective that names a goal that is not there. */
export const BROKEN = `objective lost "Nobody knows why" {
  supports nothing
  owner    growth
  period   FY26-Q1

  kr "More trial teams deploy"   { metric activation from 18% to 35% }
  kr "Onboarding stays reliable" keep at most 0.5% now 0.4%
}
`;

/** Judges by the day on which `ALIGNED` is well. */
export const SETTINGS = '{ "asOf": "2026-03-01" }\n';
