/**
 * Everything that is to be said of one strategy: pure, so that command, editor and tests say the same
 * (language.md sections 4 and 6).
 */

import type { Day } from '../grammar/calendar.ts';
import { strategySteps } from './model/build.ts';
import { complete, type Steps } from './model/steps.ts';
import type { SourceFile, Strategy } from './model/strategy.ts';
import { compareDiagnostics, type Diagnostic } from './rules/diagnostic.ts';
import { ruleDiagnostic, settingsDiagnostics, syntaxDiagnostics } from './rules/diagnostics.ts';
import { findingsOf } from './rules/findings.ts';
import { readSettings, type Settings } from './rules/settings.ts';

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
  return complete(analysisSteps(input));
}

/** `analyze` in short steps, for a caller that has other things to do in between or may want to give up. */
export function* analysisSteps({ files, settingsText, asOf: given, today }: AnalysisInput): Steps<Analysis> {
  const { settings, findings: settingsFindings } = readSettings(settingsText);
  const asOf = given ?? settings.asOf ?? today;
  const strategy = yield* strategySteps(files, { asOf, pastDays: settings.past });
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
