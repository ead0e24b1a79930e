/** Findings, syntax errors and what is wrong in the settings, in the terms of the Language Server Protocol. */

import { lineIndex } from '../../grammar/positions.ts';
import type { Span, SyntaxProblem } from '../../grammar/tree.ts';
import type { SourceFile } from '../model/strategy.ts';
import { pageUrl, SETTINGS_FILE, type Diagnostic, type DiagnosticFix, type Location, type Range } from './diagnostic.ts';
import type { RuleFinding } from './engine.ts';
import { linesOf } from './lines.ts';
import type { Fix, Place } from './rule.ts';
import type { SettingsFinding } from './settings.ts';

/** What a rule found. */
export function ruleDiagnostic({ rule, severity, place, message, related = [], fixes = [], unnecessary = false }: RuleFinding): Diagnostic {
  return {
    ...locate(place), code: rule.code, severity, message, url: pageUrl(rule.code), unnecessary, toldBySchema: false,
    related: related.map((other) => ({ ...locate(other.place), message: other.message })),
    fixes: fixes.map(diagnosticFix),
  };
}

function diagnosticFix({ title, edits }: Fix): DiagnosticFix {
  return { title, edits: () => edits().map(({ place, newText }) => ({ ...locate(place), newText })) };
}

/** A place of a strategy as a range in its file. */
export function locate({ origin, span }: Place): Location {
  return { file: origin.file.path, range: rangeIn(origin.file, { start: origin.chunk.start + span.start, end: origin.chunk.start + span.end }) };
}

function rangeIn({ path, tree }: SourceFile, { start, end }: Span): Range {
  if (tree === null) throw new Error(`A place in ${path}, which could not be read`);
  const lines = linesOf(tree);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The syntax errors of one file; those of a file outside every strategy are told the same way. */
export function syntaxDiagnostics(file: SourceFile): Diagnostic[] {
  if (file.tree === null) return [];
  const at = (problem: SyntaxProblem, start: number): Diagnostic => syntaxDiagnostic(file, problem, start);
  return [
    ...file.tree.problems.map((problem) => at(problem, 0)),
    ...file.tree.chunks.flatMap(({ start, chunk }) => chunk.problems.map((problem) => at(problem, start))),
  ];
}

function syntaxDiagnostic(file: SourceFile, { span, message, fix }: SyntaxProblem, base: number): Diagnostic {
  const range = (part: Span): Range => rangeIn(file, { start: base + part.start, end: base + part.end });
  return {
    file: file.path, range: range(span), code: 'syntax', severity: 'error', message, url: pageUrl('syntax'),
    related: [], unnecessary: false, toldBySchema: false,
    fixes: fix === null ? [] : [{ title: fix.title, edits: () => [{ file: file.path, range: range(fix.span), newText: fix.newText }] }],
  };
}

/** What is wrong in the text of `throughline.json`. */
export function settingsDiagnostics(text: string, findings: readonly SettingsFinding[]): Diagnostic[] {
  if (findings.length === 0) return [];
  const lines = lineIndex(text);
  const range = ({ start, end }: Span): Range => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  return findings.map(({ span, message, toldBySchema, fix }) => ({
    file: SETTINGS_FILE, range: range(span), code: 'settings', severity: 'error', message, url: pageUrl('settings'),
    related: [], unnecessary: false, toldBySchema,
    fixes: fix === null ? [] : [{ title: fix.title, edits: () => [{ file: SETTINGS_FILE, range: range(fix.span), newText: fix.newText }] }],
  }));
}
