import assert from 'node:assert/strict';
import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND, Folder, removeFolders } from './command.ts';
import { DatedRepository } from './dated-repository.ts';

const KR = `objective self-serve "Teams start without talking to us" {
  kr activation "More trial teams deploy" from 18% to 35% {
    checkin 2026-02-28 22%
  }
}
`;
const withCheckin = (line: string): string => KR.replace('22%\n', `22%\n    checkin ${line}\n`);

/** A repository with the merge driver set up as the guide says, and two branches that both changed a file. */
async function branches(ours: string, theirs: string, base = KR): Promise<DatedRepository> {
  const repository = await DatedRepository.with({ '.gitattributes': '*.strategy merge=throughline\n', 'okrs/a b.strategy': base });
  await repository.git('config', 'merge.throughline.driver', `'${process.execPath}' '${COMMAND}' merge --marker-size=%L --path=%P %O %A %B`);
  await repository.git('checkout', '-q', '-b', 'theirs');
  await repository.commit('Theirs', { 'okrs/a b.strategy': theirs });
  await repository.git('checkout', '-q', 'main');
  await repository.commit('Ours', { 'okrs/a b.strategy': ours });
  return repository;
}

describe('git merge with the driver', () => {
  afterEach(removeFolders);

  it('brings check-ins of two people together', async () => {
    const repository = await branches(withCheckin('2026-03-31 27%'), withCheckin('2026-03-14 24%'));
    await repository.git('merge', '-q', '--no-edit', 'theirs');
    assert.equal(await repository.folder.read('okrs/a b.strategy'), withCheckin('2026-03-14 24%\n    checkin 2026-03-31 27%'));
    assert.equal(await repository.git('status', '--porcelain'), '');
  });

  it('leaves two targets to people, around the one line', async () => {
    const repository = await branches(KR.replace('to 35%', 'to 30%'), KR.replace('to 35%', 'to 40%').replace('22%\n', '22%\n    checkin 2026-03-14 24%\n'));
    await assert.rejects(repository.git('merge', '-q', '--no-edit', 'theirs'));
    assert.equal(await repository.git('status', '--porcelain'), 'UU "okrs/a b.strategy"');
    assert.equal(await repository.folder.read('okrs/a b.strategy'), `objective self-serve "Teams start without talking to us" {
<<<<<<< ours
  kr activation "More trial teams deploy" from 18% to 30% {
=======
  kr activation "More trial teams deploy" from 18% to 40% {
>>>>>>> theirs
    checkin 2026-02-28 22%
    checkin 2026-03-14 24%
  }
}
`);
  });

  it('merges a file with a syntax error line by line, as git does, and says so', async () => {
    const broken = KR.replace('objective self-serve', 'metric broken {\n\nobjective self-serve');
    const repository = await branches(broken, KR.replace('22%', '23%'));
    const { error, status } = await repository.folder.shell('git -c user.name=a -c user.email=a@example.com merge -q --no-edit theirs');
    assert.equal(status, 0, error);
    assert.match(error, /^throughline: okrs\/a b\.strategy: a version of it has syntax errors, so it is merged line by line/m);
    assert.equal(await repository.folder.read('okrs/a b.strategy'), broken.replace('22%', '23%'));
  });

  it('rebases and cherry-picks too', async () => {
    const repository = await branches(withCheckin('2026-03-31 27%'), withCheckin('2026-03-14 24%'));
    await repository.git('cherry-pick', 'theirs');
    assert.equal(await repository.folder.read('okrs/a b.strategy'), withCheckin('2026-03-14 24%\n    checkin 2026-03-31 27%'));
  });
});

describe('throughline merge', () => {
  afterEach(removeFolders);

  const files = (ours: string | Uint8Array, theirs: string | Uint8Array, base: string | Uint8Array = KR): Promise<Folder> => Folder.with({ base, ours, theirs });
  const merge = (folder: Folder, ...options: readonly string[]) => folder.throughline(['merge', ...options, 'base', 'ours', 'theirs']);

  it('replaces OURS and ends with status 0', async () => {
    const folder = await files(withCheckin('2026-03-31 27%'), KR.replace('to 35%', 'to 40%'));
    assert.deepEqual(await merge(folder), { status: 0, out: '', error: '' });
    assert.equal(await folder.read('ours'), withCheckin('2026-03-31 27%').replace('to 35%', 'to 40%'));
  });

  it('ends with status 1 where a conflict is left, with marks as long as asked for', async () => {
    const folder = await files(KR.replace('to 35%', 'to 30%'), KR.replace('to 35%', 'to 40%'));
    assert.equal((await merge(folder, '--marker-size', '11')).status, 1);
    assert.match(await folder.read('ours'), /^<{11} ours$/m);
  });

  it('ends with status 1 where lines are in conflict in a file that cannot be understood', async () => {
    const folder = await files('goal {\n  a\n', 'goal {\n  b\n', 'goal {\n');
    assert.equal((await merge(folder)).status, 1);
    assert.match(await folder.read('ours'), /<<<<<<< ours\n {2}a\n=======\n {2}b\n>>>>>>> theirs/);
  });

  it('keeps a byte-order mark, line ends and the rights to the file', async () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const folder = await files(windows(withCheckin('2026-03-31 27%')), windows(KR.replace('to 35%', 'to 40%')), windows(KR));
    await chmod(join(folder.path, 'ours'), 0o640);
    assert.equal((await merge(folder)).status, 0);
    assert.equal(await folder.read('ours'), windows(withCheckin('2026-03-31 27%').replace('to 35%', 'to 40%')));
    assert.equal((await stat(join(folder.path, 'ours'))).mode & 0o777, 0o640);
  });

  it('says which file could not be read, and changes nothing', async () => {
    const folder = await Folder.with({ base: KR, ours: KR });
    assert.deepEqual(await merge(folder), { status: 2, out: '', error: 'throughline: theirs: no such file or folder\n' });
    assert.equal(await folder.read('ours'), KR);
  });

  it('leaves OURS as it is where nothing can merge it', async () => {
    const bytes = Uint8Array.of(0, 1, 2, 255);
    const folder = await files(bytes, Uint8Array.of(0, 3), Uint8Array.of(0, 4));
    const { status, error } = await merge(folder);
    assert.equal(status, 2);
    assert.match(error, /ours: could not be merged: .*Cannot merge binary files/);
    assert.equal((await stat(join(folder.path, 'ours'))).size, 4);
  });
});
