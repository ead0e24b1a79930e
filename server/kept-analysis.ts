/**
 * The analysis of one strategy, kept up with its files: an edit costs what it touches. What changes everything (the day,
 * how long something counts as past, many files at once) has it made anew. Either way it says what `analyze` would say.
 */

import type { Day } from '../grammar/calendar.ts';
import type { Analysis } from './analysis.ts';
import type { StrategyChange } from './model/change.ts';
import { liveStrategySteps, type FileChanges, type LiveStrategy } from './model/live/strategy.ts';
import type { Steps } from './model/steps.ts';
import type { SourceFile, Strategy } from './model/strategy.ts';
import { compareDiagnostics, SETTINGS_FILE, type Diagnostic } from './rules/diagnostic.ts';
import { settingsDiagnostics } from './rules/diagnostics.ts';
import { LiveFindings } from './rules/live-findings.ts';
import { readSettings, type Settings, type SettingsReading } from './rules/settings.ts';

/** What is known of a strategy by now. */
export interface KnownFiles {
  readonly files: () => readonly SourceFile[];
  /** What changed in them since they were last looked at; where that is not known, null. */
  readonly changes: FileChanges | null;
  /** The text of `throughline.json`; null where there is none. */
  readonly settingsText: string | null;
  readonly today: Day;
}

/** What an update of an analysis says. */
export interface AnalysisChange {
  readonly analysis: Analysis;
  /** The paths of the files of which the findings may be others than before. */
  readonly files: ReadonlySet<string>;
  /** The findings of a file, by place. */
  readonly diagnosticsOf: (path: string) => readonly Diagnostic[];
}

/** More files than this at once, and more than a quarter of all: everything is read anew, which takes less then. */
const MANY_FILES = 100;
/** Where more than this says something else, the rules are run on everything, in short steps. */
const MANY_ENTITIES = 2000;

/** Of how many files the findings are worked out in one step. */
const FILES_AT_ONCE = 20;

interface Kept {
  readonly live: LiveStrategy;
  readonly findings: LiveFindings;
  readonly reading: SettingsReading;
  readonly settingsText: string | null;
  readonly settings: Settings;
  readonly asOf: Day;
}

export class KeptAnalysis {
  readonly #onFailure: (error: unknown) => void;
  /** null before the first time, and while an update runs: one that is left half done has everything made anew. */
  #kept: Kept | null = null;
  /** The files that may have had findings. */
  readonly #told = new Set<string>([SETTINGS_FILE]);

  /** `onFailure` is told of a mistake of ours, after which everything is made anew. */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** Whether an update with these will change what earlier ones gave in place; else these stay as they are. */
  changesInPlace(known: KnownFiles): boolean {
    return this.#keptFor(known) !== null;
  }

  /** Brings the analysis up to date. */
  * update(known: KnownFiles): Steps<AnalysisChange> {
    const kept = this.#keptFor(known);
    this.#kept = null;
    if (kept !== null && known.changes !== null) {
      try {
        return yield* this.#takeOver(kept, known.changes, known.settingsText);
      } catch (error) {
        this.#onFailure(error);
      }
    }
    return yield* this.#makeAnew(known);
  }

  /** What is kept, where it can be kept up with what is known now. */
  #keptFor({ changes, settingsText, today }: KnownFiles): Kept | null {
    const kept = this.#kept;
    if (kept === null || changes === null) return null;
    const { settings } = settingsText === kept.settingsText ? kept : readSettings(settingsText);
    if ((settings.asOf ?? today) !== kept.asOf || settings.past !== kept.settings.past) return null;
    const count = changes.changed.length + changes.removed.length;
    return count > MANY_FILES && count * 4 > kept.live.strategy.files.length ? null : kept;
  }

  * #makeAnew({ files, settingsText, today }: KnownFiles): Steps<AnalysisChange> {
    const reading = readSettings(settingsText);
    const { settings } = reading;
    const asOf = settings.asOf ?? today;
    const live = yield* liveStrategySteps(files(), { asOf, pastDays: settings.past });
    const findings = new LiveFindings();
    yield* eachWorkedOut(findings, yield* findings.update(wholeChange(live.strategy), settings));
    const paths = live.strategy.files.map(({ path }) => path);
    return this.#result({ live, findings, reading, settingsText, settings, asOf }, new Set([...this.#told, ...paths]));
  }

  * #takeOver(kept: Kept, changes: FileChanges, settingsText: string | null): Steps<AnalysisChange> {
    const change = yield* kept.live.update(changes);
    const told = change.touched.size + change.removed.size > MANY_ENTITIES ? { ...change, whole: true } : change;
    if (settingsText === kept.settingsText) {
      const files = yield* eachWorkedOut(kept.findings, yield* kept.findings.update(told, kept.settings));
      return this.#result(kept, files);
    }
    const reading = readSettings(settingsText);
    const settings = sameSettings(reading.settings, kept.settings) ? kept.settings : reading.settings;
    const files = yield* eachWorkedOut(kept.findings, yield* kept.findings.update(told, settings));
    return this.#result({ ...kept, reading, settingsText, settings }, new Set([...files, SETTINGS_FILE]));
  }

  #result(kept: Kept, files: ReadonlySet<string>): AnalysisChange {
    this.#kept = kept;
    for (const path of files) this.#told.add(path);
    const { live: { strategy }, findings, settings, asOf, reading, settingsText } = kept;
    const ofSettings = settingsText === null ? [] : settingsDiagnostics(settingsText, reading.findings).sort(compareDiagnostics);
    const diagnosticsOf = (path: string): readonly Diagnostic[] => (path === SETTINGS_FILE ? ofSettings : findings.diagnosticsOf(path));
    return { analysis: new AnalysisInParts(strategy, settings, asOf, diagnosticsOf), files, diagnosticsOf };
  }
}

/** An analysis of which the findings of all files are put together only when somebody asks for them. */
class AnalysisInParts implements Analysis {
  readonly strategy: Strategy;
  readonly settings: Settings;
  readonly asOf: Day;
  readonly #diagnosticsOf: (path: string) => readonly Diagnostic[];
  #diagnostics: readonly Diagnostic[] | null = null;

  constructor(strategy: Strategy, settings: Settings, asOf: Day, diagnosticsOf: (path: string) => readonly Diagnostic[]) {
    this.strategy = strategy;
    this.settings = settings;
    this.asOf = asOf;
    this.#diagnosticsOf = diagnosticsOf;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= [...this.strategy.files.map(({ path }) => path), SETTINGS_FILE].flatMap(this.#diagnosticsOf).sort(compareDiagnostics);
    return this.#diagnostics;
  }

  get past(): number {
    return this.strategy.objectives.filter(({ past, laterThan }) => past && laterThan === null).length;
  }
}

/** Has the findings of files be there when they are asked for. */
function* eachWorkedOut(findings: LiveFindings, files: ReadonlySet<string>): Steps<ReadonlySet<string>> {
  let count = 0;
  for (const path of files) {
    findings.diagnosticsOf(path);
    count += 1;
    if (count % FILES_AT_ONCE === 0) yield;
  }
  return files;
}

function wholeChange(strategy: Strategy): StrategyChange {
  return { strategy, whole: true, touched: new Map(), removed: new Set(), files: new Set(), cycles: new Set(), names: new Set() };
}

function sameSettings(a: Settings, b: Settings): boolean {
  const text = ({ rules, review, past, asOf }: Settings): string => JSON.stringify([[...rules], [...review], past, asOf]);
  return text(a) === text(b);
}
