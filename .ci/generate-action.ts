/** The GitHub Action: its sources and all that they need in one file, since GitHub runs what is committed. */

import { build } from 'esbuild';
import { packagesIn, noticeOf, root } from './build.ts';
import type { Generated } from './generate.ts';

const TARGET = '.github/action/index.js';

/** The bundle, with the licences of what went into it at its end. */
export async function actionFiles(): Promise<Generated> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['server/action/main.ts'],
    outfile: TARGET,
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
    platform: 'node',
    // The package is ESM, and so is what stands in it.
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
  });
  const notices = await Promise.all([...new Set(packagesIn(metafile))].sort().map(noticeOf));
  const licences = notices.join(`\n${'-'.repeat(80)}\n\n`).replaceAll('*/', '* /');
  return { files: new Map([[TARGET, `${outputFiles[0]?.text ?? ''}/*\n${licences}*/\n`]]), owned: ['.github/action'] };
}
