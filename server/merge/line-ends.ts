/** Line ends in a merge: those of each version are kept, unless one side changed them all. */

import { pick } from './three-way.ts';

export interface LineEnds {
  /** For lines that the merge itself adds. */
  readonly added: string;
  /** Every line end becomes this; null leaves them as they stand. */
  readonly all: string | null;
}

/** How the merged text of three versions ends its lines. */
export function lineEndsOf(base: string, ours: string, theirs: string): LineEnds {
  const [b, o, t] = [onlyLineEnd(base), onlyLineEnd(ours), onlyLineEnd(theirs)];
  const uniform = b !== null && o !== null && t !== null;
  const all = uniform ? pick(b, o, t) : null;
  return { added: all ?? o ?? '\n', all };
}

/** A text with the line ends that were asked for. */
export function convertedTo(text: string, { all }: LineEnds): string {
  return all === null ? text : text.replaceAll(/\r\n|\r|\n/g, all);
}

/** The line end that a text uses everywhere; null where it uses several. */
function onlyLineEnd(text: string): string | null {
  const found = new Set(text.match(/\r\n|\r|\n/g) ?? ['\n']);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
