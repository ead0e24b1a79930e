/** Strings: from what is written, quotes included, to what is meant (language.md section 2). */

import { isSpace } from './characters.ts';

/** Something wrong in a string; places count from its opening quote. */
export interface StringProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: { readonly title: string; readonly newText: string } | null;
}

export interface StringReading {
  readonly value: string;
  readonly triple: boolean;
  readonly problems: readonly StringProblem[];
}

const TRIPLE = '"""';
const LINE_END = /\r\n|\r|\n/;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };
const NONE: readonly StringProblem[] = [];

/** Reads a string as the lexer cut it out, closed or not. */
export function readString(raw: string): StringReading {
  if (raw.startsWith(TRIPLE)) return readTriple(raw);
  if (!raw.includes('\\') && raw.length > 1 && raw.endsWith('"')) return { value: raw.slice(1, -1), triple: false, problems: NONE };
  return readWithEscapes(raw);
}

/** The meaning of a `"""` string: without its quotes and its common indentation. */
export function decodeTriple(raw: string): string {
  const [first = '', ...rest] = withoutQuotes(raw).split(LINE_END);
  if (rest.length === 0) return first;
  const indentation = commonIndentation(rest);
  const lines = rest.map((line) => (isBlank(line) ? line.slice(Math.min(line.length, indentation)) : line.slice(indentation)));
  if (isBlank(lines.at(-1) ?? '')) lines.pop();
  if (!isBlank(first)) lines.unshift(first);
  return lines.join('\n');
}

function readTriple(raw: string): StringReading {
  const closed = raw.length >= 2 * TRIPLE.length && raw.endsWith(TRIPLE);
  if (closed) return { value: decodeTriple(raw), triple: true, problems: NONE };
  const message = 'This text begins with `"""` and is never closed. Write `"""` where it ends.';
  return { value: decodeTriple(raw), triple: true, problems: [{ start: 0, end: TRIPLE.length, message, fix: null }] };
}

function withoutQuotes(raw: string): string {
  const closed = raw.length >= 2 * TRIPLE.length && raw.endsWith(TRIPLE);
  return raw.slice(TRIPLE.length, closed ? -TRIPLE.length : undefined);
}

/** Of the lines that hold something. */
function commonIndentation(lines: readonly string[]): number {
  let common = Infinity;
  for (const line of lines) {
    if (!isBlank(line)) common = Math.min(common, indentationOf(line));
  }
  return common;
}

function indentationOf(line: string): number {
  let end = 0;
  while (end < line.length && isSpace(line.charCodeAt(end))) end += 1;
  return end;
}

function isBlank(line: string): boolean {
  return indentationOf(line) === line.length;
}

function readWithEscapes(raw: string): StringReading {
  const parts: string[] = [];
  const problems: StringProblem[] = [];
  let from = 1;
  let offset = 1;
  while (offset < raw.length && raw[offset] !== '"') {
    if (raw[offset] !== '\\') {
      offset += 1;
      continue;
    }
    const escaped = raw.charAt(offset + 1);
    if (escaped === '') break;
    const meant = ESCAPES[escaped];
    parts.push(raw.slice(from, offset), meant ?? `\\${escaped}`);
    if (meant === undefined) problems.push(unknownEscape(offset, escaped));
    offset += 2;
    from = offset;
  }
  parts.push(raw.slice(from, offset));
  if (offset >= raw.length || raw[offset] !== '"') problems.push(unclosed(raw));
  return { value: parts.join(''), triple: false, problems };
}

function unknownEscape(offset: number, escaped: string): StringProblem {
  return {
    start: offset,
    end: offset + 1 + escaped.length,
    message: `\`\\${escaped}\` means nothing in a text. Write \`\\\\\` for a backslash; the others are \`\\"\`, \`\\n\` (new line) and \`\\t\` (tab).`,
    fix: { title: 'Write two backslashes', newText: `\\\\${escaped}` },
  };
}

function unclosed(raw: string): StringProblem {
  const end = raw.length;
  const fix = raw.endsWith('\\') ? null : { title: "Add '\"'", newText: '"' };
  return { start: end, end, message: 'Expected `"` where this text ends. (A text over several lines begins and ends with `"""`.)', fix };
}
