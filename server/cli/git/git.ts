/**
 * Runs git so that it only reads: without a shell, and so that nothing that a repository's configuration names (hooks,
 * filters, file system monitors, pagers, transports) is executed.
 */

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { devNull } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { UsageError } from '../output.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a call of git came to. */
export interface GitResult {
  readonly status: number | null;
  readonly out: Buffer;
  readonly error: string;
}

const HARMLESS: readonly string[] = [
  '--no-pager', '--literal-pathspecs',
  '-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`, '-c', 'core.quotePath=false',
];

/** No transport is allowed by that name, so that a partial clone fetches nothing: reviews work without network. */
const NO_TRANSPORT = 'none';

function harmless(environment: Environment): NodeJS.ProcessEnv {
  return {
    ...environment,
    GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: NO_TRANSPORT,
    GIT_PAGER: 'cat', LC_ALL: 'C',
  };
}

/** A running git whose input and output are streams. */
export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

export class Git {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;

  /** `folder` is where it runs. */
  constructor(folder: string, environment: Environment) {
    this.#folder = folder;
    this.#environment = harmless(environment);
  }

  /** Starts git with these arguments. */
  start(args: readonly string[]): GitProcess {
    return spawn('git', [...HARMLESS, ...args], { cwd: this.#folder, env: this.#environment, stdio: 'pipe', windowsHide: true });
  }

  /** Runs git to its end; its output goes to `onOutput` where that is given. Rejects where there is no git. */
  async run(args: readonly string[], onOutput?: (data: Buffer) => void): Promise<GitResult> {
    const child = this.start(args);
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on('data', onOutput ?? ((data: Buffer) => out.push(data)));
    child.stderr.on('data', (data: Buffer) => error.push(data));
    child.stdin.on('error', () => { /* It reads none, and may end before that is told. */ });
    child.stdin.end();
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', (failure) => { reject(cannotRun(failure)); }).on('close', resolve);
    });
    return { status, out: Buffer.concat(out), error: Buffer.concat(error).toString() };
  }

  /** The output of a call that ought to succeed; `what` says what could not be done where it fails. */
  async output(args: readonly string[], what: string): Promise<Buffer> {
    const result = await this.run(args);
    if (result.status !== 0) throw new UsageError(`${what}: ${firstLine(result.error)}`);
    return result.out;
  }
}

/** Why git could not be started, as an error for the user. */
export function cannotRun(failure: Error): Error {
  if ('code' in failure && failure.code === 'ENOENT') return new UsageError('git is needed to compare revisions, and is not installed (or not on the PATH)');
  return failure;
}

/** What git complains of, without its `fatal:`. */
export function firstLine(error: string): string {
  const lines = error.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const line = lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines[0] ?? 'git gave no reason';
  return line.replace(/^(?:fatal|error): /, '');
}
