/** A whole workspace: the cold check, and keystrokes in it, beside the same language built with Langium. */

import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Finding, Measured } from './contender.ts';
import { asOf, generateStrategy, type GeneratedStrategy } from './strategies.ts';
import { median, megabytes, milliseconds, quantile, row, type Row } from './table.ts';

const here = import.meta.dirname;
const COMPARED = new Set(['unknown-reference', 'duplicate-name', 'unaligned-objective', 'unmeasured-key-result', 'missing-owner']);

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

interface Side { readonly cold: number; readonly memory: number; readonly keystrokes: readonly number[]; readonly busy: number; readonly findings: readonly Finding[] }

/** Several processes; medians of their cold checks, the keystrokes of the last. */
async function measureSide(script: string, folder: string, runs: number, keystrokes: number): Promise<Side> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measureProcess(script, folder, run === runs - 1 ? keystrokes : 0));
  const last = all.at(-1);
  return {
    cold: median(all.map(({ cold }) => cold)),
    memory: median(all.map(({ memory }) => memory)),
    keystrokes: last?.keystrokes ?? [],
    busy: last?.busy ?? Number.NaN,
    findings: last?.findings ?? [],
  };
}

/** null where it does not get to the end with the memory it is given. */
async function measureRival(script: string, folder: string, runs: number, keystrokes: number): Promise<Side | null> {
  try {
    return await measureSide(script, folder, runs, keystrokes);
  } catch (error) {
    if (/heap|memory/i.test(String(error))) return null;
    throw error;
  }
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

/** How one size went: p99 of a keystroke in milliseconds; `rival` is null where it ran out of memory. */
export interface Growth { readonly files: number; readonly own: number; readonly rival: number | null }

/** Writes strategies of so many files, and measures both sides on each. */
export async function workspaceRows(
  scratch: string, sizes: readonly number[], runs: number, keystrokes: number,
): Promise<{ readonly rows: readonly Row[]; readonly growth: readonly Growth[] }> {
  const ours = await bundle('ours.ts', join(scratch, 'ours.mjs'));
  const theirs = await bundle('langium/theirs.ts', join(scratch, 'theirs.mjs'));
  const rows: Row[] = [];
  const growth: Growth[] = [];
  for (const size of sizes) {
    console.log(`${size.toLocaleString('en')} files ...`);
    const folder = join(scratch, `strategy-${size}`);
    await writeStrategy(folder, generateStrategy(size));
    const large = size > 2000;
    const own = await measureSide(ours, folder, large ? 1 : runs, keystrokes);
    const rival = await measureRival(theirs, folder, large ? 1 : runs, large ? Math.min(keystrokes, 30) : keystrokes);
    if (rival !== null) compareFindings(own.findings, rival.findings);
    const name = `${size.toLocaleString('en')} files`;
    growth.push({ files: size, own: quantile(own.keystrokes, 0.99), rival: rival === null ? null : quantile(rival.keystrokes, 0.99) });
    const target = (text: string): string => (size === 1000 ? text : '');
    const line = (work: string, read: (side: Side) => number, format: (value: number) => string, wanted: string): Row => (
      row(`${work}, ${name}`, read(own), rival === null ? null : read(rival), format, wanted)
    );
    rows.push(
      line('cold check', ({ cold }) => cold, milliseconds, target('5x')),
      line('  peak memory', ({ memory }) => memory, megabytes, target('2x')),
      line('keystroke, median', (side) => median(side.keystrokes), milliseconds, target('20x')),
      line('keystroke, p99', (side) => quantile(side.keystrokes, 0.99), milliseconds, ''),
      // The rival does a keystroke in one go, so that nothing measures how long it is busy but the keystroke itself.
      { work: `  longest busy, ${name}`, own: milliseconds(own.busy), rival: '', ahead: null, target: 'under 50 ms' },
    );
    await rm(folder, { recursive: true, force: true });
  }
  rows.push(growthRow(growth));
  return { rows, growth };
}

function growthRow(growth: readonly Growth[]): Row {
  const [first, last] = [growth[0], growth.at(-1)];
  const times = (from: number | null = null, to: number | null = null): string => (from === null || to === null ? '' : `${(to / from).toFixed(1)}x`);
  return {
    work: `keystroke, p99 at ${last?.files.toLocaleString('en') ?? ''} files by p99 at ${first?.files.toLocaleString('en') ?? ''}`,
    own: times(first?.own, last?.own), rival: times(first?.rival, last?.rival), ahead: null, target: 'under 1.5x',
  };
}
