import assert from 'node:assert/strict';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Diagnostic } from '../../server/rules/diagnostic.ts';
import { ALIGNED, BROKEN, Folder, removeFolders, SETTINGS, type Result, type RunOptions } from './command.ts';
import { HOSTILE } from './report.ts';

afterEach(removeFolders);

interface Document {
  readonly version: 1;
  readonly asOf: string | null;
  readonly files: number;
  readonly diagnostics: readonly (Omit<Diagnostic, 'fixes'> & { readonly fixes: readonly string[] })[];
  readonly summary: Readonly<Record<'error' | 'warning' | 'info' | 'hint' | 'past', number>>;
}

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync('server/cli/formats/check.schema.json', 'utf8')) as object);

/** Runs `check --format json`, holds the document against its schema, and gives both. */
async function checked(folder: Folder, args: readonly string[] = [], options: RunOptions = {}): Promise<Result & { readonly document: Document }> {
  const result = await folder.throughline(['check', '--format', 'json', ...args], options);
  const document: unknown = JSON.parse(result.out);
  validate(document);
  assert.deepEqual(validate.errors, null);
  return { ...result, document: document as Document };
}

/** `file:line code` of every finding, lines from 1. */
function found({ document }: { readonly document: Document }): readonly string[] {
  return document.diagnostics.map(({ file, code, range }) => `${file}:${range.start.line + 1} ${code}`);
}

describe('throughline check', () => {
  it('ends with status 0 where nothing is wrong', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED });
    const { status, out, error } = await folder.throughline(['check']);
    assert.deepEqual({ status, out, error }, { status: 0, out: 'No findings in 1 file, as of 2026-03-01.\n', error: '' });
  });

  it('ends with status 1 where there is an error, and shows it', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN });
    const { status, out, error } = await folder.throughline(['check']);
    assert.equal(status, 1);
    assert.equal(error, '');
    assert.match(out, /^error\[unknown-reference\]: .*nothing.*\n --> b\.strategy:2:12\n {2}\|\n2 \| {3}supports nothing\n {2}\| {12}\^{7}\n/);
  });

  it('gives the document that command.md describes', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN });
    const { status, document } = await checked(folder);
    assert.equal(status, 1);
    assert.deepEqual({ ...document, diagnostics: found({ document }) }, {
      version: 1, asOf: '2026-03-01', files: 2, diagnostics: ['b.strategy:2 unknown-reference'],
      summary: { error: 1, warning: 0, info: 0, hint: 0, past: 0 },
    });
  });

  it('orders findings by file, place, code and message', async () => {
    const folder = await Folder.with({
      'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'z.strategy': `${BROKEN}goal g "G" { owner nobody, none }\n`, 'B/x.strategy': BROKEN.replace('lost', 'also'),
    });
    assert.deepEqual(found(await checked(folder)).filter((line) => line.endsWith('unknown-reference')), [
      'B/x.strategy:2 unknown-reference', 'z.strategy:2 unknown-reference', 'z.strategy:9 unknown-reference', 'z.strategy:9 unknown-reference',
    ]);
  });

  it('is equal byte for byte in two runs', async () => {
    const files: Record<string, string> = { 'throughline.json': SETTINGS, 'a.strategy': ALIGNED };
    for (let i = 0; i < 60; i++) files[`${i % 7}/${i}.strategy`] = BROKEN.replace('lost', `lost-${i}`);
    const folder = await Folder.with(files);
    for (const format of ['json', 'sarif', 'pretty', 'github', 'gitlab', 'junit']) {
      const [first, second] = [await folder.throughline(['check', '--format', format]), await folder.throughline(['check', '--format', format])];
      assert.ok(first.out.length > 0);
      assert.equal(first.out, second.out, format);
    }
  });

  it('judges by --as-of before what the settings say', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    const { document } = await checked(folder, ['--as-of', '2026-05-15']);
    assert.equal(document.asOf, '2026-05-15');
    assert.ok(found({ document }).includes('a.strategy:18 overdue'), found({ document }).join('\n'));
  });

  it('says how many objectives are past, and judges them no longer', async () => {
    const folder = await Folder.with({ 'a.strategy': ALIGNED });
    const { status, document } = await checked(folder, ['--as-of', '2026-09-01']);
    assert.equal(status, 0);
    assert.equal(document.summary.past, 1);
    assert.match((await folder.throughline(['check', '--as-of', '2026-09-01'])).out, / 1 objective is past and no longer judged\./);
  });
});

