/** The recipes of docs/ci.md do what they promise. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ALIGNED, BROKEN, COMMAND, Folder, removeFolders, SETTINGS, type Result } from './command.ts';
import { DatedRepository } from './dated-repository.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const guide = read('docs/ci.md');

/** The names of a table's rows in the guide, below a header. */
function rowsBelow(header: string): readonly string[] {
  const [, table = ''] = guide.split(`| ${header} |`);
  return (table.split('\n\n')[0] ?? '').split('\n').slice(2).flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)).sort();
}

/** The names in a part of action.yml. */
function declared(part: string): readonly string[] {
  const [, text = ''] = read('action.yml').split(`\n${part}:\n`);
  return [...(text.split(/\n(?=\w)/)[0] ?? '').matchAll(/^ {2}([a-z-]+):/gm)].map(([, name = '']) => name).sort();
}

describe('the GitHub Action\'s declaration', () => {
  it('has the inputs and outputs that the guide names', () => {
    assert.deepEqual(rowsBelow('input | what it does | default'), declared('inputs'));
    assert.deepEqual(rowsBelow('output | what it holds'), declared('outputs'));
  });

  it('has the inputs that the Action reads, and the outputs that it writes', () => {
    const inputs = [...read('server/action/inputs.ts').matchAll(/(?:text|flag)\('([a-z-]+)'/g)].map(([, name = '']) => name);
    assert.deepEqual([...new Set(inputs)].sort(), declared('inputs'));
    const outputs = [...read('server/action/run.ts').matchAll(/^ {4}'([a-z-]+)':/gm)].map(([, name = '']) => name);
    assert.deepEqual(outputs.sort(), declared('outputs'));
  });

  it('starts what is committed', () => {
    const [, main = ''] = /^ {2}main: (.+)$/m.exec(read('action.yml')) ?? [];
    assert.ok(read(main).length > 0);
  });
});

/** GitLab's notes API as far as the recipe uses it. */
class GitLab {
  readonly notes: { id: number; body: string; author: { id: number } }[] = [];
  readonly calls: string[] = [];
  refuses = false;
  readonly #server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const { method = '', url = '' } = request;
      this.calls.push(`${method} ${url} ${String(request.headers['private-token'])}`);
      const { body = '' } = parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString()) as { body?: string };
      const page = Number(new URL(url, 'http://a').searchParams.get('page') ?? 1);
      const answer = (status: number, content: unknown, headers = {}): void => { response.writeHead(status, headers).end(JSON.stringify(content)); };
      if (this.refuses) answer(403, { message: '403 Forbidden' });
      else if (url.endsWith('/user')) answer(200, { id: 5 });
      else if (method === 'GET') answer(200, this.notes.slice((page - 1) * 100, page * 100), { 'x-next-page': page * 100 < this.notes.length ? String(page + 1) : '' });
      else if (method === 'POST') answer(201, this.add(body, 5));
      else answer(200, Object.assign(this.notes.find(({ id }) => url.endsWith(`/${id}`)) ?? {}, { body }));
    });
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/v4`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  add(body: string, author: number): object {
    const note = { id: this.notes.length + 1, body, author: { id: author } };
    this.notes.push(note);
    return note;
  }
}

describe('the GitLab recipe', () => {
  let gitlab: GitLab;
  let url: string;
  beforeEach(async () => {
    gitlab = new GitLab();
    url = await gitlab.start();
  });
  afterEach(async () => {
    await gitlab.stop();
    await removeFolders();
  });

  const script = [...read('docs/recipes/gitlab-ci.yml').matchAll(/^ {4}- ((?:throughline|node) .+)$/gm)].map(([, line = '']) => line);

  async function job(changes: Readonly<Record<string, string>>): Promise<{ result: Result; folder: Folder }> {
    const repository = await DatedRepository.with({ 'throughline.json': SETTINGS, 'okrs/growth.strategy': ALIGNED });
    const base = await repository.git('rev-parse', 'HEAD');
    await repository.commit('The change', changes);
    const { folder } = repository;
    await copyFile(join(ROOT, 'docs/recipes/merge-request-note.mjs'), join(folder.path, 'merge-request-note.mjs'));
    await mkdir(join(folder.path, '.git/bin'));
    await folder.write('.git/bin/throughline', `#!/bin/sh\nexec '${process.execPath}' '${COMMAND}' "$@"\n`);
    const result = await folder.shell(`chmod +x .git/bin/throughline; set -e\n${script.join('\n')}`, {
      environment: {
        PATH: `${folder.path}/.git/bin:${dirname(process.execPath)}:${process.env.PATH ?? ''}`, CI_PROJECT_DIR: folder.path,
        CI_API_V4_URL: url, CI_PROJECT_ID: '42', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_DIFF_BASE_SHA: base, THROUGHLINE_TOKEN: 'glpat-secret',
      },
    });
    return { result, folder };
  }

  it('is the one that the guide shows', () => {
    assert.equal(script.length, 3);
    for (const line of script) assert.ok(guide.includes(`    - ${line}\n`), line);
  });

  it('writes one note, which holds the review, and the code quality report', async () => {
    const { result, folder } = await job({ 'okrs/growth.strategy': ALIGNED.replace('to 35%', 'to 30%') });
    assert.equal(result.status, 0, result.error);
    assert.deepEqual(gitlab.notes.map(({ body }) => body), [await folder.read('review.md')]);
    assert.match(gitlab.notes[0]?.body ?? '', /1 promise weakened\./);
    assert.deepEqual(JSON.parse(await folder.read('gl-code-quality-report.json')), []);
    assert.ok(gitlab.calls.every((call) => call.endsWith(' glpat-secret')));
  });

  it('changes its note, on whatever page, and nobody else\'s', async () => {
    const first = '<!-- throughline-review -->';
    gitlab.add(`${first}\nsomebody else's`, 9);
    for (let index = 0; index < 120; index += 1) gitlab.add('a remark', 9);
    gitlab.add(`${first}\nold`, 5);
    await job({ 'okrs/growth.strategy': ALIGNED.replace('to 35%', 'to 30%') });
    assert.deepEqual(gitlab.notes.filter(({ body }) => body.startsWith(first)).map(({ body }) => body.includes('1 promise weakened')), [false, true]);
    assert.equal(gitlab.notes.length, 122);
  });

  it('fails for an error in the strategy, after the note was written', async () => {
    const { result, folder } = await job({ 'okrs/lost.strategy': BROKEN });
    assert.equal(result.status, 1);
    assert.equal(gitlab.notes.length, 1);
    assert.equal((JSON.parse(await folder.read('gl-code-quality-report.json')) as object[]).length, 1);
  });

  it('does not fail where GitLab refuses', async () => {
    gitlab.refuses = true;
    const { result } = await job({ 'okrs/growth.strategy': ALIGNED.replace('to 35%', 'to 30%') });
    assert.deepEqual([result.status, result.out], [0, 'The review could not become a note on the merge request: GitLab answered 403\n']);
  });
});

