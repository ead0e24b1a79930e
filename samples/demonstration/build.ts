/**
 * Builds a git repository with a quarter in the life of Kestrel Freight: the strategy of `samples/scale-up` as it was when the
 * second quarter began, and twelve pull requests, each a branch that was merged into `main`. The same in every run, commit ids
 * included.
 *
 *   node samples/demonstration/build.ts FOLDER
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import { pullRequests, type Edits, type PullRequest } from './pull-requests.ts';

const SAMPLE = join(import.meta.dirname, '..', 'scale-up');
const BEGIN = '2026-05-04';
const LEAD = 'Annika Visser';

/** The strategy when the quarter begins: without the check-ins of later days, and without a day of its own to be judged by. */
export function beginning(): Readonly<Record<string, string>> {
  const paths = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.strategy')).sort();
  const files = paths.map((path) => [path, withoutLater(readFileSync(join(SAMPLE, path), 'utf8'))] as const);
  return { 'throughline.json': '{}\n', ...Object.fromEntries(files) };
}

/** A line of its own holds each check-in; a body that held nothing else goes with it. */
function withoutLater(text: string): string {
  return text
    .replaceAll(/^ +checkin +(\d{4}-\d{2}-\d{2}) .*\n/gm, (line, day: string) => (day > BEGIN ? '' : line))
    .replaceAll(/ \{\n *\}\n/g, '\n');
}

/** Builds it in a folder that is not there yet, or empty; `onPullRequest` is called when a branch is there and not merged yet. */
export function build(folder: string, onPullRequest: (pullRequest: PullRequest, number: number) => void = () => undefined): void {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const git = (day: string, author: string, ...args: readonly string[]): void => {
    const date = `${day}T10:00:00Z`;
    const email = `${author.split(' ')[0]?.normalize('NFD').replaceAll(/[^A-Za-z]/g, '').toLowerCase() ?? ''}@kestrel.example`;
    execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'commit.gpgSign=false', ...args], {
      cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: join(folder, '.git', 'none'),
        GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date, GIT_COMMITTER_NAME: author, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date,
      },
    });
  };
  git(BEGIN, LEAD, 'init', '--quiet', '--initial-branch=main');
  for (const [path, text] of Object.entries(beginning())) write(folder, path, text);
  git(BEGIN, LEAD, 'add', '--all');
  git(BEGIN, LEAD, 'commit', '--quiet', '--message', 'The second quarter begins');
  git(BEGIN, LEAD, 'tag', 'FY26-Q2-begins');
  for (const [index, pullRequest] of pullRequests.entries()) {
    const { branch, title, body, author, day, edits } = pullRequest;
    git(day, author, 'checkout', '--quiet', '-b', branch);
    apply(folder, edits);
    git(day, author, 'add', '--all');
    git(day, author, 'commit', '--quiet', '--message', body === '' ? title : `${title}\n\n${body}`);
    onPullRequest(pullRequest, index + 1);
    git(day, LEAD, 'checkout', '--quiet', 'main');
    git(day, LEAD, 'merge', '--quiet', '--no-ff', '--message', `Merge pull request #${index + 1}: ${title}`, branch);
  }
}

function apply(folder: string, edits: Edits): void {
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) {
      rmSync(join(folder, path));
      continue;
    }
    let text = typeof edit === 'string' ? edit : readFileSync(join(folder, path), 'utf8');
    for (const [before, after] of typeof edit === 'string' ? [] : edit) {
      if (text.split(before).length !== 2) throw new Error(`${path} holds this not once: ${before}`);
      text = text.replace(before, () => after);
    }
    write(folder, path, text);
  }
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), path.endsWith('.strategy') ? formatTree(parseFile(text)) ?? text : text);
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined || (existsSync(folder) && readdirSync(folder).length > 0)) {
    console.error('Name a folder that is not there yet: node samples/demonstration/build.ts FOLDER');
    process.exitCode = 2;
  } else {
    build(resolve(folder));
    console.log(`Twelve pull requests stand in ${folder}. Try there:
  throughline review close-first-quarter~1 close-first-quarter --direct
  throughline log fast-prices.cache
  throughline churn FY26-Q2-begins..main`);
  }
}
