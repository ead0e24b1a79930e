/** Files that can no longer be read whole, or can again: once per file. */

import { syntaxDiagnostics } from '../../rules/diagnostics.ts';
import type { SourceFile } from '../../model/strategy.ts';
import { isDamaged, pathInReview, type Location, type ReviewSide } from '../review.ts';
import { counted } from '../sentences.ts';
import { pathSubject } from '../subject.ts';
import type { Comparing } from '../view.ts';

/** Records files with syntax errors on one side only. */
export function compareSyntax({ base, head, ledger }: Comparing): void {
  const [before, after] = [damagedIn(base), damagedIn(head)];
  for (const [path, file] of after) {
    if (before.has(path)) continue;
    const { text, place } = told(file, head.root);
    ledger.record({
      kind: 'syntax-broken', subject: pathSubject('file', place.file), after: text, base: null, head: place,
      message: `${place.file} can no longer be read whole: ${text}. What stands in the damaged part could not be compared.`,
    });
  }
  for (const [path, file] of before) {
    if (after.has(path)) continue;
    const { text, place } = told(file, base.root);
    ledger.record({
      kind: 'syntax-mended', subject: pathSubject('file', place.file), before: text, base: place, head: null,
      message: `${place.file} can be read whole again; before it had ${text}.`,
    });
  }
}

function damagedIn({ strategy }: ReviewSide): ReadonlyMap<string, SourceFile> {
  return new Map(strategy.files.filter(isDamaged).map((file) => [file.path, file]));
}

function told(file: SourceFile, root: string): { readonly text: string; readonly place: Location } {
  const problems = syntaxDiagnostics(file);
  const start = { line: 0, character: 0 };
  return {
    text: problems.length === 0 ? 'text that could not be decoded' : counted(problems.length, 'syntax error'),
    place: { file: pathInReview(root, file.path), range: problems[0]?.range ?? { start, end: start } },
  };
}
