/** Where the host of a report looks for the files in it. */

import { relative, resolve } from 'node:path';
import { slashed } from '../../workspace/node-file-system.ts';
import type { CheckReport } from './report.ts';

/** The variables in which a host says which folder the repository is checked out in. */
const CHECKOUT_VARIABLES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/**
 * The names of files for a report that a host attaches to a pull or merge request: relative to the checkout where the
 * current folder lies in one, since the host knows of no current folder; else as they are.
 */
export function namesFromCheckout(folder: string, environment: Readonly<Record<string, string | undefined>>): (file: string) => string {
  for (const variable of CHECKOUT_VARIABLES) {
    const checkout = environment[variable];
    if (checkout === undefined || checkout === '') continue;
    const below = slashed(relative(checkout, folder));
    if (below === '..' || below.startsWith('../')) continue;
    return (file) => slashed(relative(checkout, resolve(folder, file)));
  }
  return (file) => file;
}

/** The report with every file renamed. */
export function renamed(report: CheckReport, nameOf: (file: string) => string): CheckReport {
  const original = new Map<string, string>();
  const rename = (file: string): string => {
    const name = nameOf(file);
    original.set(name, file);
    return name;
  };
  return {
    ...report,
    checked: report.checked.map(rename),
    findings: report.findings.map((finding) => ({
      ...finding,
      file: rename(finding.file),
      related: finding.related.map((place) => ({ ...place, file: rename(place.file) })),
      fixes: finding.fixes.map(({ title, edits }) => ({ title, edits: () => edits().map((edit) => ({ ...edit, file: rename(edit.file) })) })),
    })),
    problems: report.problems.map((problem) => ({ ...problem, file: rename(problem.file) })),
    textOf: (file) => report.textOf(original.get(file) ?? file),
  };
}
