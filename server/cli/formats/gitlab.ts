/** `check --format gitlab`: a Code Quality report, as GitLab shows it on a merge request. */

import type { Severity } from '../../rules/rule.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckReport } from './report.ts';

const SEVERITIES: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = { error: 'major', warning: 'minor', info: 'info', hint: 'info' };

/** The report: one array of issues. */
export function gitlab(report: CheckReport): string {
  const prints = fingerprints(report);
  const issues = report.findings.map(({ message, code, severity, file, range: { start, end } }, index) => ({
    description: message,
    check_name: code,
    fingerprint: prints[index],
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: start.line + 1, end: end.line + 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
