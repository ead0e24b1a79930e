/** Real git repositories in temporary folders, and `throughline` run in them. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Ajv } from 'ajv';
import { Output } from '../../server/cli/output.ts';
import { runCommand } from '../../server/cli/program.ts';
import type { Review } from '../../server/review/review.ts';
import { NodeFileSystem } from '../../server/workspace/node-file-system.ts';
import { Folder, type Result } from './command.ts';

/** Nothing of the machine's own settings, and commits that are the same in every run. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Maya', GIT_AUTHOR_EMAIL: 'maya@example.org', GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z',
  GIT_COMMITTER_NAME: 'Maya', GIT_COMMITTER_EMAIL: 'maya@example.org', GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z',
};

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface RunIn {
  /** Where it runs, below the repository. */
  readonly in?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export class Repository {
  readonly folder: Folder;

  private constructor(folder: Folder) {
    this.folder = folder;
  }

  /** A repository whose branch `main` has one commit with these files. */
  static async with(files: Files): Promise<Repository> {
    const repository = await Repository.empty();
    await repository.commit(files);
    return repository;
  }

  static async empty(...options: readonly string[]): Promise<Repository> {
    const repository = new Repository(await Folder.with({}));
    repository.git('init', '--quiet', '--initial-branch=main', ...options);
    return repository;
  }

  /** The repository in a folder that is there. */
  static at(folder: Folder): Repository {
    return new Repository(folder);
  }

  get path(): string {
    return this.folder.path;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.path, env: { ...ENVIRONMENT, HOME: this.path }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  /** Writes files of the work tree; null takes one away. */
  async write(files: Files): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      if (content === null) await rm(join(this.path, name), { recursive: true });
      else await this.folder.write(name, content);
    }
  }

  /** Writes and commits files; the id of the commit. */
  async commit(files: Files, message = 'A change'): Promise<string> {
    await this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Runs `throughline` in this process. */
  async run(args: readonly string[], { in: where = '.', environment = {}, input = '' }: RunIn = {}): Promise<Result> {
    const [out, error] = [new Captured(), new Captured()];
    const status = await runCommand(args, {
      folder: join(this.path, where).replace(/\/$/, ''), environment: { ...ENVIRONMENT, HOME: this.path, ...environment },
      fileSystem: new NodeFileSystem(), output: new Output(out, error), input: Readable.from([Buffer.from(input)]), now: new Date('2026-03-01T12:00:00Z'),
    });
    return { status, out: out.text, error: error.text };
  }

  /** Runs `review --format json`, which must not fail, and holds what it writes against its schema. */
  async review(args: readonly string[], options: RunIn = {}): Promise<Review> {
    const { status, out, error } = await this.run(['review', '--format', 'json', ...args], options);
    assert.deepEqual({ status, error }, { status: 0, error: '' });
    return reviewIn(out);
  }
}

class Captured extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/review.schema.json', 'utf8')) as object);

/** The document that was written, which fits the schema. */
export function reviewIn(out: string): Review {
  const document: unknown = JSON.parse(out);
  validate(document);
  assert.deepEqual(validate.errors, null);
  return document as Review;
}

/** `risk kind id` of every change. */
export function changesIn({ changes }: Review): readonly string[] {
  return changes.map(({ risk, kind, subject }) => `${risk} ${kind} ${subject.id}`);
}

