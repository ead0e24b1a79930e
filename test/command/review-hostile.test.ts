import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { ALIGNED, removeFolders, SETTINGS } from './command.ts';
import { changesIn, Repository } from './repository.ts';

afterEach(removeFolders);

const LOWERED = ALIGNED.replace('from 18% to 35%', 'from 18% to 30%');

describe('throughline review in a repository that wants to run something', () => {
  it('runs no hook, filter, textconv, pager, file system monitor, alias or transport', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED, '.gitattributes': '*.strategy filter=evil diff=evil merge=evil\n' });
    await repository.commit({ 'okrs/a.strategy': LOWERED });
    const owned = join(repository.path, 'owned');
    const script = join(repository.path, '.git/evil.sh');
    await repository.write({ '.git/evil.sh': `#!/bin/sh\necho "$0 $*" >> '${owned}'\ncat\n` });
    await chmod(script, 0o755);
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction', 'pre-auto-gc']) {
      await repository.write({ [`.git/hooks/${hook}`]: `#!/bin/sh\necho ${hook} >> '${owned}'\n` });
      await chmod(join(repository.path, '.git/hooks', hook), 0o755);
    }
    for (const [name, value] of [
      ['core.fsmonitor', script], ['core.hooksPath', '.git/hooks'], ['core.pager', script], ['pager.ls-tree', script], ['core.sshCommand', script], ['core.askPass', script],
      ['core.editor', script], ['core.alternateRefsCommand', script], ['filter.evil.clean', script], ['filter.evil.smudge', script], ['filter.evil.process', script],
      ['diff.evil.textconv', script], ['diff.external', script], ['diff.evil.command', script], ['merge.evil.driver', script], ['alias.ls-tree', `!${script}`],
      ['alias.cat-file', `!${script}`], ['remote.origin.url', `ext::${script}`], ['remote.origin.promisor', 'true'], ['extensions.partialClone', 'origin'],
      ['protocol.ext.allow', 'always'], ['core.gitProxy', script], ['credential.helper', script], ['include.path', join(repository.path, '.git/more')],
    ] as const) repository.git('config', name, value);
    await repository.write({ 'okrs/a.strategy': ALIGNED.replace('from 18% to 35%', 'from 18% to 25%') });
    const { status, out } = await repository.run(['review', 'HEAD~1']);
    assert.equal(status, 0);
    assert.match(out, /lowered from 35% to 25%/);
    assert.equal((await repository.run(['review', 'HEAD~1', 'HEAD', '--format', 'markdown'])).status, 0);
    assert.equal((await repository.run(['review', 'nowhere'])).status, 2);
    assert.equal(existsSync(owned), false);
  });

  it('follows no link out of the repository on the side of a commit', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED });
    await repository.folder.shell('ln -s ../../../../../../etc/passwd okrs/out.strategy; ln -s /etc/passwd okrs/absolute.strategy; ln -s loop.strategy okrs/loop.strategy; ln -s . okrs/again');
    await repository.commit({});
    const review = await repository.review(['HEAD~1', 'HEAD']);
    assert.equal(review.complete, false);
    assert.deepEqual(review.unreadable.map(({ side, file, message }) => `${side} ${file}: ${message}`), ['absolute', 'loop', 'out'].map((name) => (
      `head okrs/${name}.strategy: This could not be read: a symbolic link that leads to no file of the repository.`
    )));
    assert.deepEqual(changesIn(review), ['absolute', 'loop', 'out'].map((name) => `high syntax-broken okrs/${name}.strategy`));
  });

  it('says which file is no text, and compares the rest', async () => {
    const repository = await Repository.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED, 'okrs/b.strategy': 'goal b "Be first" { owner growth kind business }\n' });
    await repository.write({ 'okrs/a.strategy': LOWERED, 'okrs/b.strategy': new Uint8Array([0xff, 0xfe, 0x00]) });
    const review = await repository.review(['main']);
    assert.equal(review.complete, false);
    assert.match(review.summary.verdict, /^incomplete, 1 file could not be read whole: 1 promise weakened/);
    assert.deepEqual(review.unreadable.map(({ side, file, message, hides }) => ({ side, file, message, hides })), [
      { side: 'head', file: 'okrs/b.strategy', message: 'This could not be read: is UTF-16, not UTF-8; save it as UTF-8.', hides: ['b'] },
    ]);
  });
});
