import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ALIGNED, Folder, removeFolders, SETTINGS } from './command.ts';
import { changesIn, Repository, reviewIn } from './repository.ts';

afterEach(removeFolders);

const LOWERED = ALIGNED.replace('from 18% to 35%', 'from 18% to 30%');
const KR = 'self-serve."More trial teams deploy in week one"';
const GOAL = 'goal b "Be first" { owner growth kind business }\n';

describe('throughline review of folders', () => {
  const folders = { 'before/throughline.json': SETTINGS, 'before/okrs/a.strategy': ALIGNED, 'after/throughline.json': SETTINGS, 'after/okrs/a.strategy': LOWERED };

  it('compares two folders, with paths relative to each', async () => {
    const folder = await Folder.with(folders);
    const { status, out, error } = await Repository.at(folder).run(['review', './before', './after', '--format', 'json']);
    const review = reviewIn(out);
    assert.deepEqual({ status, error, changes: changesIn(review) }, { status: 0, error: '', changes: [`high target-lowered ${KR}`] });
    assert.deepEqual([review.base, review.head], [{ given: './before', commit: null }, { given: './after', commit: null, workTree: false }]);
    assert.deepEqual([review.changes[0]?.base?.file, review.changes[0]?.head?.file, review.changes[0]?.root], ['okrs/a.strategy', 'okrs/a.strategy', '.']);
  });

  it('takes an absolute path, and a folder that is no revision, for a folder', async () => {
    const repository = await Repository.with(folders);
    for (const args of [[join(repository.path, 'before'), join(repository.path, 'after')], ['before', 'after'], ['before/', './after'], ['../before', '../after']]) {
      const where = args[0]?.startsWith('..') === true ? 'after' : '.';
      assert.deepEqual(changesIn(await repository.review(args, { in: where })), [`high target-lowered ${KR}`], args.join(' '));
    }
  });

  it('takes a name that is both for the revision', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'main/a.strategy': ALIGNED });
    await repository.write({ 'main/a.strategy': LOWERED });
    assert.deepEqual(changesIn(await repository.review(['main'])), [`high target-lowered ${KR}`]);
  });

  it('says nothing of two equal folders, whatever they are called', async () => {
    const folder = await Folder.with({ ...folders, 'after/okrs/a.strategy': ALIGNED });
    const review = await Repository.at(folder).review(['./before', './after']);
    assert.deepEqual([review.changes, review.summary.verdict], [[], 'No change in meaning.']);
  });

  for (const [args, why] of [
    [['./before', 'main'], '\'./before\' is a folder and \'main\' is none; two revisions are compared, or two folders'],
    [['main', 'before'], '\'before\' is a folder and \'main\' is none; two revisions are compared, or two folders'],
    [['./before'], '\'./before\' is a folder; name the folder to compare it with, too'],
    [['./before', './nowhere'], './nowhere: no such file or folder'],
    [['./before', './before/throughline.json'], './before/throughline.json: is a file; two folders are compared'],
    [['./before', './after', '--direct'], '--direct is for revisions; two folders are always compared directly'],
  ] as const) {
    it(`refuses ${args.join(' ')}`, async () => {
      const repository = await Repository.with(folders);
      assert.deepEqual(await repository.run(['review', ...args]), { status: 2, out: '', error: `throughline: ${why}\n` });
    });
  }
});

