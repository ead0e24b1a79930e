import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limited, logLine, message, writeOutputs, writeSummary } from '../../server/action/workflow-commands.ts';

describe('workflow commands', () => {
  let folder: string;
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'throughline-')); });
  afterEach(async () => { await rm(folder, { recursive: true }); });

  it('cannot be forged by a message', () => {
    assert.equal(message('notice', 'a\n::set-env name=PATH::/tmp%0A::error::x'), '::notice title=Throughline::a␊::set-env name=PATH::/tmp%250A::error::x\n');
  });

  it('cannot be forged by a line of the log', () => {
    for (const text of ['::error::x', '  ::error::x', '##[error]x', 'a ##[set-env name=a;]b', '\n::error::x', '\r::error::x']) {
      const line = logLine(text);
      assert.ok(!/^\s*::/.test(line) && !line.includes('##[') && line.split(/[\r\n]/).length === 2, JSON.stringify(line));
    }
  });

  it('are nine of a level and one that counts the rest', () => {
    const errors = Array.from({ length: 12 }, (_, index) => `::error file=a.strategy,line=${index + 1}::wrong`);
    const kept = limited(['::notice file=a::n', ...errors, '::warning file=a::w', 'a line of the log']);
    assert.deepEqual(kept, [...errors.slice(0, 9), '::error title=Throughline::3 more; the summary of this run lists them.', '::warning file=a::w', '::notice file=a::n']);
  });

  it('say one thing of one place once, at its graver level', () => {
    assert.deepEqual(limited([
      '::warning file=a.strategy,line=1,title=missing-owner::No owner.', '::error file=a.strategy,line=1,title=missing-owner::No owner.%0AFix: add one', '::notice file=a.strategy,line=2::x',
    ]), ['::error file=a.strategy,line=1,title=missing-owner::No owner.%0AFix: add one', '::notice file=a.strategy,line=2::x']);
  });

  it('write outputs that no value can end', async () => {
    const file = join(folder, 'output');
    await writeOutputs(file, { verdict: 'a\nend-x\nother<<b\nc\nb', worst: '' });
    const text = await readFile(file, 'utf8');
    const [, end = ''] = /^verdict<<(end-[0-9a-f-]{36})\n/.exec(text) ?? [];
    assert.ok(text.startsWith(`verdict<<${end}\na\nend-x\nother<<b\nc\nb\n${end}\nworst<<end-`));
    assert.equal(text.split(end).length, 3);
  });

  it('write no summary that GitHub would refuse', async () => {
    const file = join(folder, 'summary');
    await writeSummary(file, 'x'.repeat(2 * 1024 * 1024));
    assert.equal(await readFile(file, 'utf8'), 'The summary is too long to be shown here.\n');
  });
});
