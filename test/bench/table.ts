/** Figures and the table that shows them. */

export interface Row {
  readonly work: string;
  readonly own: string;
  readonly rival: string;
  /** Rival by ours: above 1 we are ahead; null where there is no such figure. */
  readonly ahead: number | null;
  readonly target: string;
}

export const milliseconds = (value: number): string => value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`;
export const megabytes = (value: number): string => `${(value / 1024 / 1024).toFixed(0)} MB`;
/** `12x`, `1.5x`; '' for none. */
export const ratio = (ahead: number | null): string => (ahead === null ? '' : `${ahead.toPrecision(ahead < 10 ? 2 : 3).replace(/\.0$/, '')}x`);

/** A row of a figure that is better the smaller it is; `target` is what to reach, '' for nothing; no rival where it could not do it. */
export function row(work: string, own: number, rival: number | null, format: (value: number) => string, target: string): Row {
  return { work, own: format(own), rival: rival === null ? 'out of memory' : format(rival), ahead: rival === null ? null : rival / own, target };
}

/** The value below which a share of them lies (nearest rank); NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

const HEADER = ['work', 'Throughline', 'rival', 'ratio', 'target'] as const;

function cells(rows: readonly Row[]): readonly (readonly string[])[] {
  return rows.map(({ work, own, rival, ahead, target }) => [work, own, rival, ratio(ahead), target]);
}

/** For a terminal: words to the left, figures to the right. */
export function plainTable(rows: readonly Row[]): string {
  const all = [HEADER, ...cells(rows)];
  const widths = HEADER.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const lines = all.map((line) => line.map((cell, column) => (
    column === 0 || column === 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  )).join('  ').trimEnd());
  const rule = '-'.repeat(Math.max(...lines.map((line) => line.length)));
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** For a page. */
export function markdownTable(rows: readonly Row[]): string {
  return [HEADER, ['---', '---:', '---:', '---:', '---'], ...cells(rows)].map((line) => `| ${line.map((cell) => cell.trim()).join(' | ')} |`).join('\n');
}
