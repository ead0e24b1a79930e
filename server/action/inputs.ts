/** What the workflow asks for: the inputs of action.yml, as the runner hands them over. */

import { parseDate, type Day } from '../../grammar/calendar.ts';
import { FAIL_ON, type FailOn } from '../review/failing.ts';
import { UsageError } from '../cli/output.ts';
import type { Environment } from '../cli/git/git.ts';

export interface Inputs {
  /** Below the workspace. */
  readonly path: string;
  /** A revision to compare with; null leaves it to the pull request. */
  readonly base: string | null;
  readonly asOf: Day | null;
  /** Whether findings are looked for, and errors fail the job. */
  readonly check: boolean;
  readonly maxWarnings: number | null;
  readonly failOn: FailOn;
  readonly comment: boolean;
  readonly sarif: boolean;
  readonly token: string | null;
}

/** Reads them. Throws a `UsageError` that names the input that is wrong. */
export function readInputs(environment: Environment): Inputs {
  const text = (name: string): string | null => {
    const value = environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
    return value === '' ? null : value;
  };
  const flag = (name: string, otherwise: boolean): boolean => {
    const value = text(name)?.toLowerCase() ?? null;
    if (value === null) return otherwise;
    if (value !== 'true' && value !== 'false') throw wrong(name, 'true or false');
    return value === 'true';
  };
  return {
    path: text('path') ?? '.',
    base: text('base'),
    asOf: dayOf(text('as-of')),
    check: flag('check', true),
    maxWarnings: countOf(text('max-warnings')),
    failOn: riskOf(text('fail-on')),
    comment: flag('comment', true),
    sarif: flag('sarif', false),
    token: text('token'),
  };
}

function dayOf(text: string | null): Day | null {
  if (text === null) return null;
  const day = parseDate(text);
  if (day === null) throw wrong('as-of', 'a date such as 2026-03-31');
  return day;
}

function countOf(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw wrong('max-warnings', 'a number such as 0 or 10');
  return Number(text);
}

function riskOf(text: string | null): FailOn {
  const risk = FAIL_ON.find((known) => known === (text ?? 'none'));
  if (risk === undefined) throw wrong('fail-on', FAIL_ON.join(', '));
  return risk;
}

function wrong(name: string, expected: string): UsageError {
  return new UsageError(`the input '${name}' must be ${expected}`);
}
