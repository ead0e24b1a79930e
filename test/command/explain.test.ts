import assert from 'node:assert/strict';
import { rules } from '../../server/rules/index.ts';
import { pageOf } from '../../server/rules/page.ts';
import { Folder, removeFolders } from './command.ts';

afterEach(removeFolders);

describe('throughline explain', () => {
  for (const code of ['unaligned-objective', 'syntax', 'settings']) {
    it(`prints the page of ${code}`, async () => {
      const folder = await Folder.with({});
      assert.deepEqual(await folder.throughline(['explain', code]), { status: 0, out: pageOf(code), error: '' });
    });
  }

  it('names the nearest rules where there is none of that name', async () => {
    const folder = await Folder.with({});
    assert.deepEqual(await folder.throughline(['explain', 'unaligned-objectiv']), {
      status: 2, out: '', error: 'throughline: there is no rule \'unaligned-objectiv\'; did you mean unaligned-objective?\n',
    });
  });

  it('names the rules that a word is a part of', async () => {
    const folder = await Folder.with({});
    assert.deepEqual(await folder.throughline(['explain', 'unaligned']), {
      status: 2, out: '', error: 'throughline: there is no rule \'unaligned\'; did you mean unaligned-objective or unaligned-support?\n',
    });
  });

  it('says where the names stand, where none is near, and shows what was typed', async () => {
    const folder = await Folder.with({});
    assert.deepEqual(await folder.throughline(['explain', 'xyz\u001b[31m']), {
      status: 2, out: '', error: 'throughline: there is no rule \'xyz␛[31m\'; `throughline explain` lists the rules\n',
    });
  });

  it('lists every rule without a name', async () => {
    const folder = await Folder.with({});
    const { status, out } = await folder.throughline(['explain']);
    assert.equal(status, 0);
    assert.deepEqual(out.match(/^ {2}[a-z-]+/gm)?.map((code) => code.trim()), rules.map(({ code }) => code));
  });
});
