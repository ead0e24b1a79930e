/** Findings in the terms of the protocol. */

import {
  DiagnosticSeverity, DiagnosticTag, type Diagnostic as ProtocolDiagnostic,
} from 'vscode-languageserver-types';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Severity } from '../rules/rule.ts';
import type { ClientAbilities, Snapshot } from './snapshot.ts';

const SOURCE = 'throughline';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for whoever asks about it: the titles of its quick fixes. */
export interface DiagnosticData {
  readonly fixes: readonly string[];
}

/** `uriOf` gives the URI of a file by the path that findings name it by. */
export function toProtocol(
  { range, severity, code, url, message, unnecessary, related, fixes }: Diagnostic,
  uriOf: Snapshot['uriOf'],
  { relatedInformation }: Pick<ClientAbilities, 'relatedInformation'>,
): ProtocolDiagnostic {
  const data: DiagnosticData = { fixes: fixes.map(({ title }) => title) };
  return {
    range, severity: SEVERITIES[severity], code, codeDescription: { href: url }, source: SOURCE, message,
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation && related.length > 0 ? {
      relatedInformation: related.map((other) => ({ location: { uri: uriOf(other.file), range: other.range }, message: other.message })),
    } : {}),
    data,
  };
}

/** What is said of a file that could not be read at all. */
export function unreadable(reason: string): ProtocolDiagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: SOURCE, message: `This file could not be read: ${reason}.` };
}

/** Whether two findings of one file say the same; what their fixes would do follows from it. */
export function sameFinding(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.severity === b.severity && a.message === b.message && a.unnecessary === b.unnecessary
    && sameRange(a, b)
    && a.related.length === b.related.length
    && a.related.every((place, index) => {
      const other = b.related[index];
      return place.file === other?.file && place.message === other.message && sameRange(place, other);
    })
    && a.fixes.length === b.fixes.length
    && a.fixes.every(({ title }, index) => title === b.fixes[index]?.title);
}

function sameRange({ range: a }: Pick<Diagnostic, 'range'>, { range: b }: Pick<Diagnostic, 'range'>): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character
    && a.end.line === b.end.line && a.end.character === b.end.character;
}
