/** `check --format json`: the contract of `check.schema.json`. */

import type { Diagnostic, Range } from '../../rules/diagnostic.ts';
import type { CheckReport } from './report.ts';

/** The document, one for a whole run. */
export function json(report: CheckReport): string {
  return `${JSON.stringify({
    version: 1,
    asOf: report.asOf,
    files: report.files,
    diagnostics: report.findings.map(diagnostic),
    summary: { ...report.counts, past: report.past },
  }, null, 2)}\n`;
}

function diagnostic({ file, code, severity, range: place, message, url, related, fixes }: Diagnostic) {
  return {
    file, code, severity, range: range(place), message, url,
    related: related.map((other) => ({ file: other.file, range: range(other.range), message: other.message })),
    fixes: fixes.map(({ title }) => title),
  };
}

function range({ start, end }: Range) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