describe('the PATHs of throughline check', () => {
  it('say which findings are shown, counted and decide the status, while the whole root is read', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'okrs/b.strategy': BROKEN, 'okrs/c.strategy': '' });
    const one = await checked(folder, ['a.strategy']);
    assert.deepEqual([one.status, one.document.files, one.document.summary.error, found(one)], [0, 3, 0, []]);
    const other = await checked(folder, ['okrs']);
    assert.deepEqual([other.status, other.document.files, other.document.summary.error, found(other)], [1, 3, 1, ['okrs/b.strategy:2 unknown-reference']]);
  });

  it('may be several, and files and folders', async () => {
    const folder = await Folder.with({
      'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'x/b.strategy': BROKEN, 'y/c.strategy': BROKEN.replace('lost', 'c'), 'z/d.strategy': BROKEN.replace('lost', 'd'),
    });
    assert.deepEqual(found(await checked(folder, ['x', 'y/c.strategy', './x/b.strategy'])), ['x/b.strategy:2 unknown-reference', 'y/c.strategy:2 unknown-reference']);
  });

  it('take every root at or below them, each a strategy of its own', async () => {
    const folder = await Folder.with({
      'one/throughline.json': SETTINGS, 'one/a.strategy': ALIGNED, 'two/throughline.json': '{ "asOf": "2026-03-02" }', 'two/a.strategy': ALIGNED + BROKEN, 'b.strategy': '',
    });
    const { status, document } = await checked(folder);
    assert.deepEqual([status, document.files, document.asOf, found({ document })], [1, 3, null, ['two/a.strategy:30 unknown-reference']]);
    const two = await checked(folder, ['two']);
    assert.deepEqual([two.document.files, two.document.asOf], [1, '2026-03-02']);
  });

  it('find the root above them, also above the current folder, and name files from the current folder', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'goals.strategy': ALIGNED, 'okrs/q1/b.strategy': `${BROKEN}goal win "Again"\n` });
    const result = await checked(folder, [], { in: 'okrs' });
    assert.deepEqual([result.status, result.document.files], [1, 2]);
    assert.deepEqual(found(result), ['q1/b.strategy:2 unknown-reference', 'q1/b.strategy:9 duplicate-name']);
    assert.deepEqual(result.document.diagnostics[1]?.related.map(({ file }) => file), ['../goals.strategy']);
  });

  it('outside the current folder make the folder named a root; of a file, its folder', async () => {
    const folder = await Folder.with({ 'here/x.strategy': '', 'there/a.strategy': ALIGNED, 'there/deep/b.strategy': BROKEN });
    const asFolder = await checked(folder, ['../there', '--as-of', '2026-03-01'], { in: 'here' });
    assert.deepEqual([asFolder.document.files, found(asFolder)], [2, ['../there/deep/b.strategy:2 unknown-reference']]);
    const asFile = await checked(folder, ['../there/deep/b.strategy', '--as-of', '2026-03-01'], { in: 'here' });
    assert.equal(asFile.document.files, 1);
  });

  it('outside that lie in one another are one strategy', async () => {
    const folder = await Folder.with({ 'here/x.strategy': '', 'there/a.strategy': ALIGNED, 'there/deep/b.strategy': BROKEN });
    const { document } = await checked(folder, ['../there/deep', '../there/a.strategy', '--as-of', '2026-03-01'], { in: 'here' });
    assert.deepEqual([document.files, found({ document })], [2, ['../there/deep/b.strategy:2 unknown-reference']]);
  });

  it('may be absolute', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN });
    assert.deepEqual(found(await checked(folder, [join(folder.path, 'b.strategy')])), ['b.strategy:2 unknown-reference']);
  });

  it('may lead through a symbolic link', async () => {
    const folder = await Folder.with({ 'real/a.strategy': ALIGNED, 'work/x.strategy': '' });
    await symlink(join(folder.path, 'real'), join(folder.path, 'work/link'));
    const { status, document } = await checked(folder, ['link', '--as-of', '2026-03-01'], { in: 'work' });
    assert.deepEqual([status, document.files], [0, 1]);
  });

  it('leave out what .gitignore ignores, node_modules and .git', async () => {
    const folder = await Folder.with({
      'throughline.json': SETTINGS, 'a.strategy': ALIGNED, '.gitignore': 'drafts/\n', 'drafts/b.strategy': BROKEN, 'node_modules/p/c.strategy': BROKEN, '.git/d.strategy': BROKEN,
    });
    const { status, document } = await checked(folder);
    assert.deepEqual([status, document.files], [0, 1]);
  });

  it('agree with git on what is ignored', async () => {
    const folder = await Folder.with({
      '.gitignore': '*.tmp.strategy\n/build\n!keep.tmp.strategy\ndocs/*.strategy\n**/old/\n', 'x/.gitignore': '!mine.tmp.strategy\nfoo*\n\\!odd.strategy\n',
      'throughline.json': '{}',
      ...Object.fromEntries([
        'a.strategy', 'b.tmp.strategy', 'keep.tmp.strategy', 'build/c.strategy', 'x/build/d.strategy', 'docs/e.strategy', 'docs/deep/f.strategy',
        'x/mine.tmp.strategy', 'x/foo.strategy', 'x/y/foobar.strategy', 'x/!odd.strategy', 'x/y/old/g.strategy', 'old.strategy',
      ].map((name) => [name, `goal g "${name}"\n`])),
    });
    const git = await folder.shell('git init -q . && git ls-files --others --exclude-standard -- "*.strategy" | wc -l');
    assert.equal((await checked(folder)).document.files, Number(git.out));
  });
});

