/** Churn in one sentence, the same in every format. */

import type { Churn, ChurnCounts } from './churn.ts';

/** The share of the key results in play that kept their target, 0 … 1; null where none was. */
export function steadiness({ keyResults, kept }: ChurnCounts): number | null {
  return keyResults === 0 ? null : kept / keyResults;
}

/** `18 of 23 key results kept their target; 4 targets moved, 3 of them down; 1 objective was dropped.` */
export function churnVerdict({ total, events }: Pick<Churn, 'total' | 'events'>): string {
  const { keyResults, kept } = total;
  if (keyResults === 0 && events.length === 0) return 'No key result was in play.';
  const happened = happenings(total);
  const first = `${kept} of ${keyResults} key ${keyResults === 1 ? 'result' : 'results'} kept ${keyResults === 1 ? 'its' : 'their'} target`;
  return `${[first, ...happened].join('; ')}.`;
}

/** What happened, each with its number: `4 targets moved, 3 of them down`, `1 owner changed`. */
export function happenings({ targetsMoved, targetsLowered, dropped, objectivesDropped, ownersChanged, datesSlipped, redirected }: ChurnCounts): readonly string[] {
  const down = targetsLowered === 0 ? '' : targetsLowered === targetsMoved ? ', down' : `, ${targetsLowered} of them down`;
  return [
    targetsMoved === 0 ? null : `${counted(targetsMoved, 'target')} moved${down}`,
    dropped === 0 ? null : `${counted(dropped, 'key result')} dropped`,
    objectivesDropped === 0 ? null : `${counted(objectivesDropped, 'objective')} dropped`,
    ownersChanged === 0 ? null : `${counted(ownersChanged, 'owner')} changed`,
    datesSlipped === 0 ? null : `${counted(datesSlipped, 'date')} slipped`,
    redirected === 0 ? null : `${redirected} ${redirected === 1 ? 'serves' : 'serve'} another goal, or none`,
  ].filter((part) => part !== null);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
