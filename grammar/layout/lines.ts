/** Which pieces of a file share a line. */

import type { Fact, Outline } from './outline.ts';
import type { Piece } from './pieces.ts';

export interface Line {
  readonly pieces: readonly Piece[];
  /** How many bodies it stands in. */
  readonly depth: number;
  /** The fact it begins with. */
  readonly begins: Fact | null;
  /** The fact, begun on a line before, that it goes on with. */
  readonly continues: Fact | null;
  readonly blankBefore: boolean;
}

interface OpenLine {
  pieces: Piece[];
  depth: number;
  begins: Fact | null;
  continues: Fact | null;
  blankBefore: boolean;
}

const SUPPRESSION = /^\/\/\s*throughline-ignore(?!-file)/;

/**
 * Breaks pieces into lines: one fact a line, a comment last on its line, lists broken where their author broke
 * them after a comma. A blank line stands where one stood, and between top-level declarations where either has a body;
 * metrics alone may stand together, as the list that they are.
 */
export function linesOf(pieces: readonly Piece[], outline: Outline): Line[] {
  const pinned = pinnedLines(pieces);
  const separated = separatedPieces(pieces, outline);
  const lines: OpenLine[] = [];
  let depth = 0;
  let fact: Fact | null = null;
  let previous: Piece | null = null;
  for (const piece of pieces) {
    const begins = outline.facts.get(piece.start) ?? null;
    const inside = fact !== null && begins === null && piece.start < fact.end;
    if (piece.kind === 'close') depth -= 1;
    let line = lines.at(-1);
    if (line === undefined || previous === null || breaks(previous, piece, begins, pinned)) {
      const blankBefore = previous !== null && (piece.lineEnds > 1 || separated.has(piece));
      line = { pieces: [], depth, begins, continues: inside ? fact : null, blankBefore };
      lines.push(line);
    }
    line.pieces.push(piece);
    if (begins !== null) fact = begins;
    if (piece.kind === 'open') depth += 1;
    previous = piece;
  }
  return lines;
}

function breaks(previous: Piece, piece: Piece, begins: Fact | null, pinned: ReadonlySet<number>): boolean {
  if (previous.kind === 'comment') return true;
  if (piece.kind === 'comment') return piece.lineEnds > 0;
  if (piece.lineEnds === 0 && pinned.has(piece.firstLine)) return false;
  if (piece.lineEnds > 0 && (pinned.has(previous.lastLine) || pinned.has(piece.firstLine))) return true;
  if (begins !== null) return true;
  if (piece.kind === 'close') return previous.kind !== 'open';
  return previous.kind === 'comma' && piece.lineEnds > 0;
}

/**
 * The lines of the source to which a suppression applies: what stands on them, and nothing else, must go on
 * standing on them, or other findings would be silenced than before (language.md section 4).
 */
function pinnedLines(pieces: readonly Piece[]): ReadonlySet<number> {
  const pinned = new Set<number>();
  let waiting = false;
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'comment') {
      if (waiting) pinned.add(piece.firstLine);
      waiting = false;
      return;
    }
    if (!SUPPRESSION.test(piece.text)) return;
    if (index > 0 && piece.lineEnds === 0) pinned.add(piece.firstLine);
    else waiting = true;
  });
  return pinned;
}

/** The pieces before which a blank line is added: the first after a top-level declaration, comments included, where it or the next has a body. */
function separatedPieces(pieces: readonly Piece[], outline: Outline): ReadonlySet<Piece> {
  const separated = new Set<Piece>();
  let last: Fact | null = null;
  let depth = 0;
  let between: Piece[] = [];
  for (const piece of pieces) {
    if (depth === 0 && piece.kind === 'comment') {
      between.push(piece);
      continue;
    }
    const fact: Fact | null = depth === 0 ? outline.facts.get(piece.start) ?? null : null;
    if (fact !== null) {
      between.push(piece);
      const first = between.find((one) => one.kind !== 'comment' || one.lineEnds > 0);
      const apart = between.some((one) => one.lineEnds > 1);
      if (last !== null && first !== undefined && !apart && standApart(last, fact)) separated.add(first);
      last = fact;
    }
    between = [];
    if (piece.kind === 'open') depth += 1;
    if (piece.kind === 'close') depth -= 1;
  }
  return separated;
}

function standApart(one: Fact, next: Fact): boolean {
  if (one.kind === 'metric' && next.kind === 'metric') return false;
  return one.hasBody || next.hasBody;
}
