/** The entry of the command. */

import { realpathSync } from 'node:fs';
import { NodeFileSystem, slashed } from '../workspace/node-file-system.ts';
import type { ExitStatus } from './context.ts';
import { Output } from './output.ts';
import { runCommand } from './program.ts';

const output = new Output(process.stdout, process.stderr);

async function main(): Promise<ExitStatus> {
  const folder = currentFolder();
  if (folder === null) {
    output.complain('the current folder is not there any more');
    return 2;
  }
  const status = await runCommand(process.argv.slice(2), {
    folder, environment: process.env, fileSystem: new NodeFileSystem(), output, input: process.stdin, now: new Date(),
  });
  return output.failed ? 2 : status;
}

function currentFolder(): string | null {
  try {
    return slashed(realpathSync(process.cwd()));
  } catch {
    return null;
  }
}

// The status is set and the process left to end by itself: `process.exit` would cut what a pipe has not taken yet.
main().then(
  (status) => { process.exitCode = status; },
  (error: unknown) => {
    process.exitCode = 2;
    output.complain('something went wrong in Throughline itself; please report it with what follows.');
    output.writeError(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  },
);
