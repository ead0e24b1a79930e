/** Churn as rows of text, for tables in a terminal and on a page. */

import { percent } from '../../../model/figures.ts';
import type { Churn, ChurnCounts, ChurnTeam } from '../../../review/history/churn.ts';
import { steadiness } from '../../../review/history/churn-words.ts';

export const NOBODY = 'Nobody';

/** The name of a team in a table. */
export function teamName({ id, title }: ChurnTeam): string {
  return title ?? id ?? NOBODY;
}

/** A header, a row for each team, and one for all of them: how many key results kept their target, quarter by quarter and in all. */
export function keptRows({ quarters, teams, cells, total }: Churn): readonly (readonly string[])[] {
  const of = new Map(cells.map(({ team, quarter, counts }) => [JSON.stringify([team, quarter]), counts]));
  // Of one quarter what happened in all is what happened in it.
  const inAll = (text: string): readonly string[] => (quarters.length === 1 ? [] : [text]);
  return [
    ['Team', ...quarters.map(({ id }) => id), ...inAll('In all')],
    ...teams.map((team) => [teamName(team), ...quarters.map(({ id }) => keptText(of.get(JSON.stringify([team.id, id])))), ...inAll(keptText(team.counts))]),
    ['All teams', ...quarters.map(({ counts }) => keptText(counts)), ...inAll(keptText(total))],
  ];
}

/** `5 of 7 kept (71%)`; a dash where nothing was in play. */
function keptText(counts: ChurnCounts | undefined): string {
  const share = counts === undefined ? null : steadiness(counts);
  return counts === undefined || share === null ? '–' : `${counts.kept} of ${counts.keyResults} kept (${percent(share)})`;
}

/** A header and a row for each team: what happened after things had begun. */
export function happenedRows({ teams, total }: Churn): readonly (readonly string[])[] {
  const row = (name: string, counts: ChurnCounts): readonly string[] => [
    name, ...[counts.targetsMoved, counts.targetsLowered, counts.dropped, counts.objectivesDropped, counts.ownersChanged, counts.datesSlipped, counts.redirected].map((count) => (count === 0 ? '·' : String(count))),
  ];
  return [
    ['Team', 'Targets moved', 'of them down', 'Key results dropped', 'Objectives dropped', 'Owners changed', 'Dates slipped', 'Serve another goal, or none'],
    ...teams.map((team) => row(teamName(team), team.counts)),
    row('All teams', total),
  ];
}
