/** `throughline export`: the strategy as data, and its views in any form. */

import { Option, type Command } from 'commander';
import type { Day } from '../../../grammar/calendar.ts';
import { exporters } from '../../exchange/index.ts';
import { strategyData } from '../../exchange/strategy-data.ts';
import { EXPORT_FORMATS, exportAll, exportView, formatsOf, viewsIn, type ExportFormat, type ExportInput } from '../../views/export.ts';
import { DEFAULT_OPTIONS, VIEW_NAMES, type ViewName } from '../../views/view.ts';
import { shown } from '../../model/shown.ts';
import { dayArgument } from '../arguments.ts';
import type { Context, ExitStatus } from '../context.ts';
import { load, type LoadedStrategy } from '../load.ts';
import { UsageError } from '../output.ts';
import { pageScript } from '../page-script.ts';
import type { Run } from '../program.ts';
import { nameOf } from '../selection.ts';
import { writeOut } from '../write-out.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly view?: ViewName;
  readonly out?: string;
  readonly asOf?: Day;
}

/** Adds the subcommand. */
export function addExport(program: Command, run: Run): void {
  program.command('export')
    .summary('the strategy as data')
    .description([
      'Writes the whole strategy as data, for a spreadsheet, a dashboard or a program of your own: everything that is written,',
      'and what follows from it (scores, health, what serves what). With --format html it is a report of all views on one page',
      'that needs nothing else; --view picks one of them.',
    ].join(' '))
    .argument('[PATH...]', 'a file or folder of the strategy (the current folder without one)')
    .addOption(new Option('--format <FORMAT>', 'the form').choices(EXPORT_FORMATS).default('json'))
    .addOption(new Option('--view <VIEW>', 'one view, and not the whole strategy').choices(VIEW_NAMES))
    .option('--out <FILE>', 'write into this file, and not to standard output')
    .option('--as-of <DATE>', 'judge progress as of this day, such as 2026-03-31, and not of today', dayArgument)
    .addHelpText('after', `
Without --view: json is the strategy as data, html and markdown hold all views, csv is the scorecard, mermaid, dot and svg are the map.
${VIEW_NAMES.map((view) => `  ${view.padEnd(10)} ${formatsOf(view).join(', ')}`).join('\n')}`)
    .action(async (paths: readonly string[], options: ExportOptions) => {
      if (options.view !== undefined && !formatsOf(options.view).includes(options.format)) throw new UsageError(impossible(options.view, options.format));
      await run((context) => exportStrategy(context, paths, options));
    });
}

/** That a view has no such format, which it has, and which views have it. */
function impossible(view: ViewName, format: ExportFormat): string {
  return `the ${view} cannot be exported as ${format}: --view ${view} goes with --format ${listed(formatsOf(view))}; `
    + `--format ${format} goes with --view ${listed(viewsIn(format))}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

async function exportStrategy(context: Context, paths: readonly string[], options: ExportOptions): Promise<ExitStatus> {
  const { output } = context;
  const { strategies, problems } = await load(context, paths, options.asOf ?? null);
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
  const text = await exported(context, strategy, options);
  if (text === null) return 2;
  if (options.out === undefined) {
    await output.write(text);
    return problems.length > 0 ? 2 : 0;
  }
  const failure = await writeOut(context, options.out, text);
  if (failure !== null) output.complainOf(failure);
  return failure !== null || problems.length > 0 ? 2 : 0;
}

/** The text of the export; null where something is missing for it, which has been told. */
async function exported(context: Context, strategy: LoadedStrategy, { format, view }: ExportOptions): Promise<string | null> {
  if (view !== undefined) {
    const input = await inputOf(context, strategy, format);
    return input === null ? null : exportView(view, format, input);
  }
  if (format === 'json') return exporters.json(strategyData(strategy.analysis.strategy, strategy.nameOf));
  const input = await inputOf(context, strategy, format);
  return input === null ? null : exportAll(format, input);
}

/** What the views are drawn from: the whole strategy, with the findings that the PATHs ask for. */
async function inputOf({ output }: Context, { analysis, includes }: LoadedStrategy, format: ExportFormat): Promise<ExportInput | null> {
  const script = format === 'html' ? await pageScript() : null;
  if (script !== null && typeof script !== 'string') {
    output.complainOf(script);
    return null;
  }
  return { strategy: analysis.strategy, findings: analysis.diagnostics.filter(({ file }) => includes(file)), options: DEFAULT_OPTIONS, script };
}

/** What could not be understood is not in the data; whoever reads it should know. */
function tellOfErrors({ output }: Context, { analysis }: LoadedStrategy): void {
  const files = new Set(analysis.diagnostics.filter(({ code }) => code === 'syntax').map(({ file }) => file));
  if (files.size === 0) return;
  output.complain(`${files.size === 1 ? '1 file has' : `${files.size} files have`} syntax errors; what could be read is exported (see throughline check)`);
}
