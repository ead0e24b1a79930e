/**
 * A quarter in the life of Kestrel Freight: what the Action says on each of its twelve pull requests, and what the history
 * says of the quarter. UPDATE=1 writes what is expected; the difference is then read like any other.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { parseDate } from '../grammar/calendar.ts';
import { build } from '../samples/demonstration/build.ts';
import { pullRequests } from '../samples/demonstration/pull-requests.ts';
import { reviewPart } from '../server/action/review-part.ts';
import { Output } from '../server/cli/output.ts';
import { runCommand } from '../server/cli/program.ts';
import { NodeFileSystem } from '../server/workspace/node-file-system.ts';

const ROOT = join(import.meta.dirname, '..');
const COMMENTS = 'samples/demonstration/comments';
const ENVIRONMENT = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GITHUB_REPOSITORY: 'kestrel/strategy', GITHUB_SERVER_URL: 'https://github.com' };

function assertExpected(path: string, actual: string): void {
  const file = join(ROOT, path);
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${path} is not there; UPDATE=1 writes it`);
  assert.equal(withoutStyle(actual), withoutStyle(readFileSync(file, 'utf8')));
}

/** The style sheet is that of all pictures, and not what this is about. */
function withoutStyle(text: string): string {
  return text.replace(/<style>[^]*?<\/style>/, '');
}

class Captured extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

describe('the demonstration', () => {
  let folder: string;
  const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...ENVIRONMENT, HOME: folder } }).trim();
  const fileOf = (number: number, branch: string): string => `${String(number).padStart(2, '0')}-${branch}.md`;

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'throughline-')));
    build(folder);
  });
  after(() => { rmSync(folder, { recursive: true }); });

  async function throughline(...args: readonly string[]): Promise<string> {
    const [out, error] = [new Captured(), new Captured()];
    const status = await runCommand(args, {
      folder, environment: { ...ENVIRONMENT, HOME: folder }, fileSystem: new NodeFileSystem(), output: new Output(out, error), input: Readable.from([]), now: new Date('2026-06-15T12:00:00Z'),
    });
    assert.deepEqual([status, error.text], [0, '']);
    return out.text;
  }

  it('is the same in every run, to the commit', () => {
    const other = mkdtempSync(join(tmpdir(), 'throughline-'));
    build(other);
    const head = execFileSync('git', ['rev-parse', 'main'], { cwd: other, encoding: 'utf8' }).trim();
    rmSync(other, { recursive: true });
    assert.equal(head, git('rev-parse', 'main'));
  });

  for (const [index, { branch, title, day }] of pullRequests.entries()) {
    it(`#${index + 1} ${title}`, async () => {
      git('checkout', '--quiet', branch);
      const environment = { ...ENVIRONMENT, HOME: folder };
      const part = await reviewPart({ folder, environment, fileSystem: new NodeFileSystem(), output: new Output(new Captured(), new Captured()), input: Readable.from([]), now: new Date(day) }, {
        base: null, failOn: 'none', asOf: parseDate(day),
        pullRequest: {
          owner: 'kestrel', repository: 'strategy', number: index + 1, baseBranch: 'main', baseCommit: git('rev-parse', `${branch}~1`), headCommit: git('rev-parse', branch), isFork: false,
        },
      });
      assert.ok(part !== null);
      assert.deepEqual([part.touched, part.notices], [true, []]);
      assertExpected(`${COMMENTS}/${fileOf(index + 1, branch)}`, part.markdown);
    });
  }

  it('tells how steady the quarter was', async () => {
    git('checkout', '--quiet', 'main');
    assertExpected('docs/images/churn.svg', await throughline('churn', 'FY26-Q2-begins..main', '--format', 'svg'));
  });

  it('tells the life of an objective that served nothing for a day', async () => {
    git('checkout', '--quiet', 'main');
    const life = await throughline('log', 'fast-prices', '--since', 'FY26-Q2-begins');
    assert.deepEqual(life.match(/^2026-\d\d-\d\d .*$/gm)?.map((line) => line.replace(/ {2}[0-9a-f]{9} /, '')), [
      '2026-06-09  Kofi Mensah Prices serve what a booking leaves us', '2026-06-08  Kofi Mensah Prices stand by themselves', '2026-05-27  Kofi Mensah Be realistic about the cache',
    ]);
  });

  it('has twelve pull requests, and comments for these alone', () => {
    assert.equal(pullRequests.length, 12);
    const expected = pullRequests.map(({ branch }, index) => fileOf(index + 1, branch));
    assert.deepEqual(readdirSync(join(ROOT, COMMENTS)).sort(), expected);
  });
});
