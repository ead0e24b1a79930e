/** The entry of the GitHub Action. */

import { Output } from '../cli/output.ts';
import { runAction } from './run.ts';
import { logLine, message } from './workflow-commands.ts';

const output = new Output(process.stdout, process.stderr);

// The status is set and the process left to end by itself, so that all that was written arrives.
runAction({ environment: process.env, output, now: new Date() }).then(
  (status) => { process.exitCode = output.failed ? 1 : status; },
  async (error: unknown) => {
    process.exitCode = 1;
    await output.write(message('error', 'Something went wrong in Throughline itself; please report it with what stands in the log.'));
    const told = error instanceof Error ? error.stack ?? error.message : String(error);
    const { INPUT_TOKEN: token = '' } = process.env;
    const harmless = token === '' ? told : told.replaceAll(token, '***');
    await output.write(harmless.split('\n').map(logLine).join(''));
  },
);
