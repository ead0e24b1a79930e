/** Characters and runs of them, by offset in a text: what the lexer and the splitter must read in the same way. */

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const APOSTROPHE = 39;
const HYPHEN = 45;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const CURLY_APOSTROPHE = 0x2019;

/** `\p{White_Space}` beyond ASCII. */
const WIDE_SPACE = /[\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
const NAME_START = /[_\p{XID_Start}]/uy;
/** Bounded, for the engine of regular expressions keeps a place on its stack for each repetition. */
const NAME_REST = /[\p{XID_Continue}-]{1,256}/uy;

/** `\n` or `\r`. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Any Unicode white space, line ends included. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 128 && WIDE_SPACE.test(String.fromCharCode(code));
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The end of the identifier that begins at `offset`; `offset` itself where none does. */
export function identifierEnd(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (isAsciiLetter(first) || first === UNDERSCORE) return identifierRest(text, offset + 1);
  if (first < 128 || offset >= text.length) return offset;
  NAME_START.lastIndex = offset;
  return NAME_START.test(text) ? identifierRest(text, NAME_START.lastIndex) : offset;
}

/** The end of the run of characters that may continue an identifier. */
export function identifierRest(text: string, offset: number): number {
  let end = offset;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isAsciiLetter(code) || isDigit(code) || code === HYPHEN || code === UNDERSCORE) continue;
    if (code < 128) return end;
    return wideRest(text, end);
  }
  return end;
}

function wideRest(text: string, offset: number): number {
  let end = offset;
  NAME_REST.lastIndex = offset;
  while (NAME_REST.test(text)) end = NAME_REST.lastIndex;
  return end;
}

/** The end of the line on which `offset` stands, before its line break. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

/** True where a line ends between two offsets. */
export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset += 1) {
    if (isLineEnd(text.charCodeAt(offset))) return true;
  }
  return false;
}

/** How many spaces the line on which `offset` stands begins with. */
export function indentationAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  let end = start;
  while (end < offset && isSpace(text.charCodeAt(end))) end += 1;
  return end - start;
}

/** Where the string that begins at `offset` ends: after its closing quotes, or where it is taken to end without them. */
export function stringEnd(text: string, offset: number): number {
  return text.startsWith('"""', offset) ? tripleEnd(text, offset) : lineStringEnd(text, offset);
}

function lineStringEnd(text: string, offset: number): number {
  for (let end = offset + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return end + 1;
    if (isLineEnd(code)) return unclosedEnd(text, offset, end);
    if (code === BACKSLASH && end + 1 < text.length && !isLineEnd(text.charCodeAt(end + 1))) end += 1;
  }
  return unclosedEnd(text, offset, text.length);
}

/** Without a closing quote a string ends with its line, and before a `{` (with the spaces around it) that ends the line. */
function unclosedEnd(text: string, offset: number, lineEnd: number): number {
  const end = trimmedEnd(text, offset + 1, lineEnd);
  return text[end - 1] === '{' && end - 1 > offset ? trimmedEnd(text, offset + 1, end - 1) : end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && isSpace(text.charCodeAt(trimmed - 1))) trimmed -= 1;
  return trimmed;
}

/** An unclosed `"""` ends before the next line that begins with a declaration's word at the left margin. */
const MARGIN_DECLARATION = /[\n\r](?:strategy|period|team|person|metric|goal|objective|initiative)(?![\p{XID_Continue}-])/gu;

function tripleEnd(text: string, offset: number): number {
  const close = text.indexOf('"""', offset + 3);
  if (close >= 0) return close + 3;
  MARGIN_DECLARATION.lastIndex = offset + 3;
  const next = MARGIN_DECLARATION.exec(text);
  return trimmedEnd(text, offset + 3, next === null ? text.length : next.index);
}

/** A quote that is none of the language's, with what may close it, and where it was last looked for in vain. */
interface SmartQuote {
  readonly closes: string;
  failedIn: string;
  failedFrom: number;
  failedTo: number;
}

const SMART: ReadonlyMap<number, SmartQuote> = new Map(
  ([['“', '“”"'], ['”', '“”"'], ['„', '“”"'], ['«', '»'], ['‘', '‘’'], ['’', '‘’'], ["'", "'"], ['`', '`']] as const)
    .map(([open, closes]) => [open.charCodeAt(0), { closes, failedIn: '', failedFrom: 0, failedTo: 0 }]),
);

/** What may begin text in quotes that are none of the language's. */
export const SMART_QUOTES: readonly number[] = [...SMART.keys()].sort((a, b) => a - b);

/** `1'200`: it groups digits, and quotes nothing. */
export function isBetweenDigits(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if ((code !== APOSTROPHE && code !== CURLY_APOSTROPHE) || !isDigit(text.charCodeAt(offset - 1))) return false;
  for (let digit = 1; digit <= 3; digit += 1) {
    if (!isDigit(text.charCodeAt(offset + digit))) return false;
  }
  return !isDigit(text.charCodeAt(offset + 4));
}

/**
 * Where text in quotes that are none of the language's ends, closed on its line; `offset` itself where none begins.
 * A line without the closing quote is searched once, however many opening ones stand on it.
 */
export function smartStringEnd(text: string, offset: number): number {
  const quote = SMART.get(text.charCodeAt(offset));
  if (quote === undefined || isBetweenDigits(text, offset)) return offset;
  if (offset >= quote.failedFrom && offset < quote.failedTo && text === quote.failedIn) return offset;
  const { closes } = quote;
  let end = offset + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isLineEnd(code)) break;
    if (code === closes.charCodeAt(0) || code === closes.charCodeAt(1) || code === closes.charCodeAt(2)) return end + 1;
  }
  quote.failedIn = text;
  quote.failedFrom = offset;
  quote.failedTo = end;
  return offset;
}
