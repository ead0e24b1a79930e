/** What the engine says, in the terms of the Language Server Protocol: the same for command, server and tests. */

import type { Severity } from './rule.ts';

/** Counted from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range in a file, which is named by its path below the root. */
export interface Location {
  readonly file: string;
  readonly range: Range;
}

export interface DiagnosticEdit extends Location {
  readonly newText: string;
}

export interface DiagnosticFix {
  readonly title: string;
  /** Worked out when asked for. */
  readonly edits: () => readonly DiagnosticEdit[];
}

export interface Diagnostic extends Location {
  /** The rule, or `syntax` or `settings`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The rule's page. */
  readonly url: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly fixes: readonly DiagnosticFix[];
  /** Shown faded. */
  readonly unnecessary: boolean;
  /** True where an editor that holds throughline.json against its JSON schema says the same by itself. */
  readonly toldBySchema: boolean;
}

/** The file of the settings, below the root. */
export const SETTINGS_FILE = 'throughline.json';

/** Where the page of a code stands. */
export function pageUrl(code: string): string {
  return `https://github.com/throughline/throughline/blob/main/docs/rules/${code}.md`;
}

/** The order in which findings are shown: by file (UTF-16 order of paths), place, code, message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file)
    || comparePositions(a.range.start, b.range.start)
    || comparePositions(a.range.end, b.range.end)
    || compareText(a.code, b.code)
    || compareText(a.message, b.message);
}

/** By line, then by character. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** By UTF-16 units, whatever the language of the machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