describe('what throughline check cannot read', () => {
  it('a PATH that is not there is named in one line, and the others are checked', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN });
    const result = await checked(folder, ['nowhere.strategy', 'b.strategy']);
    assert.deepEqual([result.status, result.error, found(result)], [
      2, 'throughline: nowhere.strategy: no such file or folder\n', ['b.strategy:2 unknown-reference'],
    ]);
  });

  it('a folder without a strategy file is named in one line', async () => {
    const folder = await Folder.with({ 'readme.md': '' });
    const { status, error, document } = await checked(folder);
    assert.deepEqual([status, document.files, document.diagnostics], [2, 0, []]);
    assert.equal(error, `throughline: ${folder.path}: no strategy file in this folder; the name of a strategy file ends in .strategy\n`);
  });

  it('a file of another kind is named in one line', async () => {
    const folder = await Folder.with({ 'a.strategy': ALIGNED, 'readme.md': '' });
    const { status, error } = await folder.throughline(['check', 'readme.md']);
    assert.deepEqual([status, error], [2, 'throughline: readme.md: is no strategy file; the name of a strategy file ends in .strategy\n']);
  });

  it('a file that is passed over is named in one line', async () => {
    const folder = await Folder.with({ 'a.strategy': ALIGNED, '.gitignore': 'b.strategy', 'b.strategy': BROKEN });
    const { status, error } = await folder.throughline(['check', 'b.strategy']);
    assert.equal(status, 2);
    assert.match(error, /^throughline: b\.strategy: is passed over, as .*\.gitignore ignores\n$/);
  });

  it('a file that is not UTF-8 is named, the others are checked, and nothing is unknown that it may declare', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN, 'latin.strategy': Buffer.from('team b\xfcro "B"', 'latin1') });
    const result = await checked(folder);
    assert.deepEqual([result.status, result.error, result.document.files, found(result)], [
      2, 'throughline: latin.strategy: is not UTF-8; save it as UTF-8\n', 2, [],
    ]);
  });

  it('counts though no PATH names it, since the findings rest on the whole', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'deep/latin.strategy': Buffer.from([0xff]) });
    const { status, error } = await folder.throughline(['check', 'a.strategy']);
    assert.deepEqual([status, error], [2, 'throughline: deep/latin.strategy: is not UTF-8; save it as UTF-8\n']);
  });

  it('a file that may not be read is named', async function () {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': BROKEN });
    // Whom no permission stops (root) is stopped by a link that leads to itself.
    if (process.getuid?.() === 0) await symlink('locked.strategy', join(folder.path, 'locked.strategy'));
    else {
      await folder.write('locked.strategy', '');
      await chmod(join(folder.path, 'locked.strategy'), 0);
    }
    const { status, error } = await folder.throughline(['check']);
    assert.equal(status, 2);
    assert.match(error, /^throughline: locked\.strategy: (permission denied|a symbolic link that leads to itself)\n$/);
  });

  it('a pipe is named, and not waited for', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    assert.equal((await folder.shell('mkfifo pipe.strategy')).status, 0);
    const { status, error } = await folder.throughline(['check']);
    assert.deepEqual([status, error], [2, 'throughline: pipe.strategy: is neither a file nor a folder\n']);
  });

  it('a throughline.json that cannot be read is named, and its root checked without it', async () => {
    const folder = await Folder.with({ 'throughline.json': Buffer.from([0x7b, 0xff]), 'a.strategy': ALIGNED });
    const { status, error, document } = await checked(folder, ['--as-of', '2026-03-01']);
    assert.deepEqual([status, error, document.files], [2, 'throughline: throughline.json: is not UTF-8; save it as UTF-8\n', 1]);
  });

  it('names of files are shown, never sent', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'x\n\u001b[31m::error::.strategy': Buffer.from([0xff]) });
    const { error } = await folder.throughline(['check']);
    assert.equal(error, 'throughline: x␊␛[31m::error::.strategy: is not UTF-8; save it as UTF-8\n');
  });

  it('circles of links have no end to reach', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    await mkdir(join(folder.path, 'sub'));
    await symlink('..', join(folder.path, 'sub/up'));
    const { status, document } = await checked(folder);
    assert.deepEqual([status, document.files], [0, 1]);
  });
});

