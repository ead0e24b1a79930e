/**
 * `npm run bench`: what Throughline takes beside what else one could use, in the same run on the same machine.
 *
 *   npm run bench [-- --quick]      fewer files and keystrokes; writes nothing
 *
 * Rivals: the same language built with Langium (`langium/`), OKRs as JSON held against a schema by Ajv, OKRs as YAML
 * in yaml-language-server, the layout engines dagre (Mermaid's) and ELK. They are installed into test/bench on first
 * use. A full run writes its table and charts to docs/benchmarks.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../../.ci/build.ts';
import { growthChart, ratioChart } from './chart.ts';
import { editorRows } from './editor-rows.ts';
import { floorRows } from './floor.ts';
import { reviewRows } from './reviews.ts';
import { markdownTable, plainTable, type Row } from './table.ts';
import { viewRows } from './views.ts';
import { workspaceRows, type Growth } from './workspace.ts';

const here = import.meta.dirname;
const results = join(here, '../../docs/benchmarks');

/** Packages of test/bench, each of which has to be there. */
const RIVALS = ['langium', 'yaml-language-server', 'dagre-d3-es', 'elkjs'];

function installRivals(): void {
  if (RIVALS.every((name) => existsSync(join(here, `node_modules/${name}/package.json`)))) return;
  console.log('Installing the rivals into test/bench (40 MB, once) ...');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: here, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ci failed in test/bench: ${stderr}`);
}

async function writeResults(rows: readonly Row[], growth: readonly Growth[], machine: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(join(results, 'ratios.svg'), ratioChart(rows));
  await writeFile(join(results, 'keystroke.svg'), growthChart(growth));
  await writeFile(join(results, 'README.md'), `# Benchmarks

Written by \`npm run bench\` (${machine}). Each figure stands beside that of a rival in the same run: the same language built with Langium 4,
\`JSON.parse\` and Ajv, yaml-language-server as a process of its own, the layout engines dagre (Mermaid's) and ELK. A ratio is
rival by ours: above 1x we are ahead. The generated strategies have 20 declarations in each file, and one file of 2,000 lines in which is typed.

${markdownTable(rows)}

![How far ahead each row is](ratios.svg)

![How a keystroke grows with the strategy](keystroke.svg)
`);
}

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
installRivals();
await buildAll();
const scratch = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
try {
  const machine = `Node ${process.versions.node}, ${cpus().length} cores`;
  console.log(`${machine}, ${cpus()[0]?.model ?? 'processor'}. Ratios are rival by ours: above 1x we are ahead.\n`);
  const workspace = await workspaceRows(scratch, values.quick ? [100, 1000] : [100, 1000, 10_000], values.quick ? 1 : 5, values.quick ? 50 : 300);
  const rows = [
    ...workspace.rows,
    ...floorRows(),
    ...await editorRows(scratch, values.quick ? 6 : 20),
    ...await viewRows(values.quick),
    ...await reviewRows(scratch, values.quick ? [1000] : [1000, 10_000], values.quick ? 1 : 3),
  ];
  console.log(`\n${plainTable(rows)}`);
  if (!values.quick) await writeResults(rows, workspace.growth, machine);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
