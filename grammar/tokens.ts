/**
 * The lexer. Strings, dates, calendar periods and quantities are one token each, whatever they hold: what is wrong
 * inside one is said by the function that reads it. Every character belongs to some token, so the lexer never fails.
 */

import { createToken, EOF, Lexer, type CustomPatternMatcherFunc, type IToken, type TokenType } from 'chevrotain';
import { identifierEnd, identifierRest, isBetweenDigits, isDigit, isSpace, SMART_QUOTES, smartStringEnd, stringEnd } from './characters.ts';
import { conflictHeadEnd, conflictTailEnd } from './conflicts.ts';

const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const QUESTION = 63;
const PERCENT = 37;
const BYTE_ORDER_MARK = 0xfeff;
const TRUE_MINUS = 0x2212;

const CURRENCY_SIGN = /\p{Sc}/u;

/** A run of characters from `offset` to where `end` says; no token where that is `offset`. */
function run(end: (text: string, offset: number) => number): CustomPatternMatcherFunc {
  return (text, offset) => {
    const stop = end(text, offset);
    return stop === offset ? null : [text.slice(offset, stop)];
  };
}

/** Codes of ASCII characters, and one beyond ASCII for each group of characters that chevrotain tells apart. */
function startsWith(characters: string, beyond: boolean): number[] {
  const codes = Array.from(characters, (character) => character.charCodeAt(0));
  if (!beyond) return codes;
  for (let code = 128; code < 256; code += 1) codes.push(code);
  for (let code = 256; code < 65_536; code += 128) codes.push(code);
  codes.push(65_535);
  return codes;
}

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';

function isCurrencySign(code: number): boolean {
  if (code === 36) return true;
  return code >= 128 && CURRENCY_SIGN.test(String.fromCharCode(code));
}

function isSign(code: number): boolean {
  return code === PLUS || code === MINUS || code === TRUE_MINUS;
}

/** Two dates with a mere hyphen between. */
const DATE_BEFORE_DATE = /\d{4}-\d{2}-\d{2}(?=-\d{4}-)/y;

/** Four digits and `-`: a date, a calendar period, or what was meant to be one. */
function dateEnd(text: string, offset: number): number {
  for (let digit = 0; digit < 4; digit += 1) {
    if (!isDigit(text.charCodeAt(offset + digit))) return offset;
  }
  if (text.charCodeAt(offset + 4) !== MINUS) return offset;
  DATE_BEFORE_DATE.lastIndex = offset;
  return DATE_BEFORE_DATE.test(text) ? DATE_BEFORE_DATE.lastIndex : identifierRest(text, offset + 4);
}

/** A number or `?` with all that stands at once before and after it: signs, letters, `%`, `/5`. */
function amountEnd(text: string, offset: number): number {
  let start = offset;
  while (start < offset + 3 && (isSign(text.charCodeAt(start)) || isCurrencySign(text.charCodeAt(start)))) start += 1;
  const first = text.charCodeAt(start);
  if (first === DOT ? !isDigit(text.charCodeAt(start + 1)) : !isDigit(first) && first !== QUESTION) return offset;
  let end = start + (first === QUESTION ? 1 : 0);
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const next = text.charCodeAt(end + 1);
    if (isDigit(code) || code === PERCENT || isBetweenDigits(text, end)) continue;
    if (code === PLUS && end + 1 < text.length && isSpace(next)) continue;
    if (code === COMMA) {
      if (isDigit(next) && isDigit(text.charCodeAt(end - 1))) continue;
      return end;
    }
    if (code === DOT) {
      if (isDigit(next) || (next !== DOT && isDigit(text.charCodeAt(end - 1)))) continue;
      if (end + 1 === text.length || isSpace(next)) continue;
      return end;
    }
    if (code === SLASH) {
      if (isDigit(next) || identifierEnd(text, end + 1) > end + 1) continue;
      return end;
    }
    if (isCurrencySign(code)) continue;
    const rest = identifierRest(text, end);
    if (rest === end) return end;
    end = rest - 1;
  }
  return end;
}

function outOfEnd(text: string, offset: number): number {
  return isDigit(text.charCodeAt(offset + 1)) ? amountEnd(text, offset + 1) : offset;
}

