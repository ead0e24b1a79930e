/** Text in three quotes, moved as a block. */

const LINE_END = /\r\n|\r|\n/;

/**
 * The literal `raw`, quotes included, with its lines after the first moved to `indent` and ended by `lineEnd`.
 * What it means, by `decode`, stays: where no move keeps that, the literal stays as it is.
 */
export function moveBlock(raw: string, indent: string, lineEnd: string, decode: (raw: string) => string): string {
  const [first = '', ...rest] = raw.split(LINE_END);
  if (rest.length === 0) return raw;
  const written = rest.filter((line, index) => line.trim() !== '' && !isClosingLine(line, index, rest));
  const candidates = [
    move(rest, commonIndentation(written), ''),
    move(rest, commonIndentation(written), 'kept'),
    rest,
  ];
  const value = decode(raw);
  for (const lines of candidates) {
    const moved = [first, ...lines].join(lineEnd);
    if (decode(moved) === value) return moved;
  }
  return raw;

  function move(lines: readonly string[], from: number, blank: '' | 'kept'): string[] {
    return lines.map((line, index) => {
      if (isClosingLine(line, index, lines)) return indent + line.trimStart();
      if (line.trim() === '' && blank === '') return '';
      return indent + line.slice(from);
    });
  }
}

function isClosingLine(line: string, index: number, lines: readonly string[]): boolean {
  return index === lines.length - 1 && line.trim() === '"""';
}

/** How many characters of white space all the lines begin with. */
function commonIndentation(lines: readonly string[]): number {
  return lines.reduce((common, line) => Math.min(common, line.length - line.trimStart().length), Infinity);
}
