/** `check --format sarif`: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */

import type { Diagnostic, DiagnosticEdit, DiagnosticFix, Location, Range } from '../../rules/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import { version } from '../version.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckReport } from './report.ts';
import { relativeUri } from './uri.ts';

/** A code with its page, for the tool's list of rules. */
export interface RulePage {
  readonly code: string;
  readonly title: string;
  /** One sentence: when it fires. */
  readonly summary: string;
  /** Plain text: why it matters. */
  readonly rationale: string;
  /** The whole page. */
  readonly markdown: string;
  readonly url: string;
  readonly severity: Severity | 'off';
  readonly group: string;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const PROJECT = 'https://github.com/throughline/throughline';
const BASE = 'SRCROOT';
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** The log, with one run. `pages` are those of the codes that it holds. */
export function sarif(report: CheckReport, pages: readonly RulePage[]): string {
  const indexes = new Map(pages.map(({ code }, index) => [code, index]));
  const prints = fingerprints(report);
  return `${JSON.stringify({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Throughline', version, informationUri: PROJECT, rules: pages.map(rule) } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [BASE]: { description: { text: 'The folder to which the names of files are relative.' } } },
      invocations: [{
        executionSuccessful: report.problems.length === 0,
        toolExecutionNotifications: report.problems.map(({ file, reason }) => ({
          level: 'error', message: { text: `${file}: ${reason}` }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
        })),
      }],
      results: report.findings.map((finding, index) => result(finding, indexes.get(finding.code), prints[index])),
    }],
  }, null, 2)}\n`;
}

function rule({ code, title, summary, rationale, markdown, url, severity, group }: RulePage) {
  return {
    id: code,
    name: code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    shortDescription: { text: title },
    fullDescription: { text: summary },
    help: { text: `${summary}\n\n${rationale}\n\n${url}`, markdown },
    helpUri: url,
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
    properties: { tags: [group] },
  };
}

function result({ code, severity, message, file, range, related, fixes }: Diagnostic, ruleIndex: number | undefined, fingerprint: string | undefined) {
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: plainText(message) },
    locations: [{ physicalLocation: physical({ file, range }) }],
    relatedLocations: related.map((place, index) => ({
      id: index + 1, physicalLocation: physical(place), message: { text: plainText(place.message) },
    })),
    partialFingerprints: { 'throughline/v1': fingerprint },
    fixes: fixes.map(fix).filter((one) => one.artifactChanges.length > 0),
    properties: { severity },
  };
}

/** `[words](target)` is a link in a SARIF message and `{0}` a placeholder; a title that looks like one stays text. */
function plainText(text: string): string {
  const words = text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text;
  return words.replace(/\{(\d+)\}/g, '{{$1}}');
}

function fix({ title, edits }: DiagnosticFix) {
  const byFile = new Map<string, DiagnosticEdit[]>();
  for (const edit of edits()) byFile.set(edit.file, [...byFile.get(edit.file) ?? [], edit]);
  return {
    description: { text: plainText(title) },
    artifactChanges: [...byFile].map(([file, changes]) => ({
      artifactLocation: artifact(file),
      replacements: changes.map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })),
    })),
  };
}

function physical({ file, range }: Location) {
  return { artifactLocation: artifact(file), region: region(range) };
}

function artifact(file: string) {
  return { uri: relativeUri(file), uriBaseId: BASE };
}

/** Lines and columns count from 1; the end column is that just after the region. */
function region({ start, end }: Range) {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
