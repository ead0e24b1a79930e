import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ALIGNED, Folder, removeFolders, SETTINGS } from './command.ts';
import { changesIn, Repository } from './repository.ts';

afterEach(removeFolders);

const LOWERED = ALIGNED.replace('from 18% to 35%', 'from 18% to 30%');
const RENAMED_GOAL = ALIGNED.replace('"Win the mid-market"', '"Win all of the mid-market"');
const KR = 'self-serve."More trial teams deploy in week one"';
const START: Readonly<Record<string, string>> = { 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED };

/** `main` went on by itself after `feature` left it. */
async function forked(): Promise<Repository> {
  const repository = await Repository.with(START);
  repository.git('checkout', '--quiet', '-b', 'feature');
  await repository.commit({ 'okrs/a.strategy': LOWERED });
  repository.git('checkout', '--quiet', 'main');
  await repository.commit({ 'okrs/a.strategy': RENAMED_GOAL });
  repository.git('checkout', '--quiet', 'feature');
  return repository;
}

describe('throughline review of revisions', () => {
  it('compares with the merge base, so that what others merged meanwhile is not blamed on this change', async () => {
    const repository = await forked();
    const review = await repository.review(['main', 'feature']);
    assert.deepEqual(changesIn(review), [`high target-lowered ${KR}`]);
    assert.deepEqual(review.base, { given: 'main', commit: repository.git('merge-base', 'main', 'feature') });
    assert.deepEqual(review.head, { given: 'feature', commit: repository.git('rev-parse', 'feature'), workTree: false });
  });

  it('understands A...B as the merge base, and A..B as A itself', async () => {
    const repository = await forked();
    assert.deepEqual(changesIn(await repository.review(['main...feature'])), [`high target-lowered ${KR}`]);
    const direct = await repository.review(['main..feature']);
    assert.deepEqual(changesIn(direct), [`high target-lowered ${KR}`, 'medium retitled win']);
    assert.deepEqual([direct.base.given, direct.head.given], ['main', 'feature']);
    assert.equal(direct.base.commit, repository.git('rev-parse', 'main'));
  });

  it('takes HEAD for the end of a range that is left out', async () => {
    const repository = await forked();
    const review = await repository.review(['main..']);
    assert.deepEqual([review.head.given, review.head.workTree], ['HEAD', false]);
    assert.deepEqual(changesIn(review), [`high target-lowered ${KR}`, 'medium retitled win']);
  });

  it('compares BASE itself with --direct', async () => {
    const repository = await forked();
    const expected = [`high target-lowered ${KR}`, 'medium retitled win'];
    assert.deepEqual(changesIn(await repository.review(['main', 'feature', '--direct'])), expected);
    assert.deepEqual(changesIn(await repository.review(['main...feature', '--direct'])), expected);
    assert.deepEqual(changesIn(await repository.review(['main', '--direct'])), expected);
  });

  it('takes tags, parts of ids and expressions of git for revisions', async () => {
    const repository = await forked();
    repository.git('tag', '--annotate', '--message', 'One', 'v1', 'main~1');
    for (const base of ['v1', 'main~1', repository.git('rev-parse', '--short', 'main~1'), 'HEAD^{/A ch..ge}~1', '@~1', 'main@{0}~1']) {
      assert.deepEqual(changesIn(await repository.review([base, 'feature', '--direct'])), [`high target-lowered ${KR}`], base);
    }
  });

  it('compares the files as they are now where HEAD is left out, untracked ones that git does not ignore among them', async () => {
    const repository = await forked();
    await repository.write({
      'okrs/a.strategy': LOWERED.replace('18% to 30%', '18% to 25%'), 'okrs/new.strategy': 'goal grow "Grow in the north" { owner growth kind business }\n',
      '.gitignore': 'draft*.strategy\n', 'okrs/draft-1.strategy': 'goal never "Never" { owner growth }\n',
    });
    const review = await repository.review(['main']);
    assert.deepEqual(changesIn(review), [`high target-lowered ${KR}`, 'medium goal-added grow']);
    assert.deepEqual(review.head, { given: null, commit: repository.git('rev-parse', 'HEAD'), workTree: true });
    assert.equal(review.changes[0]?.after, '25%');
  });

  it('passes over what .git/info/exclude and the user\'s own excludes name', async () => {
    const repository = await Repository.with(START);
    await repository.write({ '.git/info/exclude': 'mine.strategy\n', 'mine.strategy': 'goal mine "Mine"\n', 'theirs.strategy': 'goal theirs "Theirs"\n', excludes: 'theirs.strategy\n' });
    repository.git('config', 'core.excludesFile', join(repository.path, 'excludes'));
    assert.deepEqual(changesIn(await repository.review(['main'])), []);
  });

  it('sees files that are deleted, staged or not', async () => {
    const repository = await Repository.with({ ...START, 'okrs/b.strategy': 'goal b "Be first" { owner growth kind business }\n', 'okrs/c.strategy': 'goal c "See all" { owner growth kind business }\n' });
    repository.git('rm', '--quiet', 'okrs/b.strategy');
    await repository.write({ 'okrs/c.strategy': null });
    assert.deepEqual(changesIn(await repository.review(['main'])), ['high goal-removed b', 'high goal-removed c']);
  });

  it('finds nothing where nothing changed, and says so', async () => {
    const repository = await Repository.with(START);
    assert.deepEqual(await repository.run(['review', 'main']), {
      status: 0, error: '', out: `No change in meaning.\nmain (${repository.git('rev-parse', '--short=7', 'HEAD')}) → work tree, as of 2026-03-01\n`,
    });
  });

  it('takes moved, reformatted and commented text for no change, and counts the files', async () => {
    const repository = await Repository.with(START);
    await repository.commit({ 'okrs/a.strategy': null, 'plans/b.strategy': ALIGNED.replace('  supports win\n', '  // Agreed.\n  supports   win\n') });
    const review = await repository.review(['HEAD~1', 'HEAD']);
    assert.deepEqual([review.changes, review.findings, review.scores], [[], { introduced: [], fixed: [], silenced: [], gone: [] }, []]);
    assert.equal(review.summary.verdict, 'No change in meaning (1 file reformatted).');
  });

  it('leaves the work tree, the index and the configuration as they are', async () => {
    const repository = await forked();
    await repository.write({ 'okrs/new.strategy': 'goal grow "Grow in the north"\n' });
    const before = [repository.git('status', '--porcelain'), repository.git('ls-files', '--debug')];
    await repository.review(['main']);
    assert.deepEqual([repository.git('status', '--porcelain'), repository.git('ls-files', '--debug')], before);
  });

  it('works in a bare repository between revisions, and says what is missing without HEAD', async () => {
    const repository = await forked();
    const bare = await Folder.with({});
    repository.git('clone', '--quiet', '--bare', '.', bare.path);
    assert.deepEqual(changesIn(await Repository.at(bare).review(['main', 'feature'])), [`high target-lowered ${KR}`]);
    const { status, out, error } = await Repository.at(bare).run(['review', 'main']);
    assert.deepEqual({ status, out, error }, { status: 2, out: '', error: 'throughline: this repository has no work tree; name the revision to compare with: throughline review BASE HEAD\n' });
  });

  it('works in a repository whose objects are named by SHA-256', async () => {
    const repository = await Repository.empty('--object-format=sha256');
    await repository.commit(START);
    await repository.write({ 'okrs/a.strategy': LOWERED });
    const review = await repository.review(['main']);
    assert.deepEqual(changesIn(review), [`high target-lowered ${KR}`]);
    assert.equal(review.base.commit?.length, 64);
  });

  it('looks into linked work trees', async () => {
    const repository = await forked();
    const other = await Folder.with({});
    repository.git('worktree', 'add', '--quiet', '--detach', join(other.path, 'tree'), 'main');
    const linked = Repository.at(other);
    await other.write('tree/okrs/a.strategy', RENAMED_GOAL.replace('18% to 35%', '18% to 20%'));
    assert.deepEqual(changesIn(await linked.review(['main'], { in: 'tree' })), [`high target-lowered ${KR}`]);
  });

  it('takes what a sparse checkout leaves out as it stands in the index', async () => {
    const repository = await Repository.with({ ...START, 'plans/b.strategy': 'goal b "Be first" { owner growth kind business }\n' });
    repository.git('sparse-checkout', 'set', 'okrs');
    await repository.write({ 'okrs/a.strategy': LOWERED });
    assert.deepEqual(changesIn(await repository.review(['main'])), [`high target-lowered ${KR}`]);
  });

  it('follows symbolic links to files within the repository, as check does', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'shared/plan.txt': ALIGNED });
    await symlink('shared/plan.txt', join(repository.path, 'plan.strategy'));
    await symlink('plan.strategy', join(repository.path, 'again.strategy'));
    await repository.commit({});
    await repository.commit({ 'shared/plan.txt': LOWERED });
    const review = await repository.review(['HEAD~1', 'HEAD']);
    assert.deepEqual(changesIn(review), [`high target-lowered ${KR}`]);
    assert.deepEqual(changesIn(await repository.review(['HEAD~1'])), [`high target-lowered ${KR}`]);
  });

  it('reads names of any bytes', async () => {
    const repository = await Repository.with(START);
    await repository.folder.shell('printf "goal odd \\"An odd one\\" { owner growth }" > "$(printf "b\\377 \\047\\042 c.strategy")"');
    await repository.write({ 'okrs/a\nb \u202e☃.strategy': 'goal odder "An odder one" { owner growth }\n' });
    const before = await repository.review(['main']);
    assert.deepEqual(changesIn(before), ['medium goal-added odd', 'medium goal-added odder']);
    assert.deepEqual(before.changes.map(({ head }) => head?.file), ['b\\xff \'" c.strategy', 'okrs/a\nb \u202e☃.strategy']);
    await repository.commit({});
    assert.deepEqual(changesIn(await repository.review(['HEAD~1', 'HEAD'])), changesIn(before));
    const { out } = await repository.run(['review', 'HEAD~1', 'HEAD']);
    assert.match(out, /okrs\/a␊b <U\+202E>☃\.strategy:1:6/);
  });

  it('names changed submodules, which it does not look into', async () => {
    const inner = await Repository.with({ 'a.strategy': 'goal inner "Inner"\n' });
    const repository = await Repository.with(START);
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'vendor');
    await repository.commit({});
    const review = await repository.review(['HEAD~1', 'HEAD']);
    assert.deepEqual(changesIn(review), []);
    assert.deepEqual(review.notes, ['The submodule vendor changed. What is in it is not compared here: review it in its own repository.']);
    assert.deepEqual((await repository.review(['HEAD'])).notes, []);
    assert.deepEqual(changesIn(await repository.review(['HEAD'], { in: 'vendor' })), []);
  });
});
