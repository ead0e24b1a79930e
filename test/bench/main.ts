/**
 * `npm run bench`: what Throughline takes beside what else one could use, in the same run on the same machine.
 *
 *   npm run bench [-- --quick]      fewer files and keystrokes
 *
 * Rivals: the same language built with Langium (`langium/`), OKRs as JSON held against a schema by Ajv, OKRs as YAML
 * in yaml-language-server. They are installed into test/bench on first use.
 */

import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { buildAll } from '../../.ci/build.ts';
import { parseFile } from '../../grammar/parse.ts';
import type { Finding, Measured } from './contender.ts';
import { asData, asYaml, schema } from './data.ts';
import { timeEditor, type EditorCase, type EditorTimes } from './editor.ts';
import { measureFloor } from './floor.ts';
import { asOf, generateStrategy, placeToType, type GeneratedStrategy } from './strategies.ts';
import { median, quantile, printTable, type Row } from './table.ts';

const here = import.meta.dirname;
const COMPARED = new Set(['unknown-reference', 'duplicate-name', 'unaligned-objective', 'unmeasured-key-result', 'missing-owner']);

function installRivals(): void {
  if (existsSync(join(here, 'node_modules/langium/package.json'))) return;
  console.log('Installing the rivals into test/bench (40 MB, once) ...');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: here, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ci failed in test/bench: ${stderr}`);
}

/** Both sides run as bundles, so that neither pays for reading TypeScript. */
async function bundle(source: string, target: string): Promise<string> {
  await build({ entryPoints: [join(here, source)], outfile: target, bundle: true, platform: 'node', format: 'esm', target: 'node22', mainFields: ['module', 'main'], logLevel: 'error', banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } });
  return target;
}

async function writeStrategy(folder: string, { files, long }: GeneratedStrategy): Promise<void> {
  for (const { path, text } of [...files, long]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(folder, 'throughline.json'), JSON.stringify({ asOf }));
}

async function measureProcess(script: string, folder: string, keystrokes: number): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=12000', script, folder, String(keystrokes)], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout) as Measured;
}

interface Side { readonly cold: number; readonly memory: number; readonly keystrokes: readonly number[]; readonly findings: readonly Finding[] }

/** Several processes; medians of their cold checks, the keystrokes of the last. */
async function measureSide(script: string, folder: string, runs: number, keystrokes: number): Promise<Side> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measureProcess(script, folder, run === runs - 1 ? keystrokes : 0));
  return {
    cold: median(all.map(({ cold }) => cold)),
    memory: median(all.map(({ memory }) => memory)),
    keystrokes: all.at(-1)?.keystrokes ?? [],
    findings: all.at(-1)?.findings ?? [],
  };
}

/** Both sides must have found the same, else they did not do the same work. */
function compareFindings(ours: readonly Finding[], theirs: readonly Finding[]): void {
  const listed = (findings: readonly Finding[]): string[] => findings.filter(({ code }) => COMPARED.has(code) || code.startsWith('syntax')).map(({ file, line, code }) => `${file}:${line + 1} ${code}`).sort();
  const left = listed(ours);
  const right = listed(theirs);
  const different = [...left.filter((finding) => !right.includes(finding)).map((finding) => `only ours:   ${finding}`), ...right.filter((finding) => !left.includes(finding)).map((finding) => `only theirs: ${finding}`)];
  if (different.length > 0) throw new Error(`the two sides differ:\n${different.slice(0, 10).join('\n')}`);
  if (left.length === 0) throw new Error('neither side found anything');
}

const milliseconds = (value: number): string => value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`;
const megabytes = (value: number): string => `${(value / 1024 / 1024).toFixed(0)} MB`;
const ratio = (rival: number, own: number): string => `${(rival / own).toFixed(1)}x`;

function row(work: string, own: number, rival: number, format: (value: number) => string, target: string): Row {
  return { work, own: format(own), rival: format(rival), ratio: ratio(rival, own), target };
}

async function workspaceRows(scratch: string, sizes: readonly number[], runs: number, keystrokes: number): Promise<Row[]> {
  const ours = await bundle('ours.ts', join(scratch, 'ours.mjs'));
  const theirs = await bundle('langium/theirs.ts', join(scratch, 'theirs.mjs'));
  const rows: Row[] = [];
  const own99: number[] = [];
  for (const size of sizes) {
    const folder = join(scratch, `strategy-${size}`);
    await writeStrategy(folder, generateStrategy(size));
    const large = size > 2000;
    const own = await measureSide(ours, folder, large ? 1 : runs, keystrokes);
    const rival = await measureSide(theirs, folder, large ? 1 : runs, keystrokes);
    compareFindings(own.findings, rival.findings);
    const name = `${size.toLocaleString('en')} files`;
    own99.push(quantile(own.keystrokes, 0.99));
    rows.push(row(`cold check, ${name}`, own.cold, rival.cold, milliseconds, size === 1000 ? '5x' : ''));
    rows.push(row(`  peak memory, ${name}`, own.memory, rival.memory, megabytes, size === 1000 ? '2x' : ''));
    rows.push(row(`keystroke, ${name}, median`, median(own.keystrokes), median(rival.keystrokes), milliseconds, size === 1000 ? '20x' : ''));
    rows.push(row(`keystroke, ${name}, p99`, quantile(own.keystrokes, 0.99), quantile(rival.keystrokes, 0.99), milliseconds, ''));
    await rm(folder, { recursive: true, force: true });
  }
  const [smallest = 1] = own99;
  rows.push({ work: `p99 at ${sizes.at(-1)?.toLocaleString('en') ?? ''} files by p99 at ${sizes[0]?.toLocaleString('en') ?? ''}`, own: `${((own99.at(-1) ?? 1) / smallest).toFixed(1)}x`, rival: '', ratio: '', target: 'under 1.5x' });
  return rows;
}

async function editorRows(scratch: string, edits: number): Promise<Row[]> {
  const { long } = generateStrategy(1);
  const folder = join(scratch, 'editor');
  await mkdir(folder, { recursive: true });
  const { files: [company] } = generateStrategy(1);
  await writeFile(join(folder, 'throughline.json'), JSON.stringify({ asOf }));
  await writeFile(join(folder, 'company.strategy'), company?.text ?? '');
  await writeFile(join(folder, 'long.strategy'), long.text);
  const yaml = asYaml(asData(parseFile(long.text)));
  await writeFile(join(folder, 'long.yaml'), yaml);
  await writeFile(join(folder, 'schema.json'), JSON.stringify(schema));
  const yamlPlace = yaml.indexOf('declaration: objective', yaml.length / 2) + 'declaration: '.length;
  const own: EditorCase = {
    server: [join(here, '../../dist/cli.js'), 'lsp', '--stdio'],
    folder,
    document: { path: join(folder, 'long.strategy'), languageId: 'strategy', text: long.text },
    offset: long.text.lastIndexOf('\n', placeToType(long)) + 1,
    typed: '? ',
    settings: {},
  };
  const rival: EditorCase = {
    server: [join(here, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    folder,
    document: { path: join(folder, 'long.yaml'), languageId: 'yaml', text: yaml },
    offset: yamlPlace,
    typed: 'x',
    settings: { yaml: { validate: true, schemas: { [`file://${join(folder, 'schema.json')}`]: '*.yaml' }, schemaStore: { enable: false } } },
  };
  const starts: [EditorTimes[], EditorTimes[]] = [[], []];
  for (let run = 0; run < 3; run += 1) {
    starts[0].push(await timeEditor(own, edits));
    starts[1].push(await timeEditor(rival, edits));
  }
  const [ours, theirs] = starts;
  const all = (times: readonly EditorTimes[]): number[] => times.flatMap((time) => time.edits);
  return [
    row('edit to findings by LSP, 2,000 lines (yaml-language-server)', median(all(ours)), median(all(theirs)), milliseconds, '10x'),
    row('  p99', quantile(all(ours), 0.99), quantile(all(theirs), 0.99), milliseconds, ''),
    row('start of the server to first findings (yaml-language-server)', median(ours.map(({ start }) => start)), median(theirs.map(({ start }) => start)), milliseconds, 'over 1x'),
  ];
}

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
installRivals();
await buildAll();
const scratch = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
try {
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}. Ratios are rival by ours: above 1x we are ahead.\n`);
  const rows = [
    ...await workspaceRows(scratch, values.quick ? [100, 1000] : [100, 1000, 10_000], values.quick ? 1 : 5, values.quick ? 50 : 300),
    ...floorRows(),
    ...await editorRows(scratch, values.quick ? 6 : 20),
  ];
  printTable(rows);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

function floorRows(): Row[] {
  const { own, floor } = measureFloor();
  return [{ work: 'parse and check one file of 2,000 lines (JSON.parse and Ajv)', own: milliseconds(own), rival: milliseconds(floor), ratio: `${(own / floor).toFixed(1)}x of the floor`, target: 'within 15x' }];
}
