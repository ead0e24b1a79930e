import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bundles } from '../../.ci/build.ts';

const root = join(import.meta.dirname, '../..');

/** The Node of the machine, not the one that this package brings along. */
function outerNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]/.test(`${folder}/`));
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error('no node on the PATH outside node_modules: install Node 20 or later');
  return found;
}

describe('dist', () => {
  for (const { target, limit } of bundles) {
    it(`${target} is smaller than ${limit / 1000} kB, so that nobody waits for it`, () => {
      const { size } = statSync(join(root, 'dist', target));
      assert.ok(size < limit, `${target} is ${size} bytes`);
    });
  }

  for (const { target, host } of bundles.filter((bundle) => bundle.host === 'worker')) {
    it(`${target} asks for no module that a ${host} lacks`, () => {
      const required = [...readFileSync(join(root, 'dist', target), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
      assert.deepEqual([...new Set(required)].filter((name) => name !== 'vscode'), []);
    });
  }

  it('holds the licence of every package in it', () => {
    const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['chevrotain', 'vscode-languageserver', 'vscode-languageclient']) assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
  });

  it('has a command that runs by the Node of the machine, 20 or later', () => {
    const output = execFileSync(outerNode(), [join(root, 'dist/cli.js'), 'explain', 'unaligned-objective'], { encoding: 'utf8' });
    assert.match(output, /unaligned-objective/);
  });
});
