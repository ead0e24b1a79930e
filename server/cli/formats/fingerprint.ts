/** What makes a finding the same finding in the next run, though lines were added above it. */

import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import type { CheckReport } from './report.ts';

/** Of a line and of what a finding stands on only so much is looked at: a line may be megabytes long, with a finding on every word. */
const ENOUGH = 400;

/**
 * One fingerprint for each finding, all different: file, code, the text it stands on and the line around it; for
 * findings that share these, which of them it is.
 */
export function fingerprints(report: CheckReport): readonly string[] {
  const linesOf = new Map<string, readonly string[]>();
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    let lines = linesOf.get(finding.file);
    if (lines === undefined) linesOf.set(finding.file, lines = (report.textOf(finding.file) ?? '').split(/\r\n|\r|\n/));
    const subject = JSON.stringify([finding.file, finding.code, (lines[finding.range.start.line] ?? '').slice(0, ENOUGH).trim(), standsOn(finding, lines)]);
    const nth = seen.get(subject) ?? 0;
    seen.set(subject, nth + 1);
    return createHash('sha256').update(`${subject}\n${nth}`).digest('hex');
  });
}

function standsOn({ range: { start, end } }: Diagnostic, lines: readonly string[]): string {
  const to = end.line > start.line ? Infinity : end.character;
  return (lines[start.line] ?? '').slice(start.character, Math.min(to, start.character + ENOUGH));
}
