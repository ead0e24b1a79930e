/** The command line as a whole: its subcommands, its help, and how what goes wrong is told. */

import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.ts';
import { addChurn } from './commands/churn.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addFormat } from './commands/format.ts';
import { addLog } from './commands/log.ts';
import { addLsp } from './commands/lsp.ts';
import { addMerge } from './commands/merge.ts';
import { addReview } from './commands/review.ts';
import type { Context, ExitStatus } from './context.ts';
import { UsageError } from './output.ts';
import { shown } from '../model/shown.ts';
import { version } from './version.ts';

/** Hands a subcommand's work the context, and keeps the status that it ends with. */
export type Run = (work: (context: Context) => Promise<ExitStatus>) => Promise<void>;

/** Every subcommand, in the order of the help. */
export const subcommands: readonly ((program: Command, run: Run) => void)[] = [addCheck, addFormat, addReview, addExport, addExplain, addLog, addChurn, addMerge, addLsp];

/** Runs the command with the arguments after its name. */
export async function runCommand(args: readonly string[], context: Context): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = newProgram(context);
  const run: Run = async (work) => { status = await work(context); };
  for (const add of subcommands) add(program, run);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    context.output.complain(shown(error.message));
    return 2;
  }
  return status;
}

function newProgram({ output }: Context): Command {
  const written: Promise<void>[] = [];
  return new Command('throughline')
    .description('Strategy as code: goals and OKRs as text, checked for what they mean.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .addHelpText('after', `
Every command has its own help: throughline check --help`)
    .configureOutput({
      writeOut: (text) => { written.push(output.write(text)); },
      writeErr: (text) => { output.writeError(text); },
      // One line, whatever commander says in several, with what the user typed shown and not sent.
      outputError: (text) => { output.complain(shown(text.trim().replace(/^error: /, '').replaceAll('\n', ' '))); },
    })
    .showSuggestionAfterError(true)
    .exitOverride();
}
