/** `check --format github`: annotations on a pull request, as workflow commands of GitHub Actions. */

import type { Diagnostic } from '../../rules/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import { shown, shownLines } from '../../model/shown.ts';
import { relatedForPeople, type CheckReport } from './report.ts';
import { summary } from './summary.ts';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** One command a line, then the summary for the log. */
export function* github(report: CheckReport): Generator<string> {
  for (const finding of report.findings) yield `${command(finding)}\n`;
  for (const { file, reason } of report.problems) yield `::error file=${property(shown(file))},title=unreadable::${data(shown(`${file}: ${reason}`))}\n`;
  yield `${summary(report)}\n`;
}

function command(finding: Diagnostic): string {
  const { severity, code, file, range: { start, end }, message, fixes, url } = finding;
  const { places, more } = relatedForPeople(finding);
  const properties = [
    ['file', file], ['line', start.line + 1], ['endLine', end.line + 1],
    // Columns are shown only within one line.
    ...(start.line === end.line ? [['col', start.character + 1], ['endColumn', end.character + 1]] as const : []),
    ['title', code],
  ] as const;
  const text = [
    message,
    ...places.map((place) => `See ${place.file}:${place.range.start.line + 1}: ${place.message}`),
    ...more === null ? [] : [more],
    ...fixes.map(({ title }) => `Fix: ${title}`),
    url,
  ].map(shown).join('\n');
  return `::${COMMANDS[severity]} ${properties.map(([name, value]) => `${name}=${property(shown(String(value)))}`).join(',')}::${data(shownLines(text))}`;
}

/** Text as the runner decodes it after `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value: also what would end it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
