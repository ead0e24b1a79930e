import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALIGNED, Folder, removeFolders, SETTINGS } from './command.ts';
import { changesIn, Repository, type RunIn } from './repository.ts';

afterEach(removeFolders);

const START: Readonly<Record<string, string>> = { 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED };
const LOWERED = ALIGNED.replace('from 18% to 35%', 'from 18% to 30%');

/** The one line on standard error with which a review is refused: status 2, nothing on standard output. */
async function refusal(repository: Repository, args: readonly string[], options?: RunIn): Promise<string> {
  const { status, out, error } = await repository.run(['review', ...args], options);
  assert.deepEqual({ status, out }, { status: 2, out: '' });
  assert.match(error, /^throughline: [^\n]*\n$/);
  return error.slice('throughline: '.length, -1);
}

/** A clone of a repository with two commits on `main` and a branch `feature` beside it. */
async function cloned(...options: readonly string[]): Promise<Repository> {
  const origin = await Repository.with(START);
  await origin.commit({ 'okrs/a.strategy': LOWERED });
  origin.git('checkout', '--quiet', '-b', 'feature', 'main~1');
  await origin.commit({ 'okrs/b.strategy': 'goal b "Be first" { owner growth kind business }\n' });
  origin.git('tag', 'v1', 'main');
  const folder = await Folder.with({});
  origin.git('clone', '--quiet', ...options, `file://${origin.path}`, folder.path);
  return Repository.at(folder);
}

