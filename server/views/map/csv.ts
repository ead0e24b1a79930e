/** The map as a table for a spreadsheet. */

import { csv, names } from '../text/csv.ts';
import type { MapTable } from './table.ts';

/** A row for each element, with what it hangs on. Shares and scores are 0 … 1. */
export function mapCsv({ entries }: MapTable): string {
  return csv(
    ['kind', 'id', 'title', 'supports', 'share', 'owner', 'period', 'status', 'health', 'score', 'expected', 'apart'],
    entries.map(({ kind, id, title, under, share, owners, period, status, health, score, expected, apart }) => [
      kind, id, title, under?.id ?? null, share, names(owners), period, status, health, score, expected, apart,
    ]),
  );
}
