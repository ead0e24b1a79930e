/** The timeline as a table for a spreadsheet. */

import { csv, names } from '../text/csv.ts';
import type { TimelineEntries } from './entries.ts';

/** A row for each objective, kr and initiative that stands in time. */
export function timelineCsv({ groups }: TimelineEntries): string {
  return csv(
    ['period', 'kind', 'id', 'title', 'of', 'owner', 'start', 'end', 'due', 'status', 'health', 'score', 'late since', 'needs', 'needs late', 'check-ins'],
    groups.flatMap((group) => group.entries.map(({ kind, id, title, of, owners, start, end, due, status, health, score, overdueSince, needs, checkins }) => [
      group.title, kind, id, title, of?.title ?? null, names(owners), start, end, due, status, health, score, overdueSince,
      names(needs.map(({ thing }) => thing)), names(needs.filter(({ state }) => state === 'late').map(({ thing }) => thing)), checkins.length,
    ])),
  );
}