describe('the hooks for pre-commit', () => {
  afterEach(removeFolders);

  const hooks = read('.pre-commit-hooks.yaml').split(/^- id: /m).slice(1).map((text) => ({
    id: text.split('\n')[0] ?? '', entry: /^ {2}entry: throughline (.+)$/m.exec(text)?.[1] ?? '',
    files: new RegExp(/^ {2}files: (.+)$/m.exec(text)?.[1] ?? '$^'), takesFiles: !text.includes('pass_filenames: false'),
  }));

  it('are those that the guide names', () => {
    assert.deepEqual([...guide.matchAll(/^ {6}- id: (.+)$/gm)].map(([, id]) => id), hooks.map(({ id }) => id));
  });

  it('run for strategy files, and for settings where these count', () => {
    const shown = (path: string): readonly string[] => hooks.filter(({ files }) => files.test(path)).map(({ id }) => id);
    assert.deepEqual([shown('okrs/a.strategy'), shown('throughline.json'), shown('a/throughline.json'), shown('src/main.ts'), shown('strategy')], [
      ['throughline-check', 'throughline-format'], ['throughline-check'], ['throughline-check'], [], [],
    ]);
  });

  it('find errors in files that were not changed, and put changed ones in order', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'lost.strategy': BROKEN, 'b.strategy': 'team   sales "Sales"\n' });
    const run = async (id: string): Promise<Result> => {
      const hook = hooks.find((one) => one.id === id);
      return folder.throughline([...(hook?.entry ?? '').split(' '), ...hook?.takesFiles === true ? ['b.strategy'] : []]);
    };
    assert.equal((await run('throughline-check')).status, 1);
    assert.equal((await run('throughline-format')).status, 0);
    assert.equal(await folder.read('b.strategy'), 'team sales "Sales"\n');
  });
});
