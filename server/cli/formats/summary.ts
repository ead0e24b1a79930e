/** A check in one sentence, as people read it at the end. */

import type { CheckReport } from './report.ts';

/** `2 errors, 1 warning in 12 files, as of 2026-03-01. 3 objectives are past and no longer judged.` */
export function summary(report: CheckReport): string {
  const { error, warning, info, hint } = report.counts;
  const parts = [counted(error, 'error'), counted(warning, 'warning'), counted(info, 'note'), counted(hint, 'hint')].filter((part) => part !== null);
  const found = parts.length === 0 ? 'No findings' : parts.join(', ');
  const day = report.asOf === null ? '' : `, as of ${report.asOf}`;
  const sentences = [`${found} in ${report.files === 1 ? '1 file' : `${report.files} files`}${day}.`];
  const hidden = error + warning + info + hint - report.findings.length;
  if (hidden > 0) sentences.push(`${hidden} below error level ${hidden === 1 ? 'is' : 'are'} not shown.`);
  if (report.past > 0) sentences.push(`${report.past === 1 ? '1 objective is' : `${report.past} objectives are`} past and no longer judged.`);
  if (report.problems.length > 0) sentences.push('Not everything could be read.');
  return sentences.join(' ');
}

function counted(count: number, what: string): string | null {
  if (count === 0) return null;
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
