/**
 * `npm test`: every layer, in the order in which a mistake is cheapest to see. Ends with one line that sums them.
 * A layer that cannot run is a failure that says what is missing.
 *
 *   npm test [-- LAYER ...]     only these layers
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { install, supported } from '../test/vscode/installation.ts';
import { findDesktop } from '../test/vscode/desktop-host.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What a reader needs where something failed. */
  readonly details: string;
}

interface Layer {
  readonly name: string;
  run(): Promise<Outcome>;
}

const root = dirname(import.meta.dirname);
const scratch = await mkdtemp(join(tmpdir(), 'throughline-test-'));

interface Run { readonly status: number | null; readonly output: string }

async function run(command: string, parameters: readonly string[]): Promise<Run> {
  const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', env: { ...process.env, FORCE_COLOR: '0' } });
  const parts: string[] = [];
  child.stdout.on('data', (data: Buffer) => parts.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => parts.push(data.toString()));
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { status, output: parts.join('').trim() };
}

/** A layer that passes or fails as a whole. */
function step(name: string, command: string, ...parameters: string[]): Layer {
  return {
    name,
    async run() {
      const { status, output } = await run(command, parameters);
      return status === 0 ? { passed: 1, failed: 0, details: '' } : { passed: 0, failed: 1, details: output };
    },
  };
}

interface MochaReport {
  readonly stats: { readonly passes: number; readonly failures: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string; readonly stack?: string; readonly actual?: string; readonly expected?: string } }[];
}

function describeFailure({ fullTitle, err }: MochaReport['failures'][number]): string {
  const values = err.actual === undefined ? '' : `\nactual:   ${err.actual}\nexpected: ${err.expected ?? ''}`;
  return `${fullTitle}\n${err.stack ?? err.message ?? ''}${values}`;
}

/** Test files run by mocha in a process of their own. */
function mocha(name: string, spec: string, ...options: readonly string[]): Layer {
  return {
    name,
    async run() {
      const file = join(scratch, `${name}.json`);
      const { status, output } = await run('mocha', [spec, ...options, '--reporter', 'json', '--reporter-option', `output=${file}`]);
      if (!existsSync(file)) return { passed: 0, failed: 1, details: output };
      const { stats, failures } = JSON.parse(await readFile(file, 'utf8')) as MochaReport;
      if (stats.passes + stats.failures === 0) return { passed: 0, failed: 1, details: `no test ran\n${output}` };
      const failed = stats.failures === 0 && status !== 0 ? 1 : stats.failures;
      return { passed: stats.passes, failed, details: [...failures.map(describeFailure), failed > failures.length ? output : ''].join('\n\n').trim() };
    },
  };
}

/** The suite in one extension host of a real VS Code. */
function vscode(extensionHost: 'node' | 'web'): Layer {
  const name = `vscode-${extensionHost}`;
  return {
    name,
    async run() {
      const file = join(scratch, `${name}.json`);
      const { output } = await run('node', ['test/vscode/run.ts', '--extension-host', extensionHost, '--report', file]);
      if (!existsSync(file)) return { passed: 0, failed: 1, details: output };
      const { passed, failed } = JSON.parse(await readFile(file, 'utf8')) as { passed: number; failed: number };
      return { passed, failed, details: failed > 0 ? output : '' };
    },
  };
}

/** One layer for each folder and each test file directly below `test/`, so that none can be forgotten. */
async function mochaLayers(): Promise<Layer[]> {
  const entries = await readdir(join(root, 'test'), { withFileTypes: true, recursive: true });
  const tests = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'test').length + 1).split(/[\\/]/))
    .filter((parts) => parts[0] !== 'vscode' && !parts.includes('node_modules'));
  const tops = [...new Set(tests.map(([top = '', ...below]) => below.length > 0 ? `${top}/**/*.test.ts` : top))].sort();
  return tops.map((top) => mocha(top.replace(/[./].*$/, ''), `test/${top}`));
}

/** Gets what the VS Code layers need while others run; they say themselves what is missing where it fails. */
async function prepareVsCode(): Promise<void> {
  if (!supported || await findDesktop() !== null) return;
  await install((line) => { console.log(line); });
}

let passed = 0;
let failed = 0;

async function perform(layer: Layer): Promise<boolean> {
  const start = Date.now();
  const outcome = await layer.run().catch((error: unknown): Outcome => ({ passed: 0, failed: 1, details: String(error) }));
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const word = outcome.failed === 0 ? 'ok    ' : 'FAILED';
  console.log(`${word} ${layer.name.padEnd(16)} ${`${outcome.passed} passed`.padStart(11)}${outcome.failed === 0 ? '' : `, ${outcome.failed} failed`}  ${seconds} s`);
  if (outcome.details !== '') console.log(outcome.details.replace(/^/gm, '       '));
  return outcome.failed === 0;
}

/** Runs layers two at a time, in order: one for each core of a small machine. */
async function performAll(layers: readonly Layer[]): Promise<void> {
  const waiting = [...layers];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await perform(next);
  };
  await Promise.all([work(), work()]);
}

const asked = process.argv.slice(2);
const wanted = (layers: readonly Layer[]): Layer[] => layers.filter(({ name }) => asked.length === 0 || asked.includes(name));
const beside = [
  step('typecheck', 'tsc', '-p', '.'),
  step('typecheck-page', 'tsc', '-p', 'client/preview/page'),
  step('lint', 'eslint', '.', '--max-warnings', '0'),
  step('imports', 'depcruise', '--config', '.dependency-cruiser.cjs', 'grammar', 'server', 'client'),
  step('generated', 'node', '.ci/generate.ts', '--check'),
  ...await mochaLayers(),
];
// Keys and clicks from outside reach a window that is busy now and then not: each test there has a second try.
const inVsCode = [vscode('node'), vscode('web'), mocha('vscode-preview', 'test/vscode/preview/**/*.test.ts', '--retries', '1')];
if (asked.some((name) => ![...beside, ...inVsCode].some((layer) => layer.name === name))) {
  throw new Error(`the layers are ${[...beside, ...inVsCode].map(({ name }) => name).join(', ')}`);
}

await perform(step('build', 'node', '.ci/build.ts'));
const prepared = wanted(inVsCode).length > 0 ? prepareVsCode().catch(() => null) : Promise.resolve();
await performAll(wanted(beside));
await prepared;
await performAll(wanted(inVsCode));
await rm(scratch, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
