/** `churn --format json`: the contract of `docs/churn.schema.json`. */

import { formatDay } from '../../../../grammar/calendar.ts';
import type { ChurnCounts } from '../../../review/history/churn.ts';
import { churnVerdict, steadiness } from '../../../review/history/churn-words.ts';
import { changeData } from '../../../review/json.ts';
import type { ChurnEnd, ChurnReport } from './churn-of.ts';

/** The document. Every key is always there. */
export function json({ base, head, root, title, churn }: ChurnReport): string {
  const { total, beforeStart, quarters, teams, cells, events } = churn;
  return `${JSON.stringify({
    version: 1,
    base: endData(base), head: endData(head), root, title,
    verdict: churnVerdict(churn),
    total: countsData(total), beforeStart,
    quarters: quarters.map(({ id, start, end, counts }) => ({ id, start: formatDay(start), end: formatDay(end), ...countsData(counts) })),
    teams: teams.map((team) => ({ id: team.id, title: team.title, ...countsData(team.counts) })),
    cells: cells.map(({ team, quarter, counts }) => ({ team, quarter, ...countsData(counts) })),
    events: events.map(({ what, commit, day, quarter, teams: of, change }) => ({
      what, commit: commit.id, day: formatDay(day), author: commit.author, message: commit.message, quarter, teams: of, change: changeData(change),
    })),
  }, null, 2)}\n`;
}

function endData({ given, commit, day }: ChurnEnd) {
  return { given, commit, day: formatDay(day) };
}

function countsData(counts: ChurnCounts) {
  const { keyResults, kept, moved, dropped, targetsMoved, targetsLowered, objectivesDropped, ownersChanged, datesSlipped, redirected } = counts;
  return { steadiness: steadiness(counts), keyResults, kept, moved, dropped, targetsMoved, targetsLowered, objectivesDropped, ownersChanged, datesSlipped, redirected };
}
