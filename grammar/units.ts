/** The units of language.md section 2 by how they are written. */

import type { Unit } from './quantity.ts';

/** ISO 4217, list one, with its codes for funds and metals. */
const CURRENCY_CODES: ReadonlySet<string> = new Set((
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD ' +
  'CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP ' +
  'GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW ' +
  'KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN ' +
  'NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS ' +
  'SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND ' +
  'VUV WST XAF XAG XAU XAD XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG'
).split(' '));

const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([['$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY']]);

/** Signs that are not read, with the code to write in their place. */
const OTHER_SIGNS: ReadonlyMap<string, string> = new Map([
  ['₹', 'INR'], ['₩', 'KRW'], ['₽', 'RUB'], ['₺', 'TRY'], ['₴', 'UAH'], ['₪', 'ILS'], ['₫', 'VND'], ['₱', 'PHP'], ['฿', 'THB'], ['₦', 'NGN'], ['₡', 'CRC'], ['₸', 'KZT'],
]);

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** Seconds in each duration; a month is 1/12 year, a year 365.25 days. */
const DURATIONS: ReadonlyMap<string, number> = new Map([
  ['ms', SECOND / 1000], ['s', SECOND], ['min', MINUTE], ['h', HOUR], ['d', DAY], ['w', 7 * DAY], ['mo', YEAR / 12], ['y', YEAR],
]);

/** The same, written out. */
const LONG_DURATIONS: ReadonlyMap<string, number> = new Map(
  ([['millisecond', 'ms'], ['second', 's'], ['minute', 'min'], ['hour', 'h'], ['day', 'd'], ['week', 'w'], ['month', 'mo'], ['year', 'y']] as const)
    .flatMap(([word, short]) => {
      const scale = DURATIONS.get(short) ?? 1;
      return [[word, scale], [`${word}s`, scale]];
    }),
);

/** Bytes in each size (decimal). */
const SIZES: ReadonlyMap<string, number> = new Map([['kB', 1e3], ['MB', 1e6], ['GB', 1e9], ['TB', 1e12]]);

const MAGNITUDES: ReadonlyMap<string, number> = new Map([['k', 1e3], ['M', 1e6], ['B', 1e9]]);

export const PLAIN: Unit = { kind: 'none' };

const SYMBOLS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['%', { kind: 'percent' }],
  ['pp', { kind: 'points' }],
  ['x', { kind: 'multiple' }],
  ...[...DURATIONS].map(([symbol, scale]): [string, Unit] => [symbol, { kind: 'duration', symbol, scale }]),
  ...[...SIZES].map(([symbol, scale]): [string, Unit] => [symbol, { kind: 'size', symbol, scale }]),
]);

const LONG_DURATION_UNITS: ReadonlyMap<string, Unit> = new Map(
  [...LONG_DURATIONS].map(([symbol, scale]): [string, Unit] => [symbol, { kind: 'duration', symbol, scale }]),
);

const CURRENCY_UNITS = new Map<string, Unit>();

/** `%`, `pp`, `x`, a duration's or size's symbol: what follows a number at once or after a space. */
export function symbolUnit(symbol: string): Unit | undefined {
  return SYMBOLS.get(symbol);
}

/** A duration written out, singular or plural: `3 days`. */
export function longDurationUnit(word: string): Unit | undefined {
  return LONG_DURATION_UNITS.get(word);
}

/** `$`, `€`, `£` or `¥`. */
export function signUnit(sign: string): Unit | undefined {
  const code = CURRENCY_SIGNS.get(sign);
  return code === undefined ? undefined : currencyUnit(code);
}

/** A code of ISO 4217, in capitals. */
export function codeUnit(code: string): Unit | undefined {
  return CURRENCY_CODES.has(code) ? currencyUnit(code) : undefined;
}

/** The code to write in place of a currency sign that is not read (`₹`). */
export function codeOfOtherSign(sign: string): string | undefined {
  return OTHER_SIGNS.get(sign);
}

/** The factor of `k`, `M` or `B`. */
export function magnitude(letter: string): number | undefined {
  return MAGNITUDES.get(letter);
}

function currencyUnit(code: string): Unit {
  let unit = CURRENCY_UNITS.get(code);
  if (unit === undefined) {
    unit = { kind: 'currency', code };
    CURRENCY_UNITS.set(code, unit);
  }
  return unit;
}