describe('a throughline.json with mistakes', () => {
  it('is a finding and status 1, its JSON syntax included', async () => {
    const folder = await Folder.with({ 'throughline.json': '{ "asOf": "2026-03-01", "rules" { } }', 'a.strategy': ALIGNED });
    const result = await checked(folder);
    assert.deepEqual([result.status, result.error], [1, '']);
    assert.deepEqual([...new Set(found(result))], ['throughline.json:1 settings']);
  });

  it('is shown with its source line', async () => {
    const folder = await Folder.with({ 'throughline.json': '{\n  "asOf": "2026-03-01",\n  "pats": 30\n}', 'a.strategy': ALIGNED });
    const { status, out } = await folder.throughline(['check', 'throughline.json']);
    assert.equal(status, 1);
    assert.match(out, /^error\[settings\]: .*\n --> throughline\.json:3:3\n {2}\|\n3 \| {3}"pats": 30\n {2}\| {3}\^{6}\n/);
  });

  it('does not count where a PATH names something else', async () => {
    const folder = await Folder.with({ 'throughline.json': '{ "asOf": "2026-03-01", "pats": 30 }', 'a.strategy': ALIGNED });
    assert.equal((await folder.throughline(['check', 'a.strategy'])).status, 0);
  });
});

describe('--max-warnings and --quiet', () => {
  const files = { 'throughline.json': '{ "asOf": "2026-03-01", "rules": { "unknown-reference": "warning" } }', 'a.strategy': ALIGNED, 'b.strategy': BROKEN };

  it('warnings alone are status 0', async () => {
    const folder = await Folder.with(files);
    assert.equal((await folder.throughline(['check'])).status, 0);
    assert.equal((await folder.throughline(['check', '--max-warnings', '1'])).status, 0);
  });

  it('more warnings than allowed are status 1', async () => {
    const folder = await Folder.with(files);
    assert.equal((await folder.throughline(['check', '--max-warnings', '0'])).status, 1);
  });

  it('--quiet shows errors only, and counts as before', async () => {
    const folder = await Folder.with({ ...files, 'c.strategy': 'goal win "Again"\n' });
    const result = await checked(folder, ['--quiet']);
    assert.deepEqual([result.status, found(result), result.document.summary.error, result.document.summary.warning], [1, ['c.strategy:1 duplicate-name'], 1, 1]);
  });
});

