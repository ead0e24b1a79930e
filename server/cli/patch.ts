/** What would change in a file, as a unified diff that `git apply` and `patch -p1` take. */

import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatch } from 'diff';

const CONTEXT_LINES = 3;
/** Beyond so many changed lines the shortest diff is not worth the time that it takes (its square). */
const MAX_EDITS = 4000;

/** The diff from one text to another, which differs from it. `file` is relative, with `/`. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const [from, to] = [`a/${file}`, `b/${file}`];
  const patch = structuredPatch(from, to, before, after, undefined, undefined, { context: CONTEXT_LINES, maxEditLength: MAX_EDITS })
    ?? wholePatch(from, to, before, after);
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

/** Every line taken out, every line put in. */
function wholePatch(oldFileName: string, newFileName: string, before: string, after: string): StructuredPatch {
  const removed = signed('-', before);
  const added = signed('+', after);
  return {
    oldFileName, newFileName, oldHeader: undefined, newHeader: undefined,
    hunks: [{ oldStart: 1, oldLines: removed.count, newStart: 1, newLines: added.count, lines: [...removed.lines, ...added.lines] }],
  };
}

function signed(sign: '+' | '-', text: string): { readonly lines: readonly string[]; readonly count: number } {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const whole = lines.map((line) => sign + line);
  return last === ''
    ? { lines: whole, count: whole.length }
    : { lines: [...whole, sign + last, '\\ No newline at end of file'], count: whole.length + 1 };
}
