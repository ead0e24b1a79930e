/** The entry of the command. */

import { realpathSync } from 'node:fs';
import { NodeFileSystem, slashed } from '../workspace/node-file-system.ts';
import { Output } from './output.ts';
import { runCommand } from './program.ts';

const output = new Output(process.stdout, process.stderr);

// The status is set and the process left to end by itself: `process.exit` would cut what a pipe has not taken yet.
runCommand(process.argv.slice(2), {
  folder: slashed(realpathSync(process.cwd())),
  environment: process.env,
  fileSystem: new NodeFileSystem(),
  output,
  input: process.stdin,
  now: new Date(),
}).then(
  (status) => { process.exitCode = status; },
  (error: unknown) => {
    process.exitCode = 2;
    output.complain('something went wrong in Throughline itself; please report it with what follows.');
    output.writeError(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  },
);
