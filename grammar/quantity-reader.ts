/** What is written at once in a quantity, to its value and unit; or what to write instead (language.md section 2). */

import type { Unit } from './quantity.ts';
import { codeOfOtherSign, codeUnit, longDurationUnit, magnitude, PLAIN, signUnit, symbolUnit } from './units.ts';

/** A quantity as far as it stands in one piece; a unit may still follow after a space. */
export interface AmountReading {
  readonly type: 'amount';
  /** null is `?`. */
  readonly value: number | null;
  readonly unit: Unit;
  /** It has a `k`, `M` or `B`. */
  readonly scaled: boolean;
}

/** Not a quantity, but close to one. */
export interface NearMiss {
  readonly type: 'near-miss';
  /** A sentence that says what to write. */
  readonly message: string;
  /** What to write in its place, where there is exactly one answer. */
  readonly instead: string | null;
}

/** No quantity is longer; bounds the work of patterns on hostile text. */
const LONGEST = 300;

const AMOUNT = /^([+-]?)([$€£¥]?)(\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\?)(.*)$/su;
const SCORE = /^\/(\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?)$/;

/** Suffixes that people write for a unit that has another name here. */
const ALIASES: Readonly<Record<string, string>> = {
  sec: 's', secs: 's', mins: 'min', hr: 'h', hrs: 'h', wk: 'w', wks: 'w', mos: 'mo', mth: 'mo', mths: 'mo', yr: 'y', yrs: 'y', msec: 'ms',
  pct: '%', percent: '%', ppt: 'pp', ppts: 'pp', pts: 'pp',
  mn: 'M', mio: 'M', mil: 'M', bn: 'B', bil: 'B', mrd: 'B',
};

