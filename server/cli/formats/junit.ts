/**
 * `check --format junit`: a file is a test suite, a finding a test case in it. What makes the check fail is a failure;
 * other findings pass and are told in the case's output; a file that could not be read is an error.
 */

import type { Diagnostic } from '../../rules/diagnostic.ts';
import type { Problem } from '../output.ts';
import { shown, shownLines } from '../../model/shown.ts';
import { relatedForPeople, tooManyWarnings, type CheckReport } from './report.ts';

interface Case {
  readonly outcome: 'passed' | 'failure' | 'error';
  readonly xml: string;
}

/** The document. */
export function* junit(report: CheckReport): Generator<string> {
  const warningsFail = tooManyWarnings(report);
  const isFailure = ({ severity }: Diagnostic): boolean => severity === 'error' || (warningsFail && severity === 'warning');
  const suites = new Map<string, Case[]>(report.checked.map((file) => [file, []]));
  for (const finding of report.findings) suiteOf(suites, finding.file).push(findingCase(finding, isFailure(finding)));
  for (const problem of report.problems) suiteOf(suites, problem.file).push(problemCase(problem));
  for (const [file, cases] of suites) if (cases.length === 0) cases.push(cleanCase(file));
  const all = [...suites.values()].flat();
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="throughline"${totals(all)}>\n`;
  for (const [file, cases] of [...suites].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield `  <testsuite name="${attribute(file)}"${totals(cases)}>\n`;
    for (const { xml } of cases) yield xml;
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function suiteOf(suites: Map<string, Case[]>, file: string): Case[] {
  const suite = suites.get(file) ?? [];
  suites.set(file, suite);
  return suite;
}

function totals(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}"`;
}

function cleanCase(file: string): Case {
  return { outcome: 'passed', xml: `    <testcase name="no findings" classname="${attribute(file)}"/>\n` };
}

function findingCase(finding: Diagnostic, fails: boolean): Case {
  const { file, code, severity, range: { start }, message, fixes, url } = finding;
  const { places, more } = relatedForPeople(finding);
  const place = `${start.line + 1}:${start.character + 1}`;
  const details = [
    `${file}:${place}: ${severity}: ${message}`,
    ...places.map((other) => `See ${other.file}:${other.range.start.line + 1}:${other.range.start.character + 1}: ${other.message}`),
    ...more === null ? [] : [more],
    ...fixes.map(({ title }) => `Fix: ${title}`),
    url,
  ].map(shown).join('\n');
  const result = fails
    ? `<failure message="${attribute(message)}" type="${attribute(code)}">${content(details)}</failure>`
    : `<system-out>${content(details)}</system-out>`;
  return {
    outcome: fails ? 'failure' : 'passed',
    xml: `    <testcase name="${attribute(`${code} (${place})`)}" classname="${attribute(file)}">${result}</testcase>\n`,
  };
}

function problemCase({ file, reason }: Problem): Case {
  return {
    outcome: 'error',
    xml: `    <testcase name="can be read" classname="${attribute(file)}"><error message="${attribute(reason)}" type="unreadable">${content(shown(`${file}: ${reason}`))}</error></testcase>\n`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags. What XML cannot hold at all (most control characters) is made visible; `]]>` loses its meaning. */
function content(text: string): string {
  return shownLines(text).replace(/[&<>"]|[\ufffe\uffff]/g, (character) => ENTITIES[character] ?? '\ufffd');
}

/** Text in an attribute, where a line end would become a space. */
function attribute(text: string): string {
  return content(text).replaceAll('\n', '&#10;');
}
