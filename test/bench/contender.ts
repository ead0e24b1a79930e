/** One side of a comparison, and the process that measures it: both sides are timed by the same lines. */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { placeToType } from './strategies.ts';

/** A finding as both sides name it: lines count from 0. */
export interface Finding { readonly file: string; readonly line: number; readonly code: string }

/** An insertion in the middle of an open file. */
export interface Keystroke { readonly path: string; readonly offset: number; readonly text: string }

export interface Contender {
  /** Reads, parses, links and checks all files of a folder. */
  load(folder: string): Promise<void>;
  /** Opens a file of it in an editor. */
  open(path: string): Promise<void>;
  /** Types into the open file; resolves when the file's findings, as they are then, are there to be published. */
  type(keystroke: Keystroke): Promise<void>;
  findings(): readonly Finding[];
}

/** What a measuring process prints. Times in milliseconds, memory in bytes. */
export interface Measured {
  readonly cold: number;
  readonly keystrokes: readonly number[];
  /** The longest time for which the process answered nothing while it was typed. */
  readonly busy: number;
  /** Peak of the process up to the end of the cold check. */
  readonly memory: number;
  readonly findings: readonly Finding[];
}

/** The strategy files of a folder, in the order of their paths. */
export async function strategyFiles(folder: string): Promise<{ readonly path: string; readonly text: string }[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.strategy')).map((name) => name.replaceAll('\\', '/')).sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

const WORDS = 'the quick brown fox jumps over the lazy dog ';

/**
 * Measures one contender in this process, by the arguments `FOLDER KEYSTROKES`: loads the folder, then types that
 * many characters into the middle of its long file.
 */
export async function measure(contender: Contender): Promise<void> {
  const [, , folder = '', count = '0'] = process.argv;
  const [long] = (await strategyFiles(join(folder, 'long'))).map((file) => ({ ...file, path: `long/${file.path}` }));
  if (long === undefined) throw new Error(`no long file in ${folder}`);

  const start = performance.now();
  await contender.load(folder);
  const cold = performance.now() - start;
  const memory = process.resourceUsage().maxRSS * 1024;
  const findings = contender.findings();

  await contender.open(long.path);
  const keystrokes: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const place = placeToType(long);
  for (let index = 0; index < Number(count); index += 1) {
    const before = performance.now();
    await contender.type({ path: long.path, offset: place + index, text: WORDS[index % WORDS.length] ?? ' ' });
    keystrokes.push(performance.now() - before);
  }
  delay.disable();
  const busy = keystrokes.length === 0 ? 0 : delay.max / 1e6;
  // Not before all of it is written: a pipe takes it in parts.
  process.stdout.write(JSON.stringify({ cold, keystrokes, busy, memory, findings } satisfies Measured), () => process.exit(0));
}
