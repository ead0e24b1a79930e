/** Offsets in a text and positions of the Language Server Protocol, both ways. */

/** Line and character count from 0; characters are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  /** The offset of the first unit of each line. */
  readonly starts: readonly number[];
  /** An offset beyond the text counts as its end. */
  readonly positionAt: (offset: number) => Position;
  /** A character beyond its line counts as the line's end, before its line break; a line beyond the text as the text's end. */
  readonly offsetAt: (position: Position) => number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The lines of a text; `\n`, `\r\n` and a lone `\r` end one. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    starts,
    positionAt(offset) {
      const within = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(starts, within);
      return { line, character: within - (starts[line] ?? 0) };
    },
    offsetAt({ line, character }) {
      const start = starts[Math.max(0, line)];
      if (start === undefined) return text.length;
      if (line < 0) return 0;
      return Math.min(start + Math.max(0, character), lineEnd(text, starts[line + 1]));
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset += 1;
    starts.push(offset + 1);
  }
  return starts;
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a line ends, before its line break. */
function lineEnd(text: string, next: number | undefined): number {
  if (next === undefined) return text.length;
  const crlf = text.charCodeAt(next - 1) === LINE_FEED && text.charCodeAt(next - 2) === CARRIAGE_RETURN;
  return next - (crlf ? 2 : 1);
}
