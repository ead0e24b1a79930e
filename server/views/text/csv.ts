/** Tables as CSV (RFC 4180), safe to open in a spreadsheet. */

import { shown } from '../../model/shown.ts';

/** null is an empty cell; numbers are ours and written as they are. */
export type CsvCell = string | number | null;

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"): the wide forms count there as well. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;

/** A header and its rows, lines ended by CRLF. */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const line = shown(value.replace(/\s+/g, ' ').trim());
  const text = FORMULA.test(line) ? `'${line}` : line;
  return text !== line || /[",\n\r]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Several names in one cell. */
export function names(things: readonly { readonly title: string }[]): string | null {
  return things.length === 0 ? null : things.map(({ title }) => title).join('; ');
}
