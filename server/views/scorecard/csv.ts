/** The scorecard as a table for a spreadsheet. */

import { csv, names, type CsvCell } from '../text/csv.ts';
import type { Scorecard, ScorecardGroup, ScorecardRow } from './model.ts';

/** A row for each goal, metric of a goal, objective and kr. Scores and confidences are 0 … 1. */
export function scorecardCsv({ groups }: Scorecard): string {
  return csv(
    ['group', 'kind', 'id', 'title', 'of', 'owner', 'period', 'metric', 'measure', 'current', 'score', 'expected', 'health', 'confidence', 'last check-in', 'note'],
    groups.flatMap((group) => group.rows.flatMap((row) => lines(row, null, group))),
  );
}

function lines(row: ScorecardRow, above: ScorecardRow | null, group: ScorecardGroup): readonly (readonly CsvCell[])[] {
  const { kind, id, title, of, owners, period, metric, measure, current, score, expected, health, confidence, lastCheckin, rows } = row;
  return [
    [
      group.title, kind, id, title, of?.title ?? above?.title ?? null, names(owners), period, metric?.title ?? null, measure, current,
      score, expected, health, confidence?.value ?? null, lastCheckin?.day ?? null, lastCheckin?.note ?? null,
    ],
    ...rows.flatMap((below) => lines(below, row, group)),
  ];
}
