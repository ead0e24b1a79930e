/** `throughline export`: the strategy as data. */

import { Option, type Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { resolve } from 'node:path';
import type { Day } from '../../../grammar/calendar.ts';
import { exporters, type ExportFormat } from '../../exchange/index.ts';
import { strategyData } from '../../exchange/strategy-data.ts';
import { systemReason } from '../../workspace/node-file-system.ts';
import { dayArgument } from '../arguments.ts';
import type { Context, ExitStatus } from '../context.ts';
import { load, type LoadedStrategy } from '../load.ts';
import { problemLine } from '../output.ts';
import type { Run } from '../program.ts';
import { nameOf } from '../selection.ts';
import { shown } from '../../model/shown.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly asOf?: Day;
}

/** Adds the subcommand. */
export function addExport(program: Command, run: Run): void {
  program.command('export')
    .summary('the strategy as data')
    .description([
      'Writes the whole strategy as data, for a spreadsheet, a dashboard or a program of your own: everything that is written,',
      'and what follows from it (scores, health, what serves what).',
    ].join(' '))
    .argument('[PATH...]', 'a file or folder of the strategy (the current folder without one)')
    .addOption(new Option('--format <FORMAT>', 'the form of the data').choices(Object.keys(exporters)).default('json'))
    .option('--out <FILE>', 'write into this file, and not to standard output')
    .option('--as-of <DATE>', 'judge progress as of this day, such as 2026-03-31, and not of today', dayArgument)
    .action(async (paths: readonly string[], options: ExportOptions) => {
      await run((context) => exportStrategy(context, paths, options));
    });
}

async function exportStrategy(context: Context, paths: readonly string[], { format, out, asOf }: ExportOptions): Promise<ExitStatus> {
  const { output } = context;
  const { strategies, problems } = await load(context, paths, asOf ?? null);
  for (const problem of problems) output.complainOf(problem);
  const named = strategies.filter(({ read, includes }) => read.files.some(({ path }) => includes(path)));
  const [strategy, ...others] = named;
  if (strategy === undefined) return 2;
  if (others.length > 0) {
    const roots = named.map(({ root }) => shown(nameOf(context, root.location)));
    output.complain(`there are ${named.length} strategies here, and an export holds one: name one of ${roots.join(', ')}`);
    return 2;
  }
  tellOfErrors(context, strategy);
  const text = exporters[format](strategyData(strategy.analysis.strategy, strategy.nameOf));
  if (out === undefined) await output.write(text);
  const failure = out === undefined ? null : await writeOut(context, out, text);
  if (failure !== null) output.complain(failure);
  return failure !== null || problems.length > 0 ? 2 : 0;
}

/** What could not be understood is not in the data; whoever reads it should know. */
function tellOfErrors({ output }: Context, { analysis }: LoadedStrategy): void {
  const files = new Set(analysis.diagnostics.filter(({ code }) => code === 'syntax').map(({ file }) => file));
  if (files.size === 0) return;
  output.complain(`${files.size === 1 ? '1 file has' : `${files.size} files have`} syntax errors; what could be read is exported (see throughline check)`);
}

/** Writes the file in one step; what went wrong as one line, or null. */
async function writeOut(context: Context, out: string, text: string): Promise<string | null> {
  try {
    await writeFileAtomic(resolve(context.folder, out), text);
    return null;
  } catch (error) {
    return problemLine({ file: out, reason: `could not be written: ${systemReason(error)}` });
  }
}
