/** What a host is given: the extension as it would be shipped, a workspace to open, a suite to run. */

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { listFiles, PackageManager } from '@vscode/vsce';
import type { ExtensionHost } from './server-host.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Copies the files that a package of the extension holds, and no others, so that a file forgotten
 * there is missed here. For the web-worker host `main` is left out, else VS Code takes the Node host.
 */
export async function stageExtension(folder: string, extensionHost: ExtensionHost): Promise<string> {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  const { main, ...manifest } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(folder, 'package.json'), JSON.stringify(extensionHost === 'web' ? manifest : { ...manifest, main }, null, 2));
  return folder;
}

/** Bundles a module that the extension host runs: CommonJS without Node built-ins, told where the runner listens. */
export async function stageModule(outfile: string, contents: string, resolveDir: string, results: string): Promise<string> {
  await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'browser',
    // Mocha's browser build sets `module.exports` itself where it finds one, so ours is set last.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    define: { RESULTS: JSON.stringify(results) },
    logLevel: 'silent',
  });
  return outfile;
}

/**
 * Bundles `suite/NAME/*.test.ts`; returns the module's path. It stands in the extension's folder: VS Code runs it
 * in the extension host of the extension that it belongs to.
 */
export async function stageSuite(folder: string, name: string, tests: readonly string[], results: string): Promise<string> {
  const imports = ['./setup.ts', ...tests.map((test) => `./${name}/${test}`)].map((path) => `import '${path}';`);
  const contents = [...imports, `export { run } from './run.ts';`].join('\n');
  return stageModule(join(folder, `${name}.cjs`), contents, join(import.meta.dirname, 'suite'), results);
}
