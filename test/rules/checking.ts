/** What the tests of rules share: strategies as text in, findings as marked text out. */

import assert from 'node:assert/strict';
import { parseDate, type Day } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { lineIndex } from '../../grammar/positions.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import type { Diagnostic, DiagnosticFix } from '../../server/rules/diagnostic.ts';

/** Sources by path. */
export type Sources = Readonly<Record<string, string>>;

export interface CheckOptions {
  readonly asOf?: string;
  /** What `throughline.json` says: its text, or a value for it. */
  readonly settings?: unknown;
  /** Files that could not be read. */
  readonly unreadable?: readonly string[];
}

/** The path of a source that is given without one. */
export const ONLY_FILE = 'okrs.strategy';

/** The day by which tests are judged unless they say otherwise. */
export const AS_OF = '2026-03-01';

export function day(text: string): Day {
  const parsed = parseDate(text);
  assert.ok(parsed !== null, `${text} is a date`);
  return parsed;
}

export function sourcesOf(source: string | Sources): Sources {
  return typeof source === 'string' ? { [ONLY_FILE]: source } : source;
}

/** Analyses sources, in which no marks may stand. */
export function check(source: string | Sources, { asOf = AS_OF, settings, unreadable = [] }: CheckOptions = {}): Analysis {
  const files = [
    ...Object.entries(sourcesOf(source)).map(([path, text]) => ({ path, tree: parseFile(text) })),
    ...unreadable.map((path) => ({ path, tree: null })),
  ];
  const settingsText = settings === undefined ? null : typeof settings === 'string' ? settings : JSON.stringify(settings);
  return analyze({ files, settingsText, asOf: day(asOf), today: day('2000-01-01') });
}

/** Takes the `«»` out of a text. */
export function unmarked(text: string): string {
  return text.replace(/[«»]/g, '');
}

export function unmarkedSources(source: string | Sources): Sources {
  return Object.fromEntries(Object.entries(sourcesOf(source)).map(([path, text]) => [path, unmarked(text)]));
}

/** The text with `«»` around the ranges of findings, the way the examples show where a rule reports. */
export function marked(path: string, text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = lineIndex(text);
  const marks = diagnostics.filter(({ file }) => file === path).flatMap(({ range }, index) => {
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    return [{ at: start, mark: '«', rank: 1, index }, { at: end, mark: '»', rank: start === end ? 2 : 0, index }];
  });
  marks.sort((a, b) => b.at - a.at || b.rank - a.rank || b.index - a.index);
  return marks.reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}

/** A finding in short: `okrs.strategy:3: late-date`, lines from 1. */
export function brief({ file, range, code }: Diagnostic): string {
  return `${file === ONLY_FILE ? '' : `${file}:`}${range.start.line + 1}: ${code}`;
}

/** The findings in short, of the codes given or of all. */
export function findings(source: string | Sources, options: CheckOptions & { readonly only?: readonly string[] } = {}): string[] {
  const { diagnostics } = check(source, options);
  return diagnostics.filter(({ code }) => options.only === undefined || options.only.includes(code)).map(brief);
}

/** The sources with a fix applied. */
export function applyFix(sources: Sources, fix: DiagnosticFix): Sources {
  const edits = fix.edits();
  return Object.fromEntries(Object.entries(sources).map(([path, text]) => {
    const lines = lineIndex(text);
    const own = edits.filter(({ file }) => file === path)
      .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
      .sort((a, b) => b.start - a.start);
    return [path, own.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text)];
  }));
}
