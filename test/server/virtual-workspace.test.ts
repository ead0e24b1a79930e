/** A workspace whose files only the editor can read, as on vscode.dev and github.dev. */

import assert from 'node:assert/strict';
import { goals, lost, okrs, settings } from '../protocol/strategies.ts';
import { Served } from './served.ts';

const FOLDER = 'vscode-vfs://github/acme/strategy';
const under = (files: Readonly<Record<string, string>>): Record<string, string> => (
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text]))
);

describe('a virtual workspace', () => {
  let served: Served;

  afterEach(async () => {
    await served.end();
    assert.deepEqual(served.log, []);
  });

  it('has the findings of all its files, read by the editor', async () => {
    served = await Served.open(under({ 'throughline.json': settings, 'goals.strategy': goals, 'okrs/q1%202026.strategy': lost }), { folders: [FOLDER] });
    await served.settled();
    assert.deepEqual(served.codes(`${FOLDER}/okrs/q1%202026.strategy`), ['unknown-reference']);
    assert.equal(served.codes(`${FOLDER}/goals.strategy`)?.length, 1);
  });

  it('passes over what .gitignore passes over, and has a root for each throughline.json', async () => {
    served = await Served.open(under({
      'throughline.json': settings, '.gitignore': 'old/\n', 'goals.strategy': goals, 'okrs.strategy': okrs, 'old/a.strategy': 'goal',
      'other/throughline.json': settings, 'other/okrs.strategy': lost,
    }), { folders: [FOLDER] });
    await served.settled();
    assert.deepEqual(served.published.map(({ uri }) => uri.slice(FOLDER.length + 1)), ['other/okrs.strategy']);
  });

  it('follows the files that the editor tells of', async () => {
    served = await Served.open(under({ 'throughline.json': settings, 'goals.strategy': goals, 'okrs.strategy': lost }), { folders: [FOLDER] });
    await served.settled();
    served.files.set(`${FOLDER}/okrs.strategy`, okrs);
    await served.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${FOLDER}/okrs.strategy`, type: 2 }] });
    await served.settled();
    assert.deepEqual(served.codes(`${FOLDER}/okrs.strategy`), []);
  });

  it('has no document of the disk: that gets its syntax errors alone', async () => {
    served = await Served.open(under({ 'throughline.json': settings, 'goals.strategy': goals, 'okrs.strategy': okrs }), { folders: [FOLDER] });
    await served.open('file:///elsewhere/a.strategy', 'objective alone "Alone" {}\nteam idle "Idle');
    await served.settled();
    assert.deepEqual(served.codes('file:///elsewhere/a.strategy'), ['syntax']);
  });

  it('is empty, and nothing breaks, where the editor does not read files for the server', async () => {
    served = await Served.open({}, { folders: [FOLDER], files: false });
    await served.open(`${FOLDER}/okrs.strategy`, okrs);
    await served.settled();
    assert.ok(served.codes(`${FOLDER}/okrs.strategy`) !== undefined);
  });
});

describe('a strategy that is judged by today', () => {
  it('is judged anew when the day turns, and one with a day of its own is not', async () => {
    const start = Date.now();
    const base = Date.parse('2026-03-31T23:59:59.500Z');
    const files = { 'goals.strategy': goals, 'okrs.strategy': okrs };
    const dated = Object.fromEntries(Object.entries({ ...files, 'throughline.json': settings }).map(([path, text]) => [`${FOLDER}/dated/${path}`, text]));
    const served = await Served.open({ ...under(files), ...dated }, { folders: [FOLDER], clock: () => base + Date.now() - start });
    const file = `${FOLDER}/okrs.strategy`;
    await served.settled();
    assert.equal(served.codes(file), undefined);
    while (served.codes(file) === undefined) await new Promise((resolve) => { setTimeout(resolve, 20); });
    assert.ok(served.codes(file)?.includes('overdue'));
    assert.equal(served.codes(`${FOLDER}/dated/okrs.strategy`), undefined);
    await served.end();
  });
});
