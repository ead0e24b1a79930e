/** The load as a table for a spreadsheet. */

import { csv } from '../text/csv.ts';
import type { OwnersModel } from './model.ts';

/** A row for each owner and period in which there is something. Shares of capacity: 1 is all of it. */
export function ownersCsv({ owners, periods }: OwnersModel): string {
  return csv(
    ['kind', 'id', 'owner', 'period', 'start', 'end', 'goals', 'objectives', 'key results', 'initiatives', 'effort', 'capacity', 'share of capacity'],
    owners.flatMap(({ owner, capacity, goals, loads }) => loads.flatMap(({ objectives, keyResults, initiatives, effort }, index) => {
      const period = periods[index];
      if (objectives.length + keyResults + initiatives + goals.length === 0) return [];
      return [[
        owner.kind, owner.id, owner.title, period?.title ?? null, period?.start ?? null, period?.end ?? null, goals.length, objectives.length, keyResults, initiatives,
        effort?.text ?? null, capacity, effort?.share ?? null,
      ]];
    })),
  );
}
