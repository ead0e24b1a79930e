/** The parts of a comment, which can be shortened row by row. */

/** A part: a heading, rows, and what closes it. Rows are written when they are needed. */
export interface Section {
  /** Before the rows; with the empty line that Markdown wants. */
  readonly opening: readonly string[];
  readonly rows: readonly (() => string)[];
  readonly closing: readonly string[];
  /** What a row is, for the count of those left out: `change of high risk`. */
  readonly singular: string;
  readonly plural: string;
  /** Those with a higher number are shortened first. */
  readonly order: number;
}

/** Units that the count of what was left out of a section may take. */
const COUNT_LENGTH = 120;

/**
 * Writes the sections, in the order given, in at most `limit` UTF-16 units: whole rows are left out from the end of
 * the order, and each section says how many.
 */
export function writeSections(sections: readonly Section[], limit: number): string {
  let left = limit;
  const kept = new Map<Section, readonly string[]>();
  const byOrder = sections.toSorted((a, b) => a.order - b.order);
  // What opens and closes sections is in any case there, and so may be the counts.
  for (const { opening, closing } of sections) left -= lengthOf(opening) + lengthOf(closing) + COUNT_LENGTH;
  let isFull = false;
  for (const section of byOrder) {
    const rows: string[] = [];
    for (const write of isFull ? [] : section.rows) {
      const row = write();
      if (row.length + 1 > left) {
        isFull = true;
        break;
      }
      left -= row.length + 1;
      rows.push(row);
    }
    kept.set(section, rows);
  }
  return sections.flatMap((section) => {
    const rows = kept.get(section) ?? [];
    const omitted = section.rows.length - rows.length;
    const count = omitted === 0 ? [] : ['', `*${omitted} more ${omitted === 1 ? section.singular : section.plural} left out here, since a comment can be only so long.*`];
    // A table without a row is none.
    const opening = rows.length === 0 && section.rows.length > 0 ? section.opening.filter((line) => !line.startsWith('|')) : section.opening;
    return [...opening, ...rows, ...count, ...section.closing];
  }).map((line) => `${line}\n`).join('');
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** The row of a table. Cells hold no line end and no bar of their own. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The two lines with which a table begins. */
export function tableHead(titles: readonly string[]): readonly string[] {
  return [tableRow(titles), `|${' --- |'.repeat(titles.length)}`];
}
