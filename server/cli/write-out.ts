/** Writing the one file that `--out` names. */

import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { slashed, systemReason } from '../workspace/node-file-system.ts';
import type { Context } from './context.ts';
import type { Problem } from './output.ts';

/**
 * Writes the file in one step; what went wrong, or null. A name that lies in the current folder is written there and
 * nowhere else: a link on the way, which a repository may hold, leads nobody out of it.
 */
export async function writeOut(context: Context, out: string, text: string): Promise<Problem | null> {
  const problem = (reason: string): Problem => ({ file: out === '' ? '""' : out, reason: `could not be written: ${reason}` });
  if (out === '') return problem('it is no name of a file');
  const path = resolve(context.folder, out);
  try {
    const real = await realPlace(path);
    if (isBelow(context.folder, slashed(path)) && !isBelow(context.folder, slashed(real))) {
      return problem('a link leads out of the current folder; name the file itself');
    }
    await writeFileAtomic(real, text);
    return null;
  } catch (error) {
    return problem(systemReason(error));
  }
}

/** Where a file lies that may not be there yet, links followed. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return join(await realpath(dirname(path)), basename(path));
  }
}

function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
