/** What a check has to say, ready to be written in any format. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import { compareDiagnostics, SETTINGS_FILE, type Diagnostic } from '../../rules/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Loaded, LoadedStrategy } from '../load.ts';
import type { Problem } from '../output.ts';

export interface CheckReport {
  /** null where several strategies are judged by different days. */
  readonly asOf: string | null;
  /** How many strategy files were read, PATHs or not. */
  readonly files: number;
  /** The strategy files at or below the PATHs that were read, by name. */
  readonly checked: readonly string[];
  /** By file, place, code, message. Files are named relative to the current folder, with `/`. */
  readonly findings: readonly Diagnostic[];
  /** Of the findings at or below the PATHs, those that `--quiet` hides included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Objectives that are past and no longer judged. */
  readonly past: number;
  readonly problems: readonly Problem[];
  readonly maxWarnings: number | null;
  /** The text of a file by its name; null where there is none. */
  readonly textOf: (file: string) => string | null;
}

export interface ReportOptions {
  /** The day that holds where nothing was read. */
  readonly asOf: Day;
  readonly quiet: boolean;
  readonly maxWarnings: number | null;
}

/** How many related places people are shown; programs get all of them. */
const MOST_RELATED = 10;

/** The related places that people are shown, and how many more there are, in words. */
export function relatedForPeople({ related }: Diagnostic): { readonly places: Diagnostic['related']; readonly more: string | null } {
  const left = related.length - MOST_RELATED;
  if (left <= 0) return { places: related, more: null };
  return { places: related.slice(0, MOST_RELATED), more: left === 1 ? 'and 1 more place' : `and ${left} more places` };
}

/** Whether the findings make the check fail: an error, or more warnings than are allowed. */
export function hasFailed({ counts, maxWarnings }: Pick<CheckReport, 'counts' | 'maxWarnings'>): boolean {
  return counts.error > 0 || tooManyWarnings({ counts, maxWarnings });
}

/** Whether there are more warnings than are allowed. */
export function tooManyWarnings({ counts, maxWarnings }: Pick<CheckReport, 'counts' | 'maxWarnings'>): boolean {
  return maxWarnings !== null && counts.warning > maxWarnings;
}

/** Puts what was found in all strategies into one report. */
export function reportOf({ strategies, problems }: Loaded, options: ReportOptions): CheckReport {
  const findings = strategies.flatMap(findingsOf).sort(compareDiagnostics);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const texts = new Map(strategies.flatMap(textsOf));
  return {
    asOf: commonDay(strategies, options.asOf),
    files: strategies.reduce((sum, { read }) => sum + read.files.length, 0),
    checked: strategies.flatMap(({ read, includes, nameOf }) => read.files.filter(({ path }) => includes(path)).map(({ path }) => nameOf(path))).sort(),
    findings: options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings,
    counts,
    past: strategies.reduce((sum, { analysis }) => sum + analysis.past, 0),
    problems,
    maxWarnings: options.maxWarnings,
    textOf: (file) => texts.get(file) ?? null,
  };
}

function findingsOf({ analysis, includes, nameOf }: LoadedStrategy): readonly Diagnostic[] {
  return analysis.diagnostics.filter(({ file }) => includes(file)).map((diagnostic) => ({
    ...diagnostic,
    file: nameOf(diagnostic.file),
    related: diagnostic.related.map((place) => ({ ...place, file: nameOf(place.file) })),
    fixes: diagnostic.fixes.map(({ title, edits }) => ({
      title, edits: () => edits().map((edit) => ({ ...edit, file: nameOf(edit.file) })),
    })),
  }));
}

function textsOf({ read, nameOf }: LoadedStrategy): readonly (readonly [string, string])[] {
  const texts = read.files.map(({ path, text }) => [nameOf(path), text] as const);
  return read.settingsText === null ? texts : [...texts, [nameOf(SETTINGS_FILE), read.settingsText] as const];
}

/** The day by which everything was judged; a root that holds no strategy has no say in it unless there is no other. */
function commonDay(strategies: readonly LoadedStrategy[], fallback: Day): string | null {
  const read = strategies.filter(({ root }) => root.files.length > 0);
  const days = new Set((read.length > 0 ? read : strategies).map(({ analysis }) => analysis.asOf));
  if (days.size > 1) return null;
  const [day = fallback] = days;
  return formatDay(day);
}
