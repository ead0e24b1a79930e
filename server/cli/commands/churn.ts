/** `throughline churn`: how steady a strategy is. */

import { Option, type Command } from 'commander';
import type { Context, ExitStatus } from '../context.ts';
import { churnOf, type ChurnReport } from '../history/churn/churn-of.ts';
import { churnFormats, type ChurnFormat } from '../history/churn/formats.ts';
import { Progress } from '../progress.ts';
import type { Run } from '../program.ts';

/** Adds the subcommand. */
export function addChurn(program: Command, run: Run): void {
  program.command('churn')
    .summary('how steady the strategy is')
    .description([
      'Tells whether the organisation sticks to its strategy: how often targets moved, key results and objectives were dropped,',
      'owners changed and dates slipped after these had begun, for each team and each quarter. What changes before its period begins',
      'is planning, and not counted. Quarters are the strategy\'s own where it declares them, else those of the calendar.',
    ].join(' '))
    .argument('<BASE..HEAD>', 'from when to when: two revisions, such as v1.0..main')
    .addOption(new Option('--format <FORMAT>', 'how it is written').choices(Object.keys(churnFormats)).default('pretty'))
    .addHelpText('after', `
Exit status: 0 done; 2 the history could not be read.

Examples:
  throughline churn v1.0..main
  throughline churn v1.0..main --format svg > churn.svg`)
    .action(async (range: string, { format }: { readonly format: ChurnFormat }) => {
      await run((context) => churn(context, range, format));
    });
}

async function churn(context: Context, range: string, format: ChurnFormat): Promise<ExitStatus> {
  const progress = new Progress(context.output);
  progress.begin('Reading the history');
  let report: ChurnReport;
  try {
    report = await churnOf(context, range, () => { progress.step(); });
  } finally {
    progress.clear();
  }
  await context.output.writeAll(churnFormats[format](report, context));
  return 0;
}
