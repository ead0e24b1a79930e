/**
 * Builds what is shipped into `dist/`: the command, the language server and the VS Code client,
 * the last two for Node and for web workers.
 *
 * The package is ESM and its bundles are CommonJS: the web-worker extension host of VS Code loads
 * nothing else. There and in the Node host `type: module` of package.json counts for an entry
 * unless its name ends in `.cjs`; `dist/package.json` says the same to Node for the others.
 */

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { mapView } from '../server/views/map/map.ts';
import { metricsView } from '../server/views/metrics/metrics.ts';
import { styleSheet } from '../server/views/style.ts';

interface Bundle {
  readonly source: string;
  readonly target: string;
  /** `page`: a script of a web page, in a webview or in a document that was exported. */
  readonly host: 'node' | 'worker' | 'page';
  /** Upper bound in bytes, see design: activation must stay cheap. */
  readonly limit: number;
}

export const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');

export const bundles: readonly Bundle[] = [
  { source: 'server/cli/main.ts', target: 'cli.js', host: 'node', limit: 1_600_000 },
  { source: 'server/main.ts', target: 'server-node.js', host: 'node', limit: 1_600_000 },
  { source: 'server/browser.ts', target: 'server-browser.js', host: 'worker', limit: 1_600_000 },
  { source: 'client/node.ts', target: 'client-node.cjs', host: 'node', limit: 500_000 },
  { source: 'client/browser.ts', target: 'client-browser.cjs', host: 'worker', limit: 500_000 },
  { source: 'client/preview/page/main.ts', target: 'preview.js', host: 'page', limit: 100_000 },
];

function options(bundle: Bundle): BuildOptions {
  const client = bundle.target.startsWith('client');
  const worker = bundle.host !== 'node';
  return {
    absWorkingDir: root,
    entryPoints: [bundle.source],
    outfile: join('dist', bundle.target),
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
    loader: { '.svg': 'text', '.css': 'text' },
    external: client ? ['vscode'] : [],
    platform: worker ? 'browser' : 'node',
    // A server in a worker, and a page, is a script that runs; everything else is loaded by `require`.
    format: worker && !client ? 'iife' : 'cjs',
    target: worker ? 'es2022' : 'node20',
    mainFields: worker ? ['browser', 'module', 'main'] : ['module', 'main'],
    banner: bundle.target === 'cli.js' ? { js: '#!/usr/bin/env node' } : {},
  };
}

/** Of pictures in VS Code's Markdown preview: as wide as the text. */
const BLOCK_STYLE = `.strategy-block { margin: 1em 0; overflow: auto; }
.strategy-block svg { display: block; max-width: 100%; height: auto; }
`;

/** The folders of the packages that went into a bundle. */
export function packagesIn(metafile: Metafile): string[] {
  return Object.keys(metafile.inputs).flatMap((input) => {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    return found === null ? [] : [found[0]];
  });
}

/** One package's notice: its name, version and licence text. */
export async function noticeOf(folder: string): Promise<string> {
  const path = join(root, folder);
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
  const file = (await readdir(path)).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? `Licence: ${manifest.license ?? 'not stated'}` : (await readFile(join(path, file), 'utf8')).trim();
  return `${manifest.name} ${manifest.version}\n\n${text}\n`;
}

/** Writes `dist/`. Rejects with every bundle that could not be built. */
export async function buildAll(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n');

  const results = await Promise.allSettled(bundles.map(async (bundle) => {
    if (!existsSync(join(root, bundle.source))) throw new Error(`${bundle.source} is missing`);
    return build(options(bundle));
  }));

  await writeFile(join(dist, 'markdown.css'), `${styleSheet('editor', [mapView, metricsView])}\n${BLOCK_STYLE}`);

  const packages = new Set<string>();
  const failures: string[] = [];
  for (const [index, result] of results.entries()) {
    if (result.status === 'rejected') failures.push(`${bundles[index]?.target ?? ''}: ${String(result.reason)}`);
    else for (const folder of packagesIn(result.value.metafile ?? { inputs: {}, outputs: {} })) packages.add(folder);
  }
  const notices = await Promise.all([...packages].sort().map(noticeOf));
  await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));
  if (existsSync(join(dist, 'cli.js'))) await chmod(join(dist, 'cli.js'), 0o755);
  if (failures.length > 0) throw new Error(`not built:\n${failures.join('\n')}`);
}

if (import.meta.main) {
  try {
    await buildAll();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
