/** `check --format github`: annotations on a pull request. */

import { shown } from '../../model/shown.ts';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import { annotation, data, property, type AnnotationLevel } from './annotation.ts';
import { relatedForPeople, type CheckReport } from './report.ts';
import { summary } from './summary.ts';

const LEVELS: Readonly<Record<Severity, AnnotationLevel>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** One command a line, then the summary for the log. */
export function* github(report: CheckReport): Generator<string> {
  for (const finding of report.findings) yield `${command(finding)}\n`;
  for (const { file, reason } of report.problems) yield `::error file=${property(shown(file))},title=unreadable::${data(shown(`${file}: ${reason}`))}\n`;
  yield `${summary(report)}\n`;
}

function command(finding: Diagnostic): string {
  const { severity, code, message, fixes, url } = finding;
  const { places, more } = relatedForPeople(finding);
  return annotation(LEVELS[severity], code, finding, [
    message,
    ...places.map((place) => `See ${place.file}:${place.range.start.line + 1}: ${place.message}`),
    ...more === null ? [] : [more],
    ...fixes.map(({ title }) => `Fix: ${title}`),
    url,
  ]);
}
