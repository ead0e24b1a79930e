/** The check of the whole strategy: what `throughline check` does, told to a workflow. */

import { dayOfMoment, type Day } from '../../grammar/calendar.ts';
import type { Context } from '../cli/context.ts';
import { formats } from '../cli/formats/index.ts';
import { hasFailed, reportOf, type CheckReport } from '../cli/formats/report.ts';
import { summary } from '../cli/formats/summary.ts';
import { load } from '../cli/load.ts';
import { code, escapeMarkdown } from '../model/markdown.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';

export interface CheckPart {
  readonly report: CheckReport;
  readonly failed: boolean;
  readonly annotations: readonly string[];
  /** For the summary of the run. */
  readonly markdown: string;
  readonly sarif: string;
}

const LISTED = 100;

/** Checks the strategies below the context's folder. */
export async function checkPart(context: Context, { asOf, maxWarnings }: { readonly asOf: Day | null; readonly maxWarnings: number | null }): Promise<CheckPart> {
  const loaded = await load(context, [], asOf);
  const report = reportOf(loaded, { asOf: asOf ?? dayOfMoment(context.now), quiet: false, maxWarnings });
  // What can be done better at leisure is in the editor; on a pull request it would hide what matters.
  const lines = [...formats.github(report, context)].join('').split('\n').filter((line) => !line.startsWith('::notice '));
  return {
    report, annotations: lines,
    failed: hasFailed(report) || report.problems.length > 0,
    markdown: markdownOf(report),
    sarif: [...formats.sarif(report, context)].join(''),
  };
}

function markdownOf(report: CheckReport): string {
  const told = report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning').toSorted((a, b) => rank(a) - rank(b));
  const rows = told.slice(0, LISTED).map(({ severity, code: rule, file, range, message, url }) => (
    `| ${severity} | ${code(`${file}:${range.start.line + 1}`)} | ${escapeMarkdown(message)} | [${rule}](${url}) |`
  ));
  return [
    '## Check', '', escapeMarkdown(summary(report)), '',
    ...report.problems.map(({ file, reason }) => `- ${code(file)}: ${escapeMarkdown(reason)}`),
    ...rows.length === 0 ? [] : ['| severity | where | what | rule |', '|---|---|---|---|', ...rows, ''],
    ...told.length > LISTED ? [`and ${told.length - LISTED} more.`, ''] : [],
  ].join('\n');
}

function rank({ severity }: Diagnostic): number {
  return severity === 'error' ? 0 : 1;
}
