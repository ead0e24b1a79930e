/** Reports made by hand, for the tests of what is written from them. */

import type { CheckReport } from '../../server/cli/formats/report.ts';
import type { Diagnostic, Range } from '../../server/rules/diagnostic.ts';

/** `line:character-character` or `line:character-line:character`, counted from 0. */
export function range(text: string): Range {
  const match = /^(\d+):(\d+)-(?:(\d+):)?(\d+)$/.exec(text);
  if (match === null) throw new Error(`${text} is no range`);
  const [, line, character, endLine = line, endCharacter] = match;
  return {
    start: { line: Number(line), character: Number(character) },
    end: { line: Number(endLine), character: Number(endCharacter) },
  };
}

/** A finding; what the test does not care about is filled in. */
export function finding(parts: Partial<Omit<Diagnostic, 'range'>> & { readonly range?: string }): Diagnostic {
  return {
    file: 'a.strategy', code: 'unaligned-objective', severity: 'error', message: 'It supports no goal.',
    url: 'https://example.org/unaligned-objective', related: [], fixes: [], unnecessary: false, toldBySchema: false,
    ...parts,
    range: range(parts.range ?? '0:0-1'),
  };
}

/** A report of these findings, in files with these texts. */
export function report(
  findings: readonly Diagnostic[],
  { texts = { 'a.strategy': 'goal x "X"\n' }, ...parts }: Partial<CheckReport> & { readonly texts?: Readonly<Record<string, string>> } = {},
): CheckReport {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return {
    asOf: '2026-03-01', files: Object.keys(texts).length, checked: Object.keys(texts).sort(), findings, counts, past: 0, problems: [],
    maxWarnings: null, textOf: (file) => texts[file] ?? null,
    ...parts,
  };
}

/** Everything that an attacker would write into a title, a message or the name of a file. */
export const HOSTILE = 'a"b<c>&d]]>e%f,g:h::error::i\nj\r\u001b[31mk\u0007l\u202em{0}[n](http://o)\\p\uffffq\ud800r';
