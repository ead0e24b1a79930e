/** `throughline log`: the life of one thing. */

import { Option, type Command } from 'commander';
import type { Context, ExitStatus } from '../context.ts';
import { logFormats, type LogFormat } from '../history/log/formats.ts';
import { lifeOf } from '../history/log/life-of.ts';
import { Progress } from '../progress.ts';
import type { Run } from '../program.ts';

interface LogOptions {
  readonly format: LogFormat;
  readonly since?: string;
}

/** Adds the subcommand. */
export function addLog(program: Command, run: Run): void {
  program.command('log')
    .summary('the life of one thing')
    .description([
      'Tells the life of one goal, objective or key result through git: every commit that changed what it means, with the day, the',
      'author and the message, through renames and moves. Reformatted and moved text is no change. What was removed can be asked for',
      'by the name that it had last.',
    ].join(' '))
    .argument('<ID>', 'what it is called, such as self-serve or self-serve.activation')
    .addOption(new Option('--format <FORMAT>', 'how it is written').choices(Object.keys(logFormats)).default('pretty'))
    .option('--since <REVISION>', 'only what happened after this revision')
    .addHelpText('after', `
Exit status: 0 done; 2 nothing bears that name, or the history could not be read.

Examples:
  throughline log self-serve.activation
  throughline log win-midmarket --since v1.0 --format markdown`)
    .action(async (id: string, options: LogOptions) => {
      await run((context) => log(context, id, options));
    });
}

async function log(context: Context, id: string, { format, since }: LogOptions): Promise<ExitStatus> {
  const progress = new Progress(context.output);
  progress.begin('Reading the history');
  let life;
  try {
    life = await lifeOf(context, id, since ?? null, () => { progress.step(); });
  } finally {
    progress.clear();
  }
  await context.output.writeAll(logFormats[format](life, context));
  return 0;
}
