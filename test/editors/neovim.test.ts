import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { neovim, type Neovim } from './neovim.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** What session.lua says. */
interface Told {
  readonly findings: readonly string[];
  readonly hover: string;
  readonly mended: readonly string[];
  /** Where it stopped. */
  readonly problem?: string;
}

const FILES = {
  'throughline.json': '{ "asOf": "2026-02-01" }',
  'goals.strategy': `goal win "Win the mid-market" {
  kind business
  owner maya
  metric arr from 1M USD to 2M USD
}

metric arr "Revenue" {
  unit USD
  better up
}

person maya "Maya"
`,
  'okrs.strategy': `objective grow "Companies find us without being called" {
  owner maya
  period 2026-Q1
  supports nothing

  kr revenue "Revenue grows" from 1M USD to 2M USD
  kr deals "Companies sign by themselves" from 10 to 20
}
`,
  'more.strategy': `objective reach "Partners bring companies to us" {
  owner maya
  period 2026-Q1
  supports grow.revenue

  kr partners "Partners that sell" from 1 to 9
  kr share "Companies that come by partners" from 1% to 9%
}
`,
} as const;

/** The set-up that docs/editors.md gives for a version of Neovim. */
async function documented([major, minor]: Neovim['version']): Promise<string> {
  const page = await readFile(join(root, 'docs/editors.md'), 'utf8');
  const heading = major > 0 || minor >= 11 ? '-- Neovim 0.11' : '-- Neovim 0.7';
  const block = Array.from(page.matchAll(/```lua\n(.*?)```/gs), ([, text = '']) => text).find((text) => text.startsWith(heading));
  assert.ok(block !== undefined, `docs/editors.md has no block that begins with "${heading}"`);
  return block;
}

describe('Neovim, set up as docs/editors.md says', function () {
  this.timeout(240_000);
  let disk: string;

  before(async () => { disk = await mkdtemp(join(tmpdir(), 'throughline-neovim-')); });
  after(() => rm(disk, { recursive: true, force: true }));

  it('shows findings, hovers, renames across files and forgets a finding once it is mended', async () => {
    const editor = await neovim();
    const bin = join(disk, 'bin');
    const strategy = join(disk, 'strategy');
    await mkdir(bin);
    await mkdir(strategy);
    await writeFile(join(bin, 'throughline'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli.js')}" "$@"\n`);
    await chmod(join(bin, 'throughline'), 0o755);
    await writeFile(join(disk, 'init.lua'), await documented(editor.version));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(strategy, name), text);

    const { stdout } = await run(editor.program, [
      '--headless', '--clean', '-u', join(disk, 'init.lua'), join(strategy, 'okrs.strategy'), '-c', `luafile ${join(import.meta.dirname, 'session.lua')}`,
    ], { cwd: disk, env: { ...process.env, ...editor.environment, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, HOME: disk, XDG_STATE_HOME: disk } });
    const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told;
    assert.equal(told.problem, undefined);

    assert.deepEqual(told.findings, ['4 unknown-reference']);
    assert.match(told.hover, /Companies find us without being called/);
    assert.deepEqual(told.mended, []);
    assert.match(await readFile(join(strategy, 'okrs.strategy'), 'utf8'), /^objective thrive "Companies .*\n.*\n.*\n {2}supports win\n/);
    assert.match(await readFile(join(strategy, 'more.strategy'), 'utf8'), /supports thrive\.revenue\n/);
  });
});
