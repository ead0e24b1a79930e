/** The order of the scorecard's rows. */

import type { Health } from '../../model/strategy.ts';
import type { Sorting, SortKey } from '../view.ts';
import type { ScorecardRow } from './model.ts';

/** What needs somebody's eye comes first. */
const URGENCY: readonly Health[] = ['off-track', 'at-risk', 'unknown', 'not-started', 'on-track', 'paused', 'draft', 'done', 'dropped'];

const VALUES: Readonly<Record<SortKey, (row: ScorecardRow) => string | number | null>> = {
  title: ({ title }) => title.toLowerCase(),
  owner: ({ owners }) => owners[0]?.title.toLowerCase() ?? null,
  score: ({ score }) => score,
  gap: ({ score, expected }) => (score === null || expected === null ? null : score - expected),
  confidence: ({ confidence }) => confidence?.value ?? null,
  health: ({ health }) => (health === null ? null : URGENCY.indexOf(health)),
  checkin: ({ lastCheckin }) => (lastCheckin === null ? null : -lastCheckin.ago),
};

/** The rows in this order, and so those below each of them. A goal's metrics stay on top; what has no value comes last either way. */
export function sortRows(rows: readonly ScorecardRow[], sorting: Sorting | null): readonly ScorecardRow[] {
  if (sorting === null) return rows;
  const value = VALUES[sorting.by];
  const direction = sorting.descending ? -1 : 1;
  return rows
    .map((row) => ({ row: { ...row, rows: sortRows(row.rows, sorting) }, key: value(row), last: row.kind === 'metric' ? 0 : 1 }))
    .sort((a, b) => a.last - b.last || (a.last === 0 ? 0 : byKey(a.key, b.key, direction)))
    .map(({ row }) => row);
}

function byKey(a: string | number | null, b: string | number | null, direction: number): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -direction : direction;
}
