import assert from 'node:assert/strict';
import { discover, settingsFolder } from '../../server/workspace/discover.ts';
import { MemoryFileSystem, type MemoryFile } from '../../server/workspace/memory-file-system.ts';

/** The roots at or below a folder: `location: files`, with what could not be looked into in brackets. */
async function roots(top: string, files: Readonly<Record<string, MemoryFile>>): Promise<readonly string[]> {
  const found = await discover(new MemoryFileSystem(files), top);
  return found.map((root) => [
    `${root.location}:`,
    ...root.files.map((file) => file.path),
    ...root.unreadable.map((folder) => `[${folder.path}: ${folder.reason}]`),
  ].join(' '));
}

describe('finding the files of a strategy', () => {
  it('takes every strategy file below the folder, by path in UTF-16 order', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/b.strategy': '', '/w/B.strategy': '', '/w/okrs/deep/a.strategy': '', '/w/okrs.strategy': '', '/w/readme.md': '', '/x.strategy': '',
    }), ['/w: B.strategy b.strategy okrs.strategy okrs/deep/a.strategy']);
  });

  it('makes a folder with its own throughline.json a root, and no part of the root above', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/a.strategy': '', '/w/two/throughline.json': '{}', '/w/two/b.strategy': '', '/w/two/inner/throughline.json': '{}', '/w/two/inner/c.strategy': '',
    }), ['/w: a.strategy', '/w/two: b.strategy', '/w/two/inner: c.strategy']);
  });

  it('looks into no root below that the caller does not want', async () => {
    const fileSystem = new MemoryFileSystem({ '/w/a.strategy': '', '/w/two/throughline.json': '{}', '/w/two/b.strategy': '' });
    const found = await discover(fileSystem, '/w', { enter: () => false });
    assert.deepEqual(found.map((root) => root.location), ['/w']);
  });

  it('passes over node_modules and .git at every depth', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/node_modules/p/a.strategy': '', '/w/packages/x/node_modules/p/b.strategy': '', '/w/.git/c.strategy': '', '/w/.github/d.strategy': '',
    }), ['/w: .github/d.strategy']);
  });

  it('takes a folder named like a strategy file as a folder', async () => {
    assert.deepEqual(await roots('/w', { '/w/old.strategy/a.strategy': '' }), ['/w: old.strategy/a.strategy']);
  });

  it('names a folder that may not be listed, and reads the others', async () => {
    assert.deepEqual(
      await roots('/w', { '/w/a.strategy': '', '/w/locked': { unreadable: 'permission denied' }, '/w/locked/b.strategy': '' }),
      ['/w: a.strategy [locked: permission denied]'],
    );
  });
});

describe('what .gitignore passes over', () => {
  it('is passed over, with comments, negations and folder patterns read as git does', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/.gitignore': '# drafts\n*.draft.strategy\n!keep.draft.strategy\nbuild/\r\n/only-here.strategy\n',
      '/w/a.draft.strategy': '', '/w/keep.draft.strategy': '', '/w/build/a.strategy': '', '/w/x/build/a.strategy': '',
      '/w/only-here.strategy': '', '/w/x/only-here.strategy': '',
    }), ['/w: keep.draft.strategy x/only-here.strategy']);
  });

  it('a deeper file has the last word', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/.gitignore': '*.strategy\nout\n', '/w/team/.gitignore': '!*.strategy\n!out\n/mine.strategy\nsub/other.strategy\n',
      '/w/a.strategy': '', '/w/team/b.strategy': '', '/w/team/out/c.strategy': '', '/w/team/mine.strategy': '', '/w/team/x/mine.strategy': '',
      '/w/team/sub/other.strategy': '', '/w/team/x/sub/other.strategy': '', '/w/out/d.strategy': '',
    }), ['/w: team/b.strategy team/out/c.strategy team/x/mine.strategy team/x/sub/other.strategy']);
  });

  it('nothing in an ignored folder comes back', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/.gitignore': 'old/\n!old/a.strategy\n', '/w/old/.gitignore': '!*\n', '/w/old/a.strategy': '', '/w/b.strategy': '',
    }), ['/w: b.strategy']);
  });

  it('holds for the files from the top of the repository down, and for .git/info/exclude', async () => {
    assert.deepEqual(await roots('/repo/okrs', {
      '/.gitignore': '*', '/repo/.git/HEAD': '', '/repo/.git/info/exclude': 'private.strategy\n', '/repo/.gitignore': '/okrs/old\n*.tmp.strategy\n',
      '/repo/okrs/old/a.strategy': '', '/repo/okrs/b.tmp.strategy': '', '/repo/okrs/private.strategy': '', '/repo/okrs/c.strategy': '',
      '/repo/okrs/new/old/d.strategy': '',
    }), ['/repo/okrs: c.strategy new/old/d.strategy']);
  });

  it('does not count for the folder that somebody names', async () => {
    assert.deepEqual(await roots('/repo/tmp', { '/repo/.git/HEAD': '', '/repo/.gitignore': 'tmp/\n', '/repo/tmp/a.strategy': '' }), ['/repo/tmp: a.strategy']);
  });

  it('takes a folder name with wild cards in it literally', async () => {
    assert.deepEqual(await roots('/w', {
      '/w/[a]*\nb/.gitignore': 'x.strategy\n/y.strategy\n', '/w/[a]*\nb/x.strategy': '', '/w/[a]*\nb/y.strategy': '', '/w/[a]*\nb/z.strategy': '',
      '/w/aQ/x.strategy': '',
    }), ['/w: [a]*\nb/z.strategy aQ/x.strategy']);
  });
});

describe('symbolic links', () => {
  it('to a folder are not followed, so that a circle has no end to reach', async () => {
    assert.deepEqual(await roots('/w', { '/w/a.strategy': '', '/w/sub/up': { link: '/w' }, '/w/self': { link: '/w/self' } }), ['/w: a.strategy']);
  });

  it('to a file elsewhere are read, to a file that is found anyway are not', async () => {
    assert.deepEqual(
      await roots('/w', { '/w/a.strategy': '', '/w/again.strategy': { link: '/w/a.strategy' }, '/w/far.strategy': { link: '/x/far.strategy' }, '/x/far.strategy': '' }),
      ['/w: a.strategy far.strategy'],
    );
  });

  it('that lead nowhere are files that cannot be read', async () => {
    assert.deepEqual(await roots('/w', { '/w/gone.strategy': { link: '/nowhere' } }), ['/w: gone.strategy']);
  });
});

describe('the root of a file', () => {
  it('is the nearest folder above that holds throughline.json', async () => {
    const fileSystem = new MemoryFileSystem({ '/throughline.json': '', '/w/throughline.json': '', '/w/a/b/c.strategy': '' });
    assert.equal(await settingsFolder(fileSystem, '/w/a/b'), '/w');
  });

  it('is not told by a folder of that name', async () => {
    const fileSystem = new MemoryFileSystem({ '/w/throughline.json/x': '', '/w/c.strategy': '' });
    assert.equal(await settingsFolder(fileSystem, '/w'), null);
  });
});
