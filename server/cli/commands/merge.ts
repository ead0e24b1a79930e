/** `throughline merge`: git's merge driver for strategy files. */

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { mergeTexts } from '../../merge/merge.ts';
import { pick } from '../../merge/three-way.ts';
import { decode, encode } from '../../workspace/decode.ts';
import { reasonOf } from '../../workspace/file-system.ts';
import { systemReason } from '../../workspace/node-file-system.ts';
import type { Context, ExitStatus } from '../context.ts';
import type { Run } from '../program.ts';

interface MergeCommandOptions {
  readonly markerSize: number;
  readonly path?: string;
}

/** Characters; what git writes unless an attribute says otherwise. */
const MARKER_SIZE = 7;

/** Adds the subcommand. */
export function addMerge(program: Command, run: Run): void {
  program.command('merge')
    .summary('git\'s merge driver for strategy files')
    .description([
      'Merges two versions of a strategy file that began as one, declaration by declaration and property by property: two people',
      'who add check-ins to one key result, or key results to one objective, are not in each other\'s way. The result replaces',
      'OURS. Where both sides changed the same fact, both are left between the marks that git uses.\n\n'
      + 'git calls this by itself, once it is set up.',
    ].join(' '))
    .argument('<BASE>', 'the version that both sides began with')
    .argument('<OURS>', 'our version; the merged text replaces it')
    .argument('<THEIRS>', 'their version')
    .option('--marker-size <N>', 'how many characters the marks of a conflict have', markerSizeArgument, MARKER_SIZE)
    .option('--path <PATH>', 'what the file is called, for messages')
    .addHelpText('after', `
Exit status: 0 merged; 1 a conflict is left in OURS; 2 it could not be merged, and OURS is as it was.

To set it up, once for the repository and once for each clone:
  echo '*.strategy merge=throughline' >> .gitattributes
  git config merge.throughline.name 'strategy files, by meaning'
  git config merge.throughline.driver 'throughline merge --marker-size=%L --path=%P %O %A %B'`)
    .action(async (base: string, ours: string, theirs: string, options: MergeCommandOptions) => {
      await run((context) => merge(context, { base, ours, theirs }, options));
    });
}

function markerSizeArgument(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It is no number of characters; git writes 7.');
  return Number(text);
}

interface Files {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What is to be written, and whether a conflict is left in it. */
interface Outcome {
  readonly content: Uint8Array;
  readonly conflicts: boolean;
}

async function merge({ folder, output, fileSystem }: Context, given: Files, { markerSize, path = given.ours }: MergeCommandOptions): Promise<ExitStatus> {
  const files: Files = { base: resolve(folder, given.base), ours: resolve(folder, given.ours), theirs: resolve(folder, given.theirs) };
  const contents: Uint8Array[] = [];
  for (const name of ['base', 'ours', 'theirs'] as const) {
    try {
      contents.push(await fileSystem.read(files[name]));
    } catch (error) {
      output.complainOf({ file: given[name], reason: reasonOf(error) });
      return 2;
    }
  }
  let outcome = mergeByMeaning(contents, markerSize);
  if (outcome === null) {
    output.complainOf({ file: path, reason: 'a version of it has syntax errors, so it is merged line by line, as git does' });
    const merged = await mergeByLines(files, markerSize);
    if (typeof merged === 'string') {
      output.complainOf({ file: path, reason: `could not be merged: ${merged}` });
      return 2;
    }
    outcome = merged;
  }
  try {
    await writeFileAtomic(files.ours, Buffer.from(outcome.content));
  } catch (error) {
    output.complainOf({ file: given.ours, reason: `could not be written: ${systemReason(error)}` });
    return 2;
  }
  return outcome.conflicts ? 1 : 0;
}

/** Null where a version cannot be understood. */
function mergeByMeaning(contents: readonly Uint8Array[], markerSize: number): Outcome | null {
  const [base, ours, theirs] = contents.map(decode);
  if (base?.ok !== true || ours?.ok !== true || theirs?.ok !== true) return null;
  const merged = mergeTexts(base.text, ours.text, theirs.text, { markerSize });
  if (merged === null) return null;
  return { content: encode(merged.text, pick(base.bom, ours.bom, theirs.bom)), conflicts: merged.conflicts > 0 };
}

/** Megabytes; far above what two strategy files can be. */
const MOST_OUTPUT = 256 * 1024 * 1024;
/** git tells the number of conflicts by its status, and what is above by this. */
const MOST_CONFLICTS = 127;

/** git's own merge of text, which needs to understand nothing; what went wrong as text. */
async function mergeByLines({ base, ours, theirs }: Files, markerSize: number): Promise<Outcome | string> {
  const args = ['merge-file', '-p', `--marker-size=${markerSize}`, '-L', 'ours', '-L', 'base', '-L', 'theirs', ours, base, theirs];
  return new Promise((done) => {
    execFile('git', args, { encoding: 'buffer', maxBuffer: MOST_OUTPUT }, (error, content, messages) => {
      if (error === null) done({ content, conflicts: false });
      else if (typeof error.code === 'number' && error.code > 0 && error.code <= MOST_CONFLICTS) done({ content, conflicts: true });
      else done(messages.toString().trim() === '' ? systemReason(error) : messages.toString().trim());
    });
  });
}
