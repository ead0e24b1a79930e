/** Figures and the table that shows them. */

export interface Row {
  readonly work: string;
  readonly own: string;
  readonly rival: string;
  readonly ratio: string;
  readonly target: string;
}

/** The value below which a share of them lies (nearest rank); NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function printTable(rows: readonly Row[]): void {
  const all: readonly Row[] = [{ work: 'work', own: 'Throughline', rival: 'rival', ratio: 'ratio', target: 'target' }, ...rows];
  const width = (read: (row: Row) => string): number => Math.max(...all.map((row) => read(row).length));
  const widths = { work: width(({ work }) => work), own: width(({ own }) => own), rival: width(({ rival }) => rival), ratio: width((row) => row.ratio) };
  all.forEach(({ work, own, rival, ratio, target }, index) => {
    console.log(`${work.padEnd(widths.work)}  ${own.padStart(widths.own)}  ${rival.padStart(widths.rival)}  ${ratio.padStart(widths.ratio)}  ${target}`);
    if (index === 0) console.log('-'.repeat(widths.work + widths.own + widths.rival + widths.ratio + 18));
  });
}
