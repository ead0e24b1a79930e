import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { ALIGNED, BROKEN, Folder, removeFolders, SETTINGS } from './command.ts';
import type { StrategyData } from '../../server/exchange/data.ts';

afterEach(removeFolders);

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('server/exchange/export.schema.json', 'utf8')) as object);

function document(text: string): StrategyData {
  const data: unknown = JSON.parse(text);
  validate(data);
  assert.deepEqual(validate.errors, null);
  return data as StrategyData;
}

describe('throughline export', () => {
  it('writes the whole strategy of the current folder, with the names of files relative to it', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED });
    const { status, out, error } = await folder.throughline(['export', '--format', 'json']);
    assert.deepEqual([status, error], [0, '']);
    const { asOf, objectives } = document(out);
    assert.deepEqual([asOf, objectives.map(({ id, file }) => [id, file])], ['2026-03-01', [['self-serve', 'okrs/a.strategy']]]);
  });

  it('reads the whole root, whatever PATH is named in it', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'okrs/a.strategy': ALIGNED, 'b.strategy': BROKEN });
    const { out } = await folder.throughline(['export', 'b.strategy']);
    assert.equal(out, (await folder.throughline(['export'])).out);
    assert.deepEqual(document(out).objectives.map(({ id }) => id), ['lost', 'self-serve']);
  });

  it('--out writes a file, and nothing to standard output', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    const expected = (await folder.throughline(['export'])).out;
    assert.deepEqual(await folder.throughline(['export', '--out', 'strategy.json']), { status: 0, out: '', error: '' });
    assert.equal(await folder.read('strategy.json'), expected);
  });

  it('--out into a folder that is not there is said in one line, with status 2', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED });
    assert.deepEqual(await folder.throughline(['export', '--out', 'no/strategy.json']), {
      status: 2, out: '', error: 'throughline: no/strategy.json: could not be written: no such file or folder\n',
    });
  });

  it('--as-of says by which day progress is judged', async () => {
    const folder = await Folder.with({ 'a.strategy': ALIGNED });
    const { out } = await folder.throughline(['export', '--as-of', '2026-09-01']);
    assert.deepEqual([document(out).asOf, document(out).objectives[0]?.past], ['2026-09-01', true]);
  });

  it('of several strategies asks for one', async () => {
    const folder = await Folder.with({ 'one/throughline.json': SETTINGS, 'one/a.strategy': ALIGNED, 'two/throughline.json': SETTINGS, 'two/a.strategy': ALIGNED });
    assert.deepEqual(await folder.throughline(['export']), {
      status: 2, out: '', error: 'throughline: there are 2 strategies here, and an export holds one: name one of one, two\n',
    });
    assert.equal((await folder.throughline(['export', 'two'])).status, 0);
  });

  it('tells of syntax errors, and exports what could be read', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': `${ALIGNED}team ???\nteam sales "Sales"\n` });
    const { status, out, error } = await folder.throughline(['export']);
    assert.equal(status, 0);
    assert.equal(error, 'throughline: 1 file has syntax errors; what could be read is exported (see throughline check)\n');
    assert.deepEqual(document(out).teams.map(({ id }) => id), ['growth', 'sales']);
  });

  it('names a file that cannot be read, with status 2, and exports the others', async () => {
    const folder = await Folder.with({ 'throughline.json': SETTINGS, 'a.strategy': ALIGNED, 'b.strategy': Buffer.from([0xff]) });
    const { status, out, error } = await folder.throughline(['export']);
    assert.deepEqual([status, error, document(out).objectives.length], [2, 'throughline: b.strategy: is not UTF-8; save it as UTF-8\n', 1]);
  });

  it('refuses a form that is not there, naming those that are', async () => {
    const folder = await Folder.with({ 'a.strategy': ALIGNED });
    assert.deepEqual(await folder.throughline(['export', '--format', 'xlsx']), {
      status: 2, out: '', error: 'throughline: option \'--format <FORMAT>\' argument \'xlsx\' is invalid. Allowed choices are json, csv, markdown, mermaid, dot, svg, html.\n',
    });
  });
});
