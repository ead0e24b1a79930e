/** Annotations on a pull request, as workflow commands of GitHub Actions. */

import { shown, shownLines } from '../../model/shown.ts';
import type { Location } from '../../rules/diagnostic.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** One command, without a line end. `lines` are its text; `place` is null where it stands on no file. */
export function annotation(level: AnnotationLevel, title: string, place: Location | null, lines: readonly string[]): string {
  const properties = [...place === null ? [] : placeProperties(place), ['title', title] as const];
  const text = lines.map(shown).join('\n');
  return `::${level} ${properties.map(([name, value]) => `${name}=${property(shown(String(value)))}`).join(',')}::${data(shownLines(text))}`;
}

function placeProperties({ file, range: { start, end } }: Location): readonly (readonly [string, string | number])[] {
  return [
    ['file', file], ['line', start.line + 1], ['endLine', end.line + 1],
    // Columns are shown only within one line.
    ...(start.line === end.line ? [['col', start.character + 1], ['endColumn', end.character + 1]] as const : []),
  ];
}

/** Text as the runner decodes it after `::`. */
export function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value: also what would end it. */
export function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