describe('throughline review that cannot be done', () => {
  it('names the command that fetches a branch that is not there', async () => {
    const clone = await cloned('--branch=feature');
    assert.equal(await refusal(clone, ['main']), 'there is no revision \'main\' in this repository; \'origin/main\' is there, or fetch it with: git fetch origin main:main');
    assert.equal(await refusal(clone, ['other']), 'there is no revision \'other\' in this repository; fetch it with: git fetch origin other:other');
    clone.git('fetch', '--quiet', 'origin', 'main:main');
    assert.deepEqual(changesIn(await clone.review(['main'])), ['medium goal-added b']);
  });

  it('names the command that fetches what a shallow clone lacks', async () => {
    const clone = await cloned('--branch=feature', '--depth=1');
    assert.equal(await refusal(clone, ['main']), 'there is no revision \'main\' in this shallow clone; fetch it with: git fetch origin main:main');
    assert.equal(await refusal(clone, ['origin/main']), 'there is no revision \'origin/main\' in this shallow clone; fetch it with: git fetch origin main:refs/remotes/origin/main');
    assert.equal(await refusal(clone, ['HEAD~1']), 'there is no revision \'HEAD~1\' in this shallow clone; fetch it with: git fetch --unshallow origin');
    const id = '0123456789012345678901234567890123456789';
    assert.equal(await refusal(clone, [id]), `there is no revision '${id}' in this shallow clone; fetch it with: git fetch origin ${id}`);
    assert.equal(await refusal(clone, ['HEAD', 'abc1234']), 'there is no revision \'abc1234\' in this shallow clone; fetch it with: git fetch --unshallow origin');
  });

  it('says how to fetch the history where a shallow clone has no merge base', async () => {
    const clone = await cloned('--branch=feature', '--depth=1');
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main:main');
    assert.equal(await refusal(clone, ['main']), '\'main\' and \'HEAD\' have no merge base in this shallow clone; fetch the history with: git fetch --unshallow origin '
      + '(actions/checkout: fetch-depth: 0), or compare them as they are with --direct');
    assert.deepEqual(changesIn(await clone.review(['main', '--direct'])).length, 2);
    clone.git('fetch', '--quiet', '--unshallow', 'origin');
    assert.deepEqual(changesIn(await clone.review(['main'])), ['medium goal-added b']);
  });

  it('says so where two histories have nothing in common', async () => {
    const repository = await Repository.with(START);
    repository.git('checkout', '--quiet', '--orphan', 'other');
    await repository.commit({}, 'Another beginning');
    assert.equal(await refusal(repository, ['main']), '\'main\' and \'HEAD\' have no merge base: their histories have nothing in common; --direct compares them all the same');
  });

  it('says so where there is nowhere to fetch from', async () => {
    const repository = await Repository.with(START);
    assert.equal(await refusal(repository, ['nowhere']), 'there is no revision \'nowhere\' in this repository, and it has no remote to fetch it from; git branch --all and git tag list those that are there');
  });

  it('says which side of a range is missing', async () => {
    const repository = await Repository.with(START);
    assert.match(await refusal(repository, ['main..nowhere']), /^there is no revision 'nowhere' /);
    assert.match(await refusal(repository, ['nowhere...main']), /^there is no revision 'nowhere' /);
    assert.match(await refusal(repository, ['main..main..main']), /^there is no revision 'main..main' /);
  });

  it('never takes a revision for an option of git', async () => {
    const repository = await Repository.with(START);
    for (const revision of ['--output=owned', '--exec=touch owned', '-h', '--all', '--git-dir']) {
      assert.match(await refusal(repository, ['--', revision]), /^there is no revision '-/);
    }
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('shows what was typed and sends no control character', async () => {
    const repository = await Repository.with(START);
    assert.match(await refusal(repository, ['a\u001b[31m\nb']), /^there is no revision 'a␛\[31m␊b' /);
    assert.match(await refusal(repository, ['a\0b']), /^there is no revision 'a␀b' /);
    assert.match(await refusal(repository, ['$(touch owned)', '`touch owned`']), /^there is no revision '\$\(touch owned\)' /);
  });

  it('refuses what is no commit', async () => {
    const repository = await Repository.with(START);
    assert.equal(await refusal(repository, ['HEAD:okrs']), '\'HEAD:okrs\' is no commit (a file or a folder of one); name a branch, a tag or a commit');
    assert.equal(await refusal(repository, ['']), 'a revision is empty; name a branch, a tag, a commit or a folder');
  });

  it('refuses a range together with a second revision', async () => {
    const repository = await Repository.with(START);
    assert.equal(await refusal(repository, ['main..main', 'main']), '\'main..main\' names both sides already; leave out \'main\'');
  });

  it('says so in a repository without a commit', async () => {
    const repository = await Repository.empty();
    await repository.write(START);
    assert.equal(await refusal(repository, ['HEAD']), 'this repository has no commit yet; there is nothing to compare with');
  });

  it('says so outside of a git repository', async () => {
    const folder = await Folder.with(START);
    const error = await refusal(Repository.at(folder), ['main'], { environment: { GIT_CEILING_DIRECTORIES: join(folder.path, '..') } });
    assert.equal(error, `${folder.path}: not in a git repository; name two folders to compare them without one`);
  });

  it('says so where git is not installed', async () => {
    const repository = await Repository.with(START);
    assert.equal(await refusal(repository, ['main'], { environment: { PATH: repository.path } }), 'git is needed to compare revisions, and is not installed (or not on the PATH)');
  });

  it('says so where neither side has a strategy', async () => {
    const repository = await Repository.with({ 'README.md': 'Nothing here\n' });
    assert.equal(await refusal(repository, ['main']), 'no strategy file on either side; the name of a strategy file ends in .strategy');
  });

  it('says so where the repository is damaged', async () => {
    const repository = await Repository.with(START);
    const id = repository.git('rev-parse', 'HEAD:okrs/a.strategy');
    const file = join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2));
    await repository.write({ 'okrs/a.strategy': LOWERED, [file.slice(repository.path.length + 1)]: null });
    writeFileSync(file, 'no object');
    assert.match(await refusal(repository, ['main']), /^this repository lacks the content of a strategy file; .*git fsck/);
  });

  it('fetches nothing: a partial clone says what it lacks', async () => {
    const origin = await Repository.with(START);
    origin.git('config', 'uploadpack.allowFilter', 'true');
    await origin.commit({ 'okrs/a.strategy': LOWERED });
    const folder = await Folder.with({});
    origin.git('clone', '--quiet', '--filter=blob:none', `file://${origin.path}`, folder.path);
    const clone = Repository.at(folder);
    assert.equal(await refusal(clone, ['HEAD~1']), 'this repository lacks the content of a strategy file; in a partial clone fetch it with: git fetch --refetch --no-filter (in any other, git fsck tells what is damaged)');
    clone.git('fetch', '--quiet', '--refetch', '--no-filter');
    assert.equal(changesIn(await clone.review(['HEAD~1'])).length, 1);
  });

  for (const [args, why] of [
    [[], /missing required argument 'BASE'/], [['main', 'main', 'main'], /too many arguments/],
    [['main', '--fail-on', 'info'], /--fail-on.*Allowed choices are high, medium, low, none/], [['main', '--format', 'xml'], /Allowed choices are pretty, markdown, json, github/],
    [['main', '--as-of', 'today'], /It is no date/], [['main', '--strict'], /unknown option '--strict'/],
  ] as const) {
    it(`refuses ${JSON.stringify(args)}`, async () => {
      assert.match(await refusal(await Repository.with(START), args), why);
    });
  }
});