/** Reads what the lexer cut out as one amount: `-$4.2M`, `18%`, `6/10`, `?`. */
export function readAmount(text: string): AmountReading | NearMiss {
  if (text.length > LONGEST) return miss('This is too long to be a quantity.', null);
  const match = AMOUNT.exec(text);
  if (match === null) return readDamaged(text);
  const [, sign = '', currency = '', digits = '', suffix = ''] = match;
  if (/^[.,_'’]/.test(suffix)) return readDamaged(text);
  const value = digits === '?' ? null : numberOf(sign, digits);
  if (value !== null && !Number.isFinite(value)) return miss('This number is too large.', null);
  return currency === '' ? readSuffix(text, value, suffix) : readAfterCurrency(text, value, currency, suffix);
}

/** The magnitude that is meant by a word after a space, and how it is written at once: `5 K`, `5 bn`. */
export function spacedMagnitude(word: string): 'k' | 'M' | 'B' | 'm' | undefined {
  switch (word) {
    case 'k': case 'K': return 'k';
    case 'M': return 'M';
    case 'B': case 'bn': return 'B';
    case 'm': return 'm';
    default: return undefined;
  }
}

/** The magnitude that a word stands for: `5 million`. */
export function magnitudeInWords(word: string): 'k' | 'M' | 'B' | undefined {
  switch (word.toLowerCase()) {
    case 'thousand': return 'k';
    case 'million': case 'millions': case 'mio': case 'mn': return 'M';
    case 'billion': case 'billions': case 'bn': case 'mrd': return 'B';
    default: return undefined;
  }
}

/** `5m` could be three things. */
export function ambiguousM(amount: string): string {
  return `Write \`${amount}M\` for millions, \`${amount}min\` for minutes or \`${amount}mo\` for months.`;
}

function numberOf(sign: string, digits: string): number {
  const value = Number(digits.replaceAll('_', ''));
  return sign === '-' ? 0 - value : value;
}

function amount(value: number | null, unit: Unit, scale: number | null): AmountReading {
  return { type: 'amount', value: value === null ? null : scaled(value, scale ?? 1), unit, scaled: scale !== null };
}

/** `4.2M` is 4200000 and not 4200000.000000001: the decimal point moves, as the reader moves it. */
function scaled(value: number, scale: number): number {
  if (scale === 1) return value;
  return Number(`${value}e${Math.log10(scale)}`) || value * scale;
}

function miss(message: string, instead: string | null): NearMiss {
  return { type: 'near-miss', message, instead };
}

function write(instead: string): NearMiss {
  return miss(`Write \`${instead}\`.`, instead);
}

function isAmount(text: string): boolean {
  return readAmount(text).type === 'amount';
}

function readSuffix(text: string, value: number | null, suffix: string): AmountReading | NearMiss {
  if (suffix === '') return amount(value, PLAIN, null);
  const unit = symbolUnit(suffix) ?? signUnit(suffix);
  if (unit !== undefined) return amount(value, unit, null);
  const scale = magnitude(suffix.charAt(0));
  if (scale !== undefined) {
    const after = suffix.slice(1);
    if (after === '') return amount(value, PLAIN, scale);
    const currency = signUnit(after);
    if (currency !== undefined) return amount(value, currency, scale);
  }
  const score = SCORE.exec(suffix);
  if (score !== null) return readScore(value, score[1] ?? '');
  return readWrongSuffix(text, text.slice(0, text.length - suffix.length), suffix);
}

function readScore(value: number | null, outOf: string): AmountReading | NearMiss {
  const denominator = numberOf('', outOf);
  if (denominator === 0) return miss('A score is out of a number above 0, such as `4.5/5`.', null);
  return Number.isFinite(denominator) ? amount(value, { kind: 'score', denominator }, null) : miss('This number is too large.', null);
}

function readAfterCurrency(text: string, value: number | null, currency: string, suffix: string): AmountReading | NearMiss {
  const unit = signUnit(currency) ?? PLAIN;
  if (suffix === '') return amount(value, unit, null);
  const scale = magnitude(suffix);
  if (scale !== undefined) return amount(value, unit, scale);
  const before = text.slice(0, text.length - suffix.length);
  const meant = suffix.toLowerCase() === 'm' ? 'M' : spacedMagnitude(suffix) ?? ALIASES[suffix.toLowerCase()];
  if (meant !== undefined && magnitude(meant) !== undefined) return write(before + meant);
  const rate = readRate(text);
  if (rate !== null) return rate;
  if (signUnit(suffix) === unit || codeUnit(suffix) === unit) return write(before);
  return miss(`A quantity has one unit: write \`${before}\`, or leave out ${currency}.`, null);
}

/** `before` is the number, `suffix` what stands at once after it and is no unit. */
function readWrongSuffix(text: string, before: string, suffix: string): NearMiss {
  if (suffix === 'm') return miss(ambiguousM(before), null);
  if (suffix.endsWith('+') && isAmount(text.slice(0, -1))) return write(text.slice(0, -1));
  if (suffix.endsWith('.') && isAmount(text.slice(0, -1))) return write(text.slice(0, -1));
  const rate = readRate(text);
  if (rate !== null) return rate;
  const range = /^[^-]*-[-+]?\d/.test(suffix) ? suffix.indexOf('-') : -1;
  if (range >= 0) return miss(`A range is written \`between ${before}${suffix.slice(0, range)} and ${suffix.slice(range + 1)}\`.`, null);
  const lower = suffix.toLowerCase();
  const shortForm = spacedMagnitude(suffix) ?? ALIASES[lower] ?? shortFormOf(lower);
  if (shortForm !== undefined && isAmount(before + shortForm)) return write(before + shortForm);
  const withCurrency = /^([a-zA-Z]+)([$€£¥])$/.exec(suffix);
  if (withCurrency !== null) {
    const letters = withCurrency[1] ?? '';
    const meant = letters === 'm' ? 'M' : spacedMagnitude(letters);
    if (meant !== undefined) return write(before + meant + (withCurrency[2] ?? ''));
  }
  const magnitudeAndWord = magnitude(suffix.charAt(0)) !== undefined && isUnitAfterSpace(suffix.slice(1)) ? 1 : 0;
  if (magnitudeAndWord > 0) return write(`${before}${suffix.slice(0, 1)} ${suffix.slice(1)}`);
  if (/^[eE]\d+$/.test(suffix)) return miss('Write the number in full, such as `1_000_000`, or with k, M or B, such as `1M`.', null);
  const otherSign = codeOfOtherSign(suffix);
  if (otherSign !== undefined) return write(`${before} ${otherSign}`);
  if (/^[_\p{XID_Start}][\p{XID_Continue}-]*$/u.test(suffix)) {
    return suffix.startsWith('_') ? write(before) : write(`${before} ${suffix}`);
  }
  return miss(`${text} is no quantity: a number has one unit, such as \`18%\`, \`$4.2M\`, \`3d\` or \`120 customers\`.`, null);
}

/** `10/month`. */
function readRate(text: string): NearMiss | null {
  const slash = text.indexOf('/');
  if (slash < 0 || !/^[_\p{XID_Start}][\p{XID_Continue}-]*$/u.test(text.slice(slash + 1))) return null;
  const before = text.slice(0, slash);
  return isAmount(before) ? write(`${before} per ${text.slice(slash + 1)}`) : null;
}

/** Symbols differ from what was written by case only: `5D`, `5KB`. */
function shortFormOf(lower: string): string | undefined {
  for (const symbol of ['pp', 'x', 'ms', 's', 'min', 'h', 'd', 'w', 'mo', 'y', 'kB', 'MB', 'GB', 'TB', 'k', 'B']) {
    if (symbol.toLowerCase() === lower) return symbol;
  }
  return undefined;
}

function isUnitAfterSpace(word: string): boolean {
  return codeUnit(word) !== undefined || longDurationUnit(word) !== undefined;
}

/** Text in which not even the number can be read. */
function readDamaged(text: string): NearMiss {
  const mended = mend(text);
  if (mended !== null && mended !== text && isAmount(mended.replace(/ [A-Z]{3}$/, ''))) return write(mended);
  if (/\d,\d/.test(text)) return miss('Write a point for decimals (`5.5`) and _ between thousands (`1_200`).', null);
  return miss(`${text} is no quantity. Write a number with its unit, such as \`18%\`, \`$4.2M\`, \`3d\` or \`120 customers\`.`, null);
}

/** The one thing that can have been meant, if its parts read well; null where nothing comes to mind. */
function mend(text: string): string | null {
  const plain = text.replaceAll('\u2212', '-').replace(/^([$€£¥])([+-])/u, '$2$1');
  const match = /^([+-]?\p{Sc}?)([\d.,_'’]+)(.*)$/su.exec(plain);
  if (match === null) return plain;
  const [, prefix = '', digits = '', suffix = ''] = match;
  const number = mendNumber(digits);
  if (number === null) return null;
  const code = codeOfOtherSign(prefix.replace(/^[+-]/, ''));
  if (code === undefined) return mendSuffix(prefix + number, suffix);
  return `${mendSuffix(prefix.replace(/\p{Sc}/u, '') + number, suffix)} ${code}`;
}

function mendSuffix(number: string, suffix: string): string {
  const reading = readAmount(number + suffix);
  return reading.type === 'near-miss' && reading.instead !== null ? reading.instead : number + suffix;
}

function mendNumber(digits: string): string | null {
  const tidy = digits.replace(/['’]/g, '_').replace(/_+/g, '_').replace(/^_|_$/g, '').replace(/_([.,])|([.,])_/g, '$1$2');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(tidy)) return tidy.replaceAll(',', '_');
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(tidy)) return tidy.replaceAll('.', '_');
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(tidy)) return tidy.replaceAll('.', '_').replace(',', '.');
  if (/^\d+,\d+$/.test(tidy)) return tidy.replace(',', '.');
  if (/^\.\d+$/.test(tidy)) return `0${tidy}`;
  if (/^\d+\.$/.test(tidy)) return tidy.slice(0, -1);
  return /^\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?$/.test(tidy) ? tidy : null;
}
