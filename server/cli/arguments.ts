/** Arguments that several subcommands take, read strictly. */

import { InvalidArgumentError } from 'commander';
import { parseDate, type Day } from '../../grammar/calendar.ts';

/** `--as-of DATE`. */
export function dayArgument(text: string): Day {
  const day = parseDate(text);
  if (day === null) throw new InvalidArgumentError('It is no date; write one such as 2026-03-31.');
  return day;
}

/** `--max-warnings N`. */
export function countArgument(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is no number; write one such as 0 or 10.');
  return Number(text);
}
