/** What the rows of a scorecard come to. */

import type { Health } from '../../model/strategy.ts';
import type { ScorecardRow, Totals } from './model.ts';

/** What somebody should have looked at. */
const RUNNING: ReadonlySet<Health | null> = new Set<Health>(['on-track', 'at-risk', 'off-track', 'unknown']);

/** Over all rows, those below others included; rows that are there for context only do not count. */
export function totalsOf(rows: readonly ScorecardRow[]): Totals {
  const counted = flat(rows).filter(({ context }) => !context);
  const objectives = counted.filter(({ kind }) => kind === 'objective');
  const keyResults = counted.filter(({ kind }) => kind === 'kr');
  const scored = objectives.filter(({ score, expected }) => score !== null && expected !== null);
  const health: Partial<Record<Health, number>> = {};
  for (const row of objectives) if (row.health !== null) health[row.health] = (health[row.health] ?? 0) + 1;
  return {
    goals: counted.filter(({ kind }) => kind === 'goal').length,
    objectives: objectives.length,
    keyResults: keyResults.length,
    health,
    score: mean(scored.map(({ score }) => score)),
    expected: mean(scored.map(({ expected }) => expected)),
    confidence: mean(keyResults.map(({ confidence }) => confidence?.value ?? null)),
    unchecked: keyResults.filter(({ lastCheckin, health }) => lastCheckin === null && RUNNING.has(health)).length,
  };
}

/** A row before those below it. */
function flat(rows: readonly ScorecardRow[]): readonly ScorecardRow[] {
  return rows.flatMap((row) => [row, ...flat(row.rows)]);
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
