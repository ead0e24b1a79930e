/** `throughline format`: the canonical layout. */

import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { formatTree } from '../../../grammar/format.ts';
import { parseFile } from '../../../grammar/parse.ts';
import { lineIndex } from '../../../grammar/positions.ts';
import type { SyntaxTree } from '../../../grammar/tree.ts';
import { byPath, type FoundFile } from '../../workspace/discover.ts';
import { decode, encode } from '../../workspace/decode.ts';
import { systemReason } from '../../workspace/node-file-system.ts';
import { readText } from '../../workspace/read-root.ts';
import type { Context, ExitStatus } from '../context.ts';
import { UsageError, type Problem } from '../output.ts';
import { unifiedDiff } from '../patch.ts';
import type { Run } from '../program.ts';
import { Progress } from '../progress.ts';
import { nameOf, select } from '../selection.ts';
import { shown, shownLines } from '../../model/shown.ts';

interface FormatOptions {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly stdin?: boolean;
}

/** Adds the subcommand. */
export function addFormat(program: Command, run: Run): void {
  program.command('format')
    .summary('bring files into the canonical layout')
    .description([
      'Brings strategy files into one layout: columns, indentation, spaces. It keeps every comment and the order of everything,',
      'and never changes what a file means. A file with a syntax error is left as it is.\n\n'
      + 'Without an option nothing is written: what would change is printed, as a unified diff.',
    ].join(' '))
    .argument('[PATH...]', 'files or folders (the current folder without one)')
    .option('--write', 'change the files, and list those that were changed')
    .option('--check', 'list the files that would change, with status 1 if there is one')
    .option('--stdin', 'read one file from standard input, and print it formatted')
    .addHelpText('after', `
Exit status: 0 done; 1 with --check, a file would change; 2 a file has syntax errors or could not be read or written.`)
    .action(async (paths: readonly string[], options: FormatOptions) => {
      await run((context) => format(context, paths, options));
    });
}

async function format(context: Context, paths: readonly string[], options: FormatOptions): Promise<ExitStatus> {
  const { write, check, stdin } = options;
  if ([write, check, stdin].filter((option) => option === true).length > 1) throw new UsageError('--write, --check and --stdin exclude each other');
  if (stdin !== true) return await formatFiles(context, paths, options);
  if (paths.length > 0) throw new UsageError('--stdin reads standard input and takes no PATH');
  return await formatInput(context);
}

async function formatInput({ input, output }: Context): Promise<ExitStatus> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  const source = decode(Buffer.concat(chunks));
  const result = source.ok ? formatText(source.text) : source;
  if (!result.ok) {
    output.complainOf({ file: 'standard input', reason: result.reason });
    return 2;
  }
  await output.write(`${source.ok && source.bom ? '\ufeff' : ''}${result.text}`);
  return 0;
}

async function formatFiles(context: Context, paths: readonly string[], { write = false, check = false }: FormatOptions): Promise<ExitStatus> {
  const { output, fileSystem } = context;
  const progress = new Progress(output);
  progress.begin('Looking for strategy files');
  const { roots, includes, problems } = await select(context, paths, () => { progress.step(); });
  const found: Problem[] = [...problems];
  const named = (file: FoundFile, reason: string): Problem => ({ file: nameOf(context, file.location), reason });
  for (const root of roots) {
    for (const folder of root.unreadable) if (includes(folder.location)) found.push(named(folder, folder.reason));
  }
  const files = roots.flatMap((root) => root.files.filter(({ location }) => includes(location)))
    .map(({ location }) => ({ location, path: nameOf(context, location) })).sort(byPath);
  progress.begin(write ? 'Formatting' : 'Comparing');
  let changes = 0;
  for (const file of files) {
    progress.step();
    const source = await readText(fileSystem, file.location);
    if (!source.ok) {
      found.push(named(file, source.reason));
      continue;
    }
    const result = formatText(source.text);
    if (!result.ok) {
      found.push(named(file, result.reason));
      continue;
    }
    if (result.text === source.text) continue;
    const failure = write ? await replace(file.location, encode(result.text, source.bom)) : null;
    if (failure !== null) {
      found.push(named(file, failure));
      continue;
    }
    changes += 1;
    progress.clear();
    await output.write(write || check ? `${listed(file.path)}\n` : diffFor(context, file.path, source.text, result.text));
  }
  progress.clear();
  for (const problem of found) output.complainOf(problem);
  if (found.length > 0) return 2;
  return check && changes > 0 ? 1 : 0;
}

/** A name on a line of its own, which no build server may take for a command (`::error::`), nor a shell for an option. */
function listed(name: string): string {
  return shown(/^[\p{L}\p{N}._]/u.test(name) ? name : `./${name}`);
}

/** On a terminal control characters are shown; through a pipe the diff is exact, so that it can be applied. */
function diffFor({ output }: Context, file: string, before: string, after: string): string {
  const diff = unifiedDiff(file, before, after);
  return output.isTerminal ? shownLines(diff) : diff;
}

type Formatted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

function formatText(text: string): Formatted {
  const tree = parseFile(text);
  const formatted = formatTree(tree);
  return formatted === null ? { ok: false, reason: `left as it is, for its ${syntaxErrors(tree)}` } : { ok: true, text: formatted };
}

/** `syntax error in line 3: expected …`; of several the first, and how many there are. */
function syntaxErrors(tree: SyntaxTree): string {
  const problems = [
    ...tree.problems.map(({ span, message }) => ({ at: span.start, message })),
    ...tree.chunks.flatMap(({ start, chunk }) => chunk.problems.map(({ span, message }) => ({ at: start + span.start, message }))),
  ].sort((a, b) => a.at - b.at);
  const [first] = problems;
  if (first === undefined) return 'syntax errors';
  const line = lineIndex(tree.text).positionAt(first.at).line + 1;
  const more = problems.length === 1 ? '' : ` (and ${problems.length - 1} more)`;
  return `syntax error in line ${line}: ${first.message}${more}`;
}

/** Replaces a file in one step, its mode kept; what went wrong, or null. */
async function replace(location: string, content: Uint8Array): Promise<string | null> {
  try {
    // A new file takes the old one's place, so that only the folder would have to be writable.
    await access(location, constants.W_OK);
    await writeFileAtomic(location, Buffer.from(content));
    return null;
  } catch (error) {
    return `could not be written: ${systemReason(error)}`;
  }
}