describe('how throughline check is called wrongly', () => {
  for (const [args, message] of [
    [['--as-of', '2026-02-30'], /^throughline: option '--as-of <DATE>' argument '2026-02-30' is invalid\. It is no date; write one such as 2026-03-31\.\n$/],
    [['--as-of'], /^throughline: option '--as-of <DATE>' argument missing\n$/],
    [['--max-warnings', '-1'], /^throughline: option '--max-warnings <N>' argument '-1' is invalid\. It is no number; write one such as 0 or 10\.\n$/],
    [['--format', 'yaml'], /^throughline: option '--format <FORMAT>' argument 'yaml' is invalid\. Allowed choices are pretty, json, sarif, github, gitlab, junit\.\n$/],
    [['--colour'], /^throughline: unknown option '--colour'\n$/],
    [['--quite'], /^throughline: unknown option '--quite' \(Did you mean --quiet\?\)\n$/],
    [['--as-of', '\u001b[31m\n'], /^throughline: option '--as-of <DATE>' argument '␛\[31m ?' is invalid\..*\n$/],
  ] as const) {
    it(`is said in one line, with status 2: ${JSON.stringify(args.join(' '))}`, async () => {
      const folder = await Folder.with({ 'a.strategy': ALIGNED });
      const { status, out, error } = await folder.throughline(['check', ...args]);
      assert.deepEqual([status, out], [2, '']);
      assert.match(error, message);
    });
  }
});

describe('what others wrote in a strategy', () => {
  it('begins no workflow command, sends no control character and closes no tag, in any format', async () => {
    const title = HOSTILE.replace(/["\\\n\r\uffff\ud800]/g, '');
    const folder = await Folder.with({
      'throughline.json': SETTINGS, 'a.strategy': ALIGNED, [`::error::\n${title}.strategy`.replace('/', '')]: `goal g "${title}" { owner nobody }\ngoal g "${title}"\n`,
    });
    for (const format of ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit']) {
      const { status, out } = await folder.throughline(['check', '--format', format]);
      assert.equal(status, 1, format);
      assert.doesNotMatch(out, /[^\P{Cc}\n]/u, format);
      for (const line of out.split('\n')) {
        if (line.startsWith('::')) assert.match(line, /^::(error|warning|notice) file=[^:]*,title=[a-z-]+::/, format);
      }
    }
  });
});

describe('standard output of throughline check', () => {
  const many = (): Readonly<Record<string, string>> => ({
    'throughline.json': SETTINGS,
    ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.strategy`, BROKEN.replaceAll('lost', `lost-${i}`).repeat(40)])),
  });

  it('is complete through a pipe that is read slowly', async () => {
    const folder = await Folder.with(many());
    const direct = await folder.throughline(['check', '--format', 'json']);
    const { out } = await folder.shell('$THROUGHLINE check --format json | (sleep 0.3; cat)');
    assert.ok(out.length > 1_000_000, `${out.length}`);
    assert.equal(out, direct.out);
  });

  it('may be closed early by who reads it, and nobody complains', async () => {
    const folder = await Folder.with(many());
    const { out, error } = await folder.shell('$THROUGHLINE check | head -1');
    assert.match(out, /^error\[.*\n$/);
    assert.equal(error, '');
  });

  it('has colours only where they are asked for', async () => {
    const folder = await Folder.with({ 'a.strategy': BROKEN });
    const coloured = async (environment: Readonly<Record<string, string>>): Promise<boolean> => (
      (await folder.throughline(['check'], { environment })).out.includes('\u001b[')
    );
    assert.deepEqual(
      [await coloured({}), await coloured({ FORCE_COLOR: '1' }), await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }), await coloured({ NO_COLOR: '1' })],
      [false, true, false, false],
    );
  });
});