const BEGINS_A_TOKEN = /[\s"{},.0-9A-Za-z_?$/“”„«‘’'`]/;

/** Characters that mean nothing, up to the next that may begin a token. */
function unknownEnd(text: string, offset: number): number {
  let end = offset + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !BEGINS_A_TOKEN.test(text.charAt(end))) end += 1;
  return end;
}

/** Skipped, like white space, where it leads the file. */
const ByteOrderMark = createToken({
  name: 'ByteOrderMark', line_breaks: false, group: Lexer.SKIPPED, start_chars_hint: [BYTE_ORDER_MARK],
  pattern: run((text, offset) => (offset === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : offset)),
});
const WhiteSpace = createToken({
  name: 'WhiteSpace', pattern: /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/, line_breaks: true, group: Lexer.SKIPPED,
});
const LineComment = createToken({ name: 'LineComment', pattern: /\/\/[^\n\r]*/, group: 'comments' });
const ConflictHead = createToken({
  name: 'ConflictHead', line_breaks: false, group: 'conflicts', start_chars_hint: ['<'], pattern: run(conflictHeadEnd),
});
/** Only after a head. */
const ConflictTail = createToken({
  name: 'ConflictTail', line_breaks: true, group: 'conflicts', start_chars_hint: ['=', '|'],
  pattern: (text, offset, _tokens, groups) => {
    if (groups.conflicts?.at(-1)?.tokenType !== ConflictHead) return null;
    const end = conflictTailEnd(text, offset);
    return end === offset ? null : [text.slice(offset, end)];
  },
});
export const Text = createToken({ name: 'Text', pattern: run(stringEnd), line_breaks: true, start_chars_hint: ['"'] });
export const SmartText = createToken({
  name: 'SmartText', pattern: run(smartStringEnd), line_breaks: false,
  start_chars_hint: [...SMART_QUOTES],
});
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: '{' });
export const RightBrace = createToken({ name: 'RightBrace', pattern: '}' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });
export const DotDot = createToken({ name: 'DotDot', pattern: '..' });
export const DateLike = createToken({ name: 'DateLike', pattern: run(dateEnd), line_breaks: false, start_chars_hint: startsWith(DIGITS, false) });
export const Amount = createToken({
  name: 'Amount', pattern: run(amountEnd), line_breaks: false, start_chars_hint: startsWith(`${DIGITS}+-?.$`, true),
});
export const Dot = createToken({ name: 'Dot', pattern: '.' });
/** `/5`: scores out of five. */
export const OutOf = createToken({ name: 'OutOf', pattern: run(outOfEnd), line_breaks: false, start_chars_hint: ['/'] });
export const Percent = createToken({ name: 'Percent', pattern: '%' });
export const CurrencySign = createToken({ name: 'CurrencySign', pattern: /[$€£¥]/ });
export const Identifier = createToken({
  name: 'Identifier', pattern: run(identifierEnd), line_breaks: false, start_chars_hint: startsWith(LETTERS, true),
});
export const Unknown = createToken({
  name: 'Unknown', pattern: run(unknownEnd), line_breaks: false,
  start_chars_hint: startsWith(String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code)), true),
});
export const EndOfText = EOF;

/** Earlier ones are tried first; those that can begin with the same character stand in the order that tells them apart. */
const TOKENS: TokenType[] = [
  WhiteSpace, Identifier, Text, LineComment, LeftBrace, RightBrace, Comma, DotDot, DateLike, Amount, Dot,
  OutOf, Percent, CurrencySign, SmartText, ByteOrderMark, ConflictHead, ConflictTail, Unknown,
];

const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true });

export interface Tokens {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** Where conflicts of two versions begin. */
  readonly conflicts: readonly number[];
}

/** The tokens of a text in order, and its comments and conflicts apart. */
export function tokenize(text: string): Tokens {
  const { tokens, groups } = lexer.tokenize(text);
  const conflicts = (groups.conflicts ?? []).filter(({ tokenType }) => tokenType === ConflictHead).map(({ startOffset }) => startOffset);
  return { tokens, comments: groups.comments ?? [], conflicts };
}

export const TOKEN_VOCABULARY: readonly TokenType[] = TOKENS;
