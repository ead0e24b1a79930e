/**
 * Everything that is to be said of one strategy: pure, so that command, editor and tests say the same
 * (language.md sections 4 and 6).
 */

import type { Day } from '../grammar/calendar.ts';
import { lineIndex } from '../grammar/positions.ts';
import type { Span, SyntaxProblem } from '../grammar/tree.ts';
import { buildStrategy } from './model/build.ts';
import type { SourceFile, Strategy } from './model/strategy.ts';
import {
  compareDiagnostics, pageUrl, SETTINGS_FILE, type Diagnostic, type DiagnosticFix, type Location, type Range,
} from './rules/diagnostic.ts';
import { runRules, runSuppressionRules, type RuleFinding } from './rules/engine.ts';
import { linesOf } from './rules/lines.ts';
import type { Fix, Place } from './rules/rule.ts';
import { readSettings, type Settings, type SettingsFinding } from './rules/settings.ts';
import { Subjects } from './rules/subjects.ts';
import { applySuppressions } from './rules/suppressions.ts';

export interface AnalysisInput {
  readonly files: readonly SourceFile[];
  /** The text of `throughline.json`; null where there is none. */
  readonly settingsText: string | null;
  /** The day asked for (`--as-of`); null leaves it to the settings, else to today. */
  readonly asOf: Day | null;
  readonly today: Day;
}

export interface Analysis {
  readonly strategy: Strategy;
  readonly settings: Settings;
  readonly asOf: Day;
  /** By file, place, code, message. */
  readonly diagnostics: readonly Diagnostic[];
  /** The objectives that are past and no longer judged. */
  readonly past: number;
}

/** Reads a strategy and checks it by its settings. */
export function analyze(input: AnalysisInput): Analysis {
  const steps = analysisSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `analyze` in short steps, for a caller that has other things to do in between or may want to give up. */
export function* analysisSteps({ files, settingsText, asOf: given, today }: AnalysisInput): Generator<void, Analysis> {
  const { settings, findings: settingsFindings } = readSettings(settingsText);
  const asOf = given ?? settings.asOf ?? today;
  const strategy = buildStrategy(files, { asOf, pastDays: settings.past });
  yield;
  const findings = yield* findingsOf(strategy, settings);
  const diagnostics = [
    ...settingsText === null ? [] : settingsDiagnostics(settingsText, settingsFindings),
    ...strategy.files.flatMap(syntaxDiagnostics),
    ...findings.map(ruleDiagnostic),
  ];
  return {
    strategy, settings, asOf,
    diagnostics: diagnostics.sort(compareDiagnostics),
    past: strategy.objectives.filter((objective) => objective.past && objective.laterThan === null).length,
  };
}

function* findingsOf(strategy: Strategy, settings: Settings): Generator<void, readonly RuleFinding[]> {
  const subjects = new Subjects(strategy);
  const found = yield* runRules(strategy, settings, subjects);
  const { kept, suppressions } = applySuppressions(strategy, found, settings, subjects);
  yield;
  return [...kept, ...yield* runSuppressionRules(strategy, settings, subjects, suppressions)];
}

function ruleDiagnostic({ rule, severity, place, message, related = [], fixes = [], unnecessary = false }: RuleFinding): Diagnostic {
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

function settingsDiagnostics(text: string, findings: readonly SettingsFinding[]): Diagnostic[] {
  if (findings.length === 0) return [];
  const lines = lineIndex(text);
  const range = ({ start, end }: Span): Range => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  return findings.map(({ span, message, toldBySchema, fix }) => ({
    file: SETTINGS_FILE, range: range(span), code: 'settings', severity: 'error', message, url: pageUrl('settings'),
    related: [], unnecessary: false, toldBySchema,
    fixes: fix === null ? [] : [{ title: fix.title, edits: () => [{ file: SETTINGS_FILE, range: range(fix.span), newText: fix.newText }] }],
  }));
}
