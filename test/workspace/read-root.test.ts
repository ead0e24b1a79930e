import assert from 'node:assert/strict';
import { discover } from '../../server/workspace/discover.ts';
import { encode } from '../../server/workspace/decode.ts';
import { MemoryFileSystem, type MemoryFile } from '../../server/workspace/memory-file-system.ts';
import { readRoot } from '../../server/workspace/read-root.ts';

async function read(files: Readonly<Record<string, MemoryFile>>) {
  const fileSystem = new MemoryFileSystem(files);
  const [root] = await discover(fileSystem, '/w');
  assert.ok(root);
  return readRoot(fileSystem, root);
}

describe('reading a root', () => {
  it('gives the texts by path, and that of throughline.json', async () => {
    const { files, settingsText } = await read({ '/w/b.strategy': 'B', '/w/a.strategy': 'A', '/w/throughline.json': '{}' });
    assert.deepEqual(files.map((file) => [file.path, file.text]), [['a.strategy', 'A'], ['b.strategy', 'B']]);
    assert.equal(settingsText, '{}');
  });

  it('takes a byte-order mark off, and remembers it', async () => {
    const { files } = await read({ '/w/a.strategy': new Uint8Array([0xef, 0xbb, 0xbf, 0x61]) });
    assert.deepEqual(files.map((file) => [file.text, file.bom]), [['a', true]]);
    assert.deepEqual([...encode('a', true)], [0xef, 0xbb, 0xbf, 0x61]);
  });

  it('names a file that is not UTF-8, and reads the others', async () => {
    const { files, unreadable } = await read({ '/w/latin.strategy': new Uint8Array([0x66, 0xfc, 0x72]), '/w/b.strategy': 'B' });
    assert.deepEqual(files.map((file) => file.path), ['b.strategy']);
    assert.deepEqual(unreadable.map((file) => `${file.path} ${file.reason}`), ['latin.strategy is not UTF-8; save it as UTF-8']);
  });

  it('says of UTF-16 what it is', async () => {
    const { unreadable } = await read({ '/w/a.strategy': new Uint8Array([0xff, 0xfe, 0x61, 0]) });
    assert.deepEqual(unreadable.map((file) => file.reason), ['is UTF-16, not UTF-8; save it as UTF-8']);
  });

  it('names a file and a throughline.json that cannot be read', async () => {
    const { settingsText, unreadable } = await read({
      '/w/a.strategy': { unreadable: 'permission denied' }, '/w/throughline.json': { unreadable: 'permission denied' },
    });
    assert.equal(settingsText, null);
    assert.deepEqual(unreadable.map((file) => `${file.path}: ${file.reason}`), ['a.strategy: permission denied', 'throughline.json: permission denied']);
  });

  it('is not overwhelmed by thousands of files', async () => {
    const { files } = await read(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`/w/${i % 50}/${i}.strategy`, String(i)])));
    assert.equal(files.length, 5000);
  });
});
