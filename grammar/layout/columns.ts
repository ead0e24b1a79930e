/** Where on its line each piece stands. */

import type { Line } from './lines.ts';
import type { Outline, Stop } from './outline.ts';
import type { Piece } from './pieces.ts';
import { displayWidth } from './width.ts';

/** How far each line is indented, and how many spaces stand between two neighbours on it. */
export interface Placement {
  readonly indents: ReadonlyMap<Line, number>;
  readonly spacesBetween: (before: Piece, piece: Piece) => number;
}

const STEP = 2;
/** Comments after lines wider than this do not push those of their neighbours to the right. */
const WIDEST_WITH_COLUMN_OF_COMMENTS = 80;

/** Lines whose parts stand in the same columns, and how wide the widest of each part is. */
type Block = Map<Stop, number>;

/** Indents lines and puts their parts into columns. */
export function place(lines: readonly Line[], outline: Outline): Placement {
  const blocks = blocksOf(lines);
  for (const line of lines) measureParts(line, blocks.get(line), outline);
  const indents = new Map<Line, number>();
  const columns = new Map<Piece, number>();
  const spacesBetween = (before: Piece, piece: Piece): number => columns.get(piece) ?? ordinarySpaces(before, piece);
  let continuation = 0;
  for (const line of lines) {
    const block = blocks.get(line);
    if (line.begins !== null) continuation = line.depth * STEP + (valueColumn(line, block, outline) ?? STEP);
    indents.set(line, line.continues === null ? line.depth * STEP : continuation);
    if (block !== undefined) forEachPart(line, outline, (stop, width, next) => columns.set(next, (block.get(stop) ?? width) - width + 1));
  }
  alignComments(lines, { indents, spacesBetween }, columns);
  return { indents, spacesBetween };
}

/**
 * The properties of one body are a block; so are the headers of neighbouring declarations of one kind that have
 * no body and stand on one line each, with nothing but comments between them.
 */
function blocksOf(lines: readonly Line[]): ReadonlyMap<Line, Block> {
  const blocks = new Map<Line, Block>();
  const bodies = new Map<object, Block>();
  let run: { readonly kind: string; readonly depth: number; readonly block: Block } | null = null;
  lines.forEach((line, index) => {
    const { begins } = line;
    if (begins?.kind === 'property') {
      const block: Block = bodies.get(begins.declaration) ?? new Map<Stop, number>();
      bodies.set(begins.declaration, block);
      blocks.set(line, block);
    }
    const isComment = begins === null && line.pieces[0]?.kind === 'comment' && line.continues === null;
    if (line.blankBefore || (!isComment && (begins?.kind !== run?.kind || line.depth !== run?.depth))) run = null;
    if (begins === null || begins.kind === 'property') return;
    const isWhole = !begins.hasBody && !spansLines(line) && (lines[index + 1]?.continues ?? null) === null;
    if (!isWhole) {
      run = null;
      return;
    }
    run ??= { kind: begins.kind, depth: line.depth, block: new Map() };
    blocks.set(line, run.block);
  });
  return blocks;
}

function measureParts(line: Line, block: Block | undefined, outline: Outline): void {
  if (block === undefined) return;
  forEachPart(line, outline, (stop, width) => block.set(stop, Math.max(width, block.get(stop) ?? 0)));
}

function valueColumn(line: Line, block: Block | undefined, outline: Outline): number | null {
  let column: number | null = null;
  forEachPart(line, outline, (stop) => {
    if (stop === 'value') column = (block?.get(stop) ?? 0) + 1;
  });
  return column;
}

/** Calls back for every part of the line's first fact after which another part stands in a column. */
function forEachPart(line: Line, outline: Outline, visit: (stop: Stop, width: number, next: Piece) => void): void {
  if (line.begins === null) return;
  let width = 0;
  for (const [index, piece] of line.pieces.entries()) {
    const before = line.pieces[index - 1];
    const next = line.pieces[index + 1];
    if (next === undefined || next.kind === 'comment' || next.start >= line.begins.end) return;
    width += displayWidth(piece.text) + (before === undefined || width === 0 ? 0 : ordinarySpaces(before, piece));
    const stop = outline.stops.get(piece.end);
    if (stop === undefined) continue;
    visit(stop, width, next);
    if (stop === 'value') return;
    width = 0;
  }
}

function ordinarySpaces(before: Piece, piece: Piece): number {
  if (piece.kind === 'comma') return 0;
  if (before.kind === 'open' && piece.kind === 'close') return 0;
  return piece.joined ? 0 : 1;
}

/** Puts the trailing comments of neighbouring facts of one body into a column. */
function alignComments(lines: readonly Line[], placement: Placement, columns: Map<Piece, number>): void {
  let run: { readonly comment: Piece; readonly width: number }[] = [];
  let depth = -1;
  for (const line of lines) {
    const comment = line.pieces.at(-1);
    const width = comment?.kind === 'comment' ? widthBeforeComment(line, placement) : null;
    const joins = comment !== undefined && width !== null;
    if (!joins || line.blankBefore || line.depth !== depth) {
      finish();
      depth = line.depth;
    }
    if (joins) run.push({ comment, width });
  }
  finish();

  function finish(): void {
    const widest = run.reduce((most, { width }) => Math.max(most, width), 0);
    for (const { comment, width } of run) columns.set(comment, widest - width + 1);
    run = [];
  }
}

/** How wide the text before a trailing comment is; null where it has no part in a column of comments. */
function widthBeforeComment(line: Line, { indents, spacesBetween }: Placement): number | null {
  const text = line.pieces.slice(0, -1);
  if (line.begins === null || text.length === 0 || text.at(-1)?.kind === 'open' || spansLines(line)) return null;
  let width = indents.get(line) ?? 0;
  for (const [index, piece] of text.entries()) {
    const before = text[index - 1];
    width += displayWidth(piece.text) + (before === undefined ? 0 : spacesBetween(before, piece));
  }
  return width > WIDEST_WITH_COLUMN_OF_COMMENTS ? null : width;
}

function spansLines(line: Line): boolean {
  return line.pieces.some((piece) => piece.firstLine !== piece.lastLine);
}
