/** `throughline check`: finds what is wrong. */

import { Option, type Command } from 'commander';
import { dayOfMoment, type Day } from '../../../grammar/calendar.ts';
import { countArgument, dayArgument } from '../arguments.ts';
import type { Context, ExitStatus } from '../context.ts';
import { formats, type Format } from '../formats/index.ts';
import { hasFailed, reportOf } from '../formats/report.ts';
import { load } from '../load.ts';
import type { Run } from '../program.ts';

interface CheckOptions {
  readonly format: Format;
  readonly asOf?: Day;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
}

/** Adds the subcommand. */
export function addCheck(program: Command, run: Run): void {
  program.command('check')
    .summary('find what is wrong')
    .description([
      'Finds what is wrong in a strategy: objectives that serve no goal, names that mean nothing, key results that cannot be',
      'measured, dates that do not fit, and more. Each finding says where it stands and what to do.\n\n'
      + 'The strategy is always read as a whole. A PATH, a file or a folder, says which findings are shown and counted; without',
      'one, those of the current folder are.',
    ].join(' '))
    .argument('[PATH...]', 'files or folders to look at (the current folder without one)')
    .addOption(new Option('--format <FORMAT>', 'how the findings are written').choices(Object.keys(formats)).default('pretty'))
    .option('--as-of <DATE>', 'judge progress as of this day, such as 2026-03-31, and not of today', dayArgument)
    .option('--max-warnings <N>', 'fail (status 1) where there are more warnings than this', countArgument)
    .option('--quiet', 'show errors only')
    .addHelpText('after', `
Exit status: 0 no errors; 1 errors, or too many warnings; 2 something could not be read, or the call was wrong.

Examples:
  throughline check                          the strategy in the current folder
  throughline check okrs/growth.strategy     only what stands in this file
  throughline check --format github          as annotations on a pull request`)
    .action(async (paths: readonly string[], options: CheckOptions) => {
      await run((context) => check(context, paths, options));
    });
}

async function check(context: Context, paths: readonly string[], { format, asOf, maxWarnings, quiet = false }: CheckOptions): Promise<ExitStatus> {
  const loaded = await load(context, paths, asOf ?? null);
  const report = reportOf(loaded, { asOf: asOf ?? dayOfMoment(context.now), quiet, maxWarnings: maxWarnings ?? null });
  for (const problem of report.problems) context.output.complainOf(problem);
  await context.output.writeAll(formats[format](report, context));
  if (report.problems.length > 0) return 2;
  return hasFailed(report) ? 1 : 0;
}