describe('throughline review of several strategies', () => {
  it('pairs the roots at or below the current folder by their path', async () => {
    const repository = await Repository.with({ 'eu/throughline.json': SETTINGS, 'eu/a.strategy': ALIGNED, 'us/throughline.json': SETTINGS, 'us/a.strategy': ALIGNED });
    await repository.write({ 'eu/a.strategy': LOWERED, 'us/a.strategy': ALIGNED.replace('Win the', 'Win all of the') });
    const all = await repository.review(['main']);
    assert.deepEqual(all.changes.map(({ root, kind }) => `${root} ${kind}`), ['eu target-lowered', 'us retitled']);
    assert.deepEqual((await repository.review(['main'], { in: 'us' })).changes.map(({ root, kind, head }) => `${root} ${kind} ${head?.file ?? ''}`), ['us retitled us/a.strategy']);
  });

  it('reads the whole of the root in which the current folder lies', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED, 'plans/b.strategy': GOAL });
    await repository.write({ 'okrs/a.strategy': LOWERED });
    assert.deepEqual(changesIn(await repository.review(['main'], { in: 'plans' })), [`high target-lowered ${KR}`]);
  });

  it('tells of a root on one side only as one change, with what it holds counted', async () => {
    const repository = await Repository.with({ 'eu/throughline.json': SETTINGS, 'eu/a.strategy': ALIGNED });
    await repository.commit({ eu: null, 'us/throughline.json': SETTINGS, 'us/a.strategy': ALIGNED });
    const review = await repository.review(['HEAD~1', 'HEAD']);
    assert.deepEqual(review.changes.map(({ risk, kind, root, subject, before, after, message }) => ({ risk, kind, root, subject: `${subject.type} ${subject.id}`, before, after, message })), [
      { risk: 'high', kind: 'strategy-removed', root: 'eu', subject: 'strategy eu', before: '1 goal, 1 objective, 2 key results', after: null, message: 'The strategy in eu was removed: 1 goal, 1 objective, 2 key results.' },
      { risk: 'low', kind: 'strategy-added', root: 'us', subject: 'strategy us', before: null, after: '1 goal, 1 objective, 2 key results', message: 'The strategy in us was added: 1 goal, 1 objective, 2 key results.' },
    ]);
    assert.deepEqual(review.findings, { introduced: [], fixed: [], silenced: [], gone: [] });
    assert.deepEqual([review.asOf, review.summary.verdict], ['2026-03-01', '2 promises weakened.']);
    assert.deepEqual(review.notes, [
      'The strategy in eu seems to be in us now: 1 of its 1 files is there unchanged. Strategies are paired by their path, so that what changed within it is not told.',
    ]);
  });

  it('says which files of a root on one side only could not be read whole', async () => {
    const repository = await Repository.with({ 'README.md': '' });
    await repository.write({ 'throughline.json': '{ "asOf": "2026-03-01"', 'a.strategy': ALIGNED, 'b.strategy': 'goal "x {\n' });
    const review = await repository.review(['main']);
    assert.deepEqual(review.unreadable.map(({ side, file }) => `${side} ${file}`), ['head b.strategy', 'head throughline.json']);
    assert.deepEqual([review.complete, review.summary.verdict], [false, 'incomplete, 2 files could not be read whole: no promise is weakened.']);
  });

  it('takes the other side\'s rules where the settings are damaged', async () => {
    const ownerless = ALIGNED.replace('  owner    growth\n', '');
    const repository = await Repository.with({ 'throughline.json': '{ "asOf": "2026-02-20", "rules": { "missing-owner": "off" } }', 'a.strategy': ALIGNED });
    await repository.write({ 'throughline.json': '{ "asOf": "2026-04-01", "rules": { "missing-owner": "error" ', 'a.strategy': ownerless });
    const review = await repository.review(['main']);
    assert.deepEqual([review.asOf, review.complete], ['2026-02-20', false]);
    assert.deepEqual(review.findings.introduced.map(({ code }) => code), ['settings']);
  });

  it('takes another checkout\'s line ends for no difference', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    await repository.write({ 'a.strategy': ALIGNED.replaceAll('\n', '\r\n') });
    assert.equal((await repository.review(['main'])).summary.verdict, 'No change in meaning.');
  });

  it('gives whole strategies the risk that the settings say', async () => {
    const repository = await Repository.with({ 'README.md': '' });
    await repository.write({ 'throughline.json': '{ "asOf": "2026-03-01", "review": { "strategy-added": "high" } }', 'a.strategy': ALIGNED });
    assert.deepEqual(changesIn(await repository.review(['main'])), ['high strategy-added .']);
  });

  it('has no day where several roots are judged by different ones, and one with --as-of', async () => {
    const repository = await Repository.with({ 'eu/throughline.json': SETTINGS, 'eu/a.strategy': ALIGNED, 'us/throughline.json': '{ "asOf": "2026-04-01" }', 'us/a.strategy': ALIGNED });
    assert.equal((await repository.review(['main'])).asOf, null);
    assert.equal((await repository.review(['main', '--as-of', '2026-02-10'])).asOf, '2026-02-10');
  });

  it('judges both sides by head\'s day', async () => {
    const repository = await Repository.with({ 'throughline.json': '{ "asOf": "2026-02-01" }', 'a.strategy': ALIGNED });
    await repository.write({ 'throughline.json': '{ "asOf": "2026-04-30" }' });
    const review = await repository.review(['main']);
    assert.equal(review.asOf, '2026-04-30');
    assert.deepEqual(changesIn(review), ['medium as-of-changed throughline.json']);
    assert.deepEqual(review.findings.introduced, []);
  });

  it('takes today where nothing says a day', async () => {
    const repository = await Repository.with({ 'a.strategy': ALIGNED });
    assert.equal((await repository.review(['main'])).asOf, '2026-03-01');
  });
});
