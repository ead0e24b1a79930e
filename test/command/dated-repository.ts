/** Git repositories in temporary folders whose commits have days and authors. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Folder, type Result } from './command.ts';

const run = promisify(execFile);

/** A folder under git, with commits of a fixed person and of days that a test names. */
export class DatedRepository {
  readonly folder: Folder;

  private constructor(folder: Folder) {
    this.folder = folder;
  }

  /** A repository on branch `main` with these files in its first commit. */
  static async with(files: Readonly<Record<string, string>>, day = '2026-01-01'): Promise<DatedRepository> {
    const repository = new DatedRepository(await Folder.with({}));
    await repository.git('init', '-q', '-b', 'main');
    await repository.commit('The strategy', files, day);
    return repository;
  }

  /** Runs git; standard output without its last line end. Rejects where git fails. */
  async git(...args: readonly string[]): Promise<string> {
    return (await this.tryGit({}, ...args)).trimEnd();
  }

  /** Writes files (null removes one) and commits everything; the commit's id. */
  async commit(message: string, files: Readonly<Record<string, string | null>>, day = '2026-01-01', author = 'Maya Okafor <maya@example.com>'): Promise<string> {
    for (const [name, content] of Object.entries(files)) {
      if (content === null) await this.git('rm', '-q', '--', name);
      else await this.folder.write(name, content);
    }
    await this.git('add', '-A');
    const date = `${day}T12:00:00Z`;
    await this.tryGit({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }, 'commit', '-q', '--allow-empty', '-m', message, '--author', author);
    return this.git('rev-parse', 'HEAD');
  }

  async throughline(args: readonly string[], options: Parameters<Folder['throughline']>[1] = {}): Promise<Result> {
    return this.folder.throughline(args, options);
  }

  async tryGit(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> {
    const settings = ['-c', 'user.name=Throughline', '-c', 'user.email=throughline@example.com', '-c', 'core.autocrlf=false', '-c', 'commit.gpgSign=false'];
    const { stdout } = await run('git', [...settings, ...args], {
      cwd: this.folder.path, maxBuffer: 64 * 1024 * 1024,
      env: { PATH: process.env.PATH, HOME: this.folder.path, GIT_CONFIG_NOSYSTEM: '1', ...environment },
    });
    return stdout;
  }
}
