import assert from 'node:assert/strict';
import { chmod, lstat, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { unifiedDiff } from '../../server/cli/patch.ts';
import { Folder, removeFolders } from './command.ts';

afterEach(removeFolders);

const UNTIDY = 'metric   arr "Revenue" {\n unit $\n  better    up // always\n}\n';
const TIDY = 'metric arr "Revenue" {\n  unit   $\n  better up // always\n}\n';
const WRONG = 'metric arr {\n unit $\n  better "up"\n}\n';

describe('throughline format', () => {
  it('prints what would change, as a unified diff, and changes nothing', async () => {
    const folder = await Folder.with({ 'okrs/a.strategy': UNTIDY, 'b.strategy': TIDY });
    const { status, out, error } = await folder.throughline(['format']);
    assert.deepEqual({ status, out, error }, {
      status: 0, error: '', out: `--- a/okrs/a.strategy
+++ b/okrs/a.strategy
@@ -1,4 +1,4 @@
-metric   arr "Revenue" {
- unit $
-  better    up // always
+metric arr "Revenue" {
+  unit   $
+  better up // always
 }
`,
    });
    assert.equal(await folder.read('okrs/a.strategy'), UNTIDY);
  });

  it('prints a diff that git applies, whatever the name of the file', async () => {
    const names = ['okrs/a.strategy', 'with space.strategy', 'ü"\n.strategy'];
    const folder = await Folder.with({ ...Object.fromEntries(names.map((name) => [name, UNTIDY])), 'no-end.strategy': UNTIDY.trimEnd() });
    const { status, error } = await folder.shell('$THROUGHLINE format > ../change.patch && git apply ../change.patch; code=$?; rm ../change.patch; exit $code');
    assert.deepEqual([status, error], [0, '']);
    for (const name of [...names, 'no-end.strategy']) assert.equal(await folder.read(name), TIDY, name);
  });

  it('takes PATHs, files and folders', async () => {
    const folder = await Folder.with({ 'a.strategy': UNTIDY, 'x/b.strategy': UNTIDY, 'y/c.strategy': UNTIDY });
    assert.equal((await folder.throughline(['format', '--check', 'x', 'y/c.strategy'])).out, 'x/b.strategy\ny/c.strategy\n');
  });

  it('--check lists the files that would change, with status 1 if there is one', async () => {
    const folder = await Folder.with({ 'a.strategy': TIDY, 'b.strategy': UNTIDY });
    assert.deepEqual(await folder.throughline(['format', '--check']), { status: 1, out: 'b.strategy\n', error: '' });
    assert.deepEqual(await folder.throughline(['format', '--check', 'a.strategy']), { status: 0, out: '', error: '' });
    assert.equal(await folder.read('b.strategy'), UNTIDY);
  });

  it('--write changes the files, lists them, and has nothing to do the second time', async () => {
    const folder = await Folder.with({ 'a.strategy': TIDY, 'b.strategy': UNTIDY });
    assert.deepEqual(await folder.throughline(['format', '--write']), { status: 0, out: 'b.strategy\n', error: '' });
    assert.equal(await folder.read('b.strategy'), TIDY);
    assert.deepEqual(await folder.throughline(['format', '--write']), { status: 0, out: '', error: '' });
  });

  it('--write keeps the mode of a file, and a byte-order mark', async () => {
    const folder = await Folder.with({ 'a.strategy': `\ufeff${UNTIDY}` });
    await chmod(join(folder.path, 'a.strategy'), 0o640);
    await folder.throughline(['format', '--write']);
    assert.equal((await stat(join(folder.path, 'a.strategy'))).mode & 0o777, 0o640);
    assert.equal(await folder.read('a.strategy'), `\ufeff${TIDY}`);
  });

  it('--write goes through a link and leaves the link', async () => {
    const folder = await Folder.with({ 'work/x.strategy': '', 'far/a.strategy': UNTIDY });
    await symlink('../far/a.strategy', join(folder.path, 'work/link.strategy'));
    await folder.throughline(['format', '--write'], { in: 'work' });
    assert.equal(await folder.read('far/a.strategy'), TIDY);
    assert.ok((await lstat(join(folder.path, 'work/link.strategy'))).isSymbolicLink());
  });

  it('leaves a file with a syntax error as it is and names it, and formats the others', async () => {
    const folder = await Folder.with({ 'a.strategy': WRONG, 'b.strategy': UNTIDY });
    const { status, out, error } = await folder.throughline(['format', '--write']);
    assert.deepEqual([status, out], [2, 'b.strategy\n']);
    assert.match(error, /^throughline: a\.strategy: left as it is, for its syntax error in line 3: .+\n$/);
    assert.deepEqual([await folder.read('a.strategy'), await folder.read('b.strategy')], [WRONG, TIDY]);
  });

  it('--check with a file that has a syntax error is status 2, and still lists the others', async () => {
    const folder = await Folder.with({ 'a.strategy': WRONG, 'b.strategy': UNTIDY });
    const { status, out } = await folder.throughline(['format', '--check']);
    assert.deepEqual([status, out], [2, 'b.strategy\n']);
  });

  it('lists no name that a build server would take for a command', async () => {
    const folder = await Folder.with({ '::error::\u001b[31m\n::x.strategy': UNTIDY });
    assert.equal((await folder.throughline(['format', '--check'])).out, './::error::␛[31m␊::x.strategy\n');
  });

  it('--stdin prints the text formatted', async () => {
    const folder = await Folder.with({});
    assert.deepEqual(await folder.throughline(['format', '--stdin'], { input: UNTIDY }), { status: 0, out: TIDY, error: '' });
    assert.deepEqual(await folder.throughline(['format', '--stdin'], { input: '' }), { status: 0, out: '', error: '' });
  });

  it('--stdin prints nothing and is status 2 where the text has syntax errors', async () => {
    const folder = await Folder.with({});
    const { status, out, error } = await folder.throughline(['format', '--stdin'], { input: WRONG });
    assert.deepEqual([status, out], [2, '']);
    assert.match(error, /^throughline: standard input: left as it is, for its syntax error in line 3: .+\n$/);
  });

  it('--stdin is status 2 where the text is not UTF-8', async () => {
    const folder = await Folder.with({});
    const result = await folder.throughline(['format', '--stdin'], { input: Buffer.from([0x67, 0xff]) });
    assert.deepEqual(result, { status: 2, out: '', error: 'throughline: standard input: is not UTF-8; save it as UTF-8\n' });
  });

  it('names a PATH that is not there, and formats the others', async () => {
    const folder = await Folder.with({ 'b.strategy': UNTIDY });
    assert.deepEqual(await folder.throughline(['format', '--check', 'nowhere', 'b.strategy']), {
      status: 2, out: 'b.strategy\n', error: 'throughline: nowhere: no such file or folder\n',
    });
  });

  it('refuses options that exclude each other', async () => {
    const folder = await Folder.with({ 'b.strategy': UNTIDY });
    assert.deepEqual(await folder.throughline(['format', '--check', '--write']), {
      status: 2, out: '', error: 'throughline: --write, --check and --stdin exclude each other\n',
    });
    assert.equal((await folder.throughline(['format', '--stdin', 'b.strategy'])).status, 2);
  });
});

describe('a unified diff', () => {
  const numbered = (count: number, indent: string): string => Array.from({ length: count }, (_, i) => `${indent}line ${i}\n`).join('');

  it('of more changes than are worth comparing takes every line out and puts every line in', () => {
    const lines = unifiedDiff('a', numbered(9000, ''), numbered(9000, '  ')).split('\n');
    assert.equal(lines[2], '@@ -1,9000 +1,9000 @@');
    assert.equal(lines.length, 3 + 18000 + 1);
  });

  it('of such changes in files without a last line end says so', () => {
    const diff = unifiedDiff('a', `${numbered(9000, '')}x`, `${numbered(9000, '  ')}y`);
    assert.match(diff, /\n-x\n\\ No newline at end of file\n\+ {2}line 0\n/);
    assert.match(diff, /\n\+y\n\\ No newline at end of file\n$/);
  });
});
