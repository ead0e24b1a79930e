/** The Action as GitHub's runner starts it: the committed bundle, its inputs in the environment, files for what it says. */

import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatedRepository } from '../command/dated-repository.ts';
import { TOKEN, type GitHubServer } from './github-server.ts';

const BUNDLE = join(import.meta.dirname, '../../.github/action/index.js');

export interface Ran {
  readonly status: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Lines of the log that are workflow commands. */
  readonly annotations: readonly string[];
}

/** A pull request, checked out as actions/checkout does: HEAD is its merge with the target branch. */
export class PullRequestRun {
  readonly repository: DatedRepository;
  readonly #base: string;
  readonly #head: string;
  fork = false;

  private constructor(repository: DatedRepository, base: string, head: string) {
    this.repository = repository;
    this.#base = base;
    this.#head = head;
  }

  /** `base` is the target branch, `changes` what the pull request does to it (null removes a file), `message` its commit. */
  static async of(base: Readonly<Record<string, string>>, changes: Readonly<Record<string, string | null>>, message = 'The change'): Promise<PullRequestRun> {
    const repository = await DatedRepository.with(base);
    await repository.git('checkout', '-q', '-b', 'change');
    const head = await repository.commit(message, changes, '2026-02-20');
    await repository.git('checkout', '-q', 'main');
    const target = await repository.commit('Meanwhile', { 'README.md': 'What others merged\n' }, '2026-02-21');
    await repository.git('checkout', '-q', '--detach');
    await repository.git('merge', '-q', '--no-ff', '-m', 'Merge change into main', 'change');
    return new PullRequestRun(repository, target, head);
  }

  /** Runs the Action; inputs that are not given have the defaults of action.yml. `environment` goes over everything else. */
  async run(server: Pick<GitHubServer, 'url'>, inputs: Readonly<Record<string, string>> = {}, environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const { path } = this.repository.folder;
    const runner = join(path, '.git', 'runner');
    await mkdir(runner, { recursive: true });
    const file = (name: string): string => join(runner, name);
    const repo = { full_name: 'acme/strategy', fork: false };
    await writeFile(file('event.json'), JSON.stringify({
      action: 'synchronize', number: 7, repository: repo,
      pull_request: {
        number: 7, base: { ref: 'main', sha: this.#base, repo },
        head: { ref: 'change', sha: this.#head, repo: this.fork ? { full_name: 'mallory/strategy', fork: true } : repo },
      },
    }));
    for (const name of ['output', 'summary']) await writeFile(file(name), '');
    const given = Object.entries({ token: TOKEN, ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const child = spawn(process.execPath, [BUNDLE], {
      cwd: path,
      env: {
        PATH: process.env.PATH, HOME: path, GIT_CONFIG_NOSYSTEM: '1', CI: 'true', GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: path, GITHUB_REPOSITORY: 'acme/strategy', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary'), GITHUB_API_URL: server.url, GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: await this.repository.git('rev-parse', 'HEAD'), RUNNER_TEMP: runner,
        ...Object.fromEntries(given) as Record<string, string>, ...environment,
      },
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => parts.push(data));
    child.stderr.on('data', (data: Buffer) => parts.push(data));
    const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const log = Buffer.concat(parts).toString();
    return {
      status, log, summary: await readFile(file('summary'), 'utf8'), outputs: outputsIn(await readFile(file('output'), 'utf8')),
      annotations: log.split('\n').filter((line) => line.startsWith('::')),
    };
  }
}

/** As the runner reads the file: `NAME<<END`, the value, `END`. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const { name, end } = /^(?<name>[^<]+)<<(?<end>.+)$/.exec(lines[index] ?? '')?.groups ?? {};
    if (name === undefined || end === undefined) continue;
    const last = lines.indexOf(end, index + 1);
    outputs[name] = lines.slice(index + 1, last).join('\n');
    index = last;
  }
  return outputs;
}
