/** The lines of a source, as a terminal can show them: cropped, tabs widened, control characters visible. */

import stringWidth from 'string-width';
import type { Range } from '../../rules/diagnostic.ts';
import { shown } from '../../model/shown.ts';

const TAB = 4;
const ELLIPSIS = '…';
/** Columns that stay before the underlined text where a line is cropped. */
const LEAD = 24;
/** What takes one column each. */
const NARROW = /^[ -~…]*$/;
const characters = new Intl.Segmenter();

/** Columns that a text takes. Measuring is slow, and few lines need it. */
function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** One line of source with what is to be underlined in it, in columns of the terminal. */
export interface MarkedLine {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
}

/** The lines of texts, split once. Line ends are `\n`, `\r\n` and `\r`, as everywhere. */
export class SourceLines {
  readonly #textOf: (file: string) => string | null;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(textOf: (file: string) => string | null) {
    this.#textOf = textOf;
  }

  /**
   * The first line of a range, with the part of it that the range covers (at least one column). null where the file's
   * text is not known. No more than `columns` of it are given.
   */
  at(file: string, { start, end }: Range, columns: number): MarkedLine | null {
    const line = this.#linesOf(file)?.[start.line];
    if (line === undefined) return null;
    const to = end.line > start.line ? line.length : end.character;
    return mark(line, start.character, Math.max(to, start.character), columns);
  }

  #linesOf(file: string): readonly string[] | null {
    const known = this.#lines.get(file);
    if (known !== undefined) return known;
    const text = this.#textOf(file);
    if (text === null) return null;
    const lines = text.split(/\r\n|\r|\n/);
    this.#lines.set(file, lines);
    return lines;
  }
}

function mark(line: string, start: number, end: number, columns: number): MarkedLine {
  // Only what can be shown is measured: a line may be megabytes long.
  const from = start > columns - LEAD ? boundary(line, start - LEAD) : 0;
  const cropped = from > 0 ? ELLIPSIS : '';
  const before = cropped + display(line.slice(from, start), columnsOf(cropped));
  const indent = columnsOf(before);
  const room = Math.max(columns - indent, 1);
  const marked = display(line.slice(start, boundary(line, Math.min(end, start + room))), indent);
  const after = display(line.slice(end, boundary(line, end + room)), indent + columnsOf(marked));
  const text = crop(before + marked + after, columns, end + room < line.length);
  return { text, indent, width: Math.max(1, Math.min(columnsOf(marked), columnsOf(text) - indent)) };
}

/** The place itself, or one before it where it would cut a character in two. */
function boundary(line: string, place: number): number {
  const code = line.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}

/** Text that begins in a column, with tabs as spaces up to the next stop. */
function display(text: string, column: number): string {
  let result = '';
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) result += ' '.repeat(TAB - (column + columnsOf(result)) % TAB);
    result += shown(part);
  }
  return result;
}

function crop(text: string, columns: number, goesOn: boolean): string {
  const ending = goesOn ? ELLIPSIS : '';
  if (columnsOf(text) + ending.length <= columns) return text + ending;
  if (NARROW.test(text)) return text.slice(0, columns - 1) + ELLIPSIS;
  let result = '';
  let width = 0;
  for (const { segment } of characters.segment(text)) {
    width += columnsOf(segment);
    if (width > columns - 1) break;
    result += segment;
  }
  return result + ELLIPSIS;
}
