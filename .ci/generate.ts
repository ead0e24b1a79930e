/**
 * Writes everything that is generated from the sources; `--check` writes nothing and fails where a file is out of
 * date or left over.
 */

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { featureFiles } from './generate-features.ts';
import { actionFiles } from './generate-action.ts';
import { ruleFiles } from './generate-rules.ts';
import { textMateFiles } from './generate-textmate.ts';

/** What one generator writes: texts by path below the repository's root. */
export interface Generated {
  readonly files: ReadonlyMap<string, string>;
  /** Folders in which nothing but these files may stand. */
  readonly owned: readonly string[];
}

const root = dirname(import.meta.dirname);
const generators: readonly (() => Generated | Promise<Generated>)[] = [ruleFiles, textMateFiles, featureFiles, actionFiles];

async function current(path: string): Promise<string | null> {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function leftOver({ files, owned }: Generated): Promise<string[]> {
  const found: string[] = [];
  for (const folder of owned) {
    for (const name of await readdir(join(root, folder)).catch(() => [])) {
      if (!files.has(`${folder}/${name}`)) found.push(`${folder}/${name}`);
    }
  }
  return found;
}

async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const generator of generators) {
    const generated = await generator();
    for (const [path, text] of generated.files) {
      if (await current(path) === text) continue;
      stale.push(path);
      if (check) continue;
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    for (const path of await leftOver(generated)) {
      stale.push(path);
      if (!check) await rm(join(root, path));
    }
  }
  if (!check) {
    console.log(stale.length === 0 ? 'Everything generated is up to date.' : `Written:\n${stale.join('\n')}`);
    return;
  }
  if (stale.length === 0) return;
  console.error(`Out of date; run \`npm run generate\`:\n${stale.join('\n')}`);
  process.exitCode = 1;
}

await main(process.argv.includes('--check'));
