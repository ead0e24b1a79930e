/** The script of exported pages, which stands beside the command. */

import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemReason } from '../workspace/node-file-system.ts';
import type { Problem } from './output.ts';

const NAME = 'preview.js';

/** Its text, or why it could not be read. */
export async function pageScript(): Promise<string | Problem> {
  const command = process.argv[1] ?? '';
  const path = join(dirname(command), NAME);
  try {
    return await readFile(join(dirname(await realpath(command)), NAME), 'utf8');
  } catch (error) {
    return { file: path, reason: `could not be read: ${systemReason(error)}` };
  }
}
