import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf, type FileSystem } from '../../server/workspace/file-system.ts';
import { MemoryFileSystem } from '../../server/workspace/memory-file-system.ts';
import { NodeFileSystem, slashed } from '../../server/workspace/node-file-system.ts';

interface World {
  readonly fileSystem: FileSystem;
  /** Holds `a.strategy`, `sub/b.strategy`, and links: `file` to a.strategy, `folder` to sub, `loop` to itself, `gone` to nothing. */
  readonly top: string;
}

let scratch = '';

async function onDisk(): Promise<World> {
  scratch = await realpath(await mkdtemp(join(tmpdir(), 'throughline-files-')));
  await mkdir(join(scratch, 'sub'));
  await writeFile(join(scratch, 'a.strategy'), 'A');
  await writeFile(join(scratch, 'sub/b.strategy'), 'B');
  for (const [name, target] of [['file', 'a.strategy'], ['folder', 'sub'], ['loop', 'loop'], ['gone', 'nowhere']] as const) {
    await symlink(join(scratch, target), join(scratch, name));
  }
  return { fileSystem: new NodeFileSystem(), top: slashed(scratch) };
}

async function inMemory(): Promise<World> {
  return {
    top: '/w',
    fileSystem: new MemoryFileSystem({
      '/w/a.strategy': 'A', '/w/sub/b.strategy': 'B',
      '/w/file': { link: '/w/a.strategy' }, '/w/folder': { link: '/w/sub' }, '/w/loop': { link: '/w/loop' }, '/w/gone': { link: '/w/nowhere' },
    }),
  };
}

for (const [name, make] of [['the disk', onDisk], ['memory', inMemory]] as const) {
  describe(`a file system on ${name}`, () => {
    let world: World;
    const at = (path: string): string => path.split('/').reduce((folder, part) => world.fileSystem.child(folder, part), world.top);
    const failure = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no failure', reasonOf);

    before(async () => { world = await make(); });
    after(async () => { if (scratch !== '') await rm(scratch, { recursive: true, force: true }); });

    it('lists a folder, links as what they lead to', async () => {
      const entries = await world.fileSystem.list(world.top);
      const seen = new Map(entries.map(({ name: entry, type, target }) => [entry, [type, target === null ? null : target.slice(world.top.length)]]));
      assert.deepEqual([...seen].sort(), [
        ['a.strategy', ['file', null]], ['file', ['file', '/a.strategy']], ['folder', ['folder', '/sub']],
        ['gone', ['other', seen.get('gone')?.[1]]], ['loop', ['other', seen.get('loop')?.[1]]], ['sub', ['folder', null]],
      ]);
      assert.ok(entries.every(({ name: entry, target }) => !['gone', 'loop'].includes(entry) || target !== null));
    });

    it('reads a file, through a link too', async () => {
      assert.equal(new TextDecoder().decode(await world.fileSystem.read(at('sub/b.strategy'))), 'B');
      assert.equal(new TextDecoder().decode(await world.fileSystem.read(at('file'))), 'A');
    });

    it('tells what stands at a path, links followed', async () => {
      const types = await Promise.all(['a.strategy', 'sub', 'file', 'folder', 'gone', 'none', 'a.strategy/x'].map(async (path) => world.fileSystem.stat(at(path))));
      assert.deepEqual(types, ['file', 'folder', 'file', 'folder', null, null, null]);
    });

    it('says in a few words why something cannot be read', async () => {
      assert.equal(await failure(world.fileSystem.read(at('none'))), 'no such file or folder');
      assert.equal(await failure(world.fileSystem.list(at('none'))), 'no such file or folder');
      assert.notEqual(await failure(world.fileSystem.read(at('loop'))), 'no failure');
    });

    it('finds its way up to the top', () => {
      assert.deepEqual(world.fileSystem.parent(at('sub/b.strategy')), { folder: at('sub'), name: 'b.strategy' });
      let steps = 0;
      for (let path: string | undefined = at('sub'); path !== undefined; path = world.fileSystem.parent(path)?.folder) steps += 1;
      assert.equal(steps, world.top.split('/').length + 1);
    });
  });
}

describe('the paths of the disk', () => {
  it('have drives at their top on Windows', () => {
    const fileSystem = new NodeFileSystem();
    assert.deepEqual(fileSystem.parent('C:/a'), { folder: 'C:/', name: 'a' });
    assert.equal(fileSystem.parent('C:/'), null);
    assert.equal(fileSystem.child('C:/', 'a'), 'C:/a');
    assert.equal(fileSystem.parent('/'), null);
  });
});
