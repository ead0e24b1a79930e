/** Many findings of a file mended at once: those that have one certain fix. */

import type { Diagnostic, DiagnosticEdit } from '../rules/diagnostic.ts';

/** The kind under which editors run it on saving. */
export const fixAllKind = 'source.fixAll.throughline';

/** How many findings of a rule have one fix, and no other. */
export function mendable(findings: readonly Diagnostic[], code: string): number {
  return findings.filter((finding) => finding.code === code && finding.fixes.length === 1).length;
}

/** The edits of all such findings (of one rule, or of all for null); of those that get in each other's way the first. */
export function fixedAll(findings: readonly Diagnostic[], code: string | null): readonly DiagnosticEdit[] {
  const taken: DiagnosticEdit[] = [];
  for (const finding of findings) {
    const [fix, ...others] = finding.fixes;
    if (fix === undefined || others.length > 0 || (code !== null && finding.code !== code)) continue;
    const edits = fix.edits();
    if (edits.every((edit) => !taken.some((other) => overlap(edit, other)))) taken.push(...edits);
  }
  return taken;
}

/** Two insertions at one place overlap too: nobody can say which comes first. */
function overlap(a: DiagnosticEdit, b: DiagnosticEdit): boolean {
  return a.file === b.file && !isBefore(a.range.end, b.range.start) && !isBefore(b.range.end, a.range.start);
}

function isBefore(a: DiagnosticEdit['range']['start'], b: DiagnosticEdit['range']['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
