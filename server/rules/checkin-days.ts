/** When check-ins took place. */

import type { Day } from '../../grammar/calendar.ts';
import type { Checkin, Strategy } from '../model/strategy.ts';

export interface CheckinDates {
  /** The latest day up to as-of; null without one. */
  readonly latest: Day | null;
  /** Some date is none: it might be the latest, and has its own finding. */
  readonly unreadable: boolean;
}

export const NO_CHECKINS: CheckinDates = { latest: null, unreadable: false };

/** When check-ins took place; one that does not fit counts as not written. */
export function readDates(checkins: readonly Checkin[], asOf: Day): CheckinDates {
  let latest: Day | null = null;
  let unreadable = false;
  for (const { day, problem } of checkins) {
    if (problem !== null) continue;
    if (day === null) unreadable = true;
    else if (day <= asOf && (latest === null || day > latest)) latest = day;
  }
  return { latest, unreadable };
}

/** Whether some kr has a check-in up to as-of: a team that writes none keeps its numbers elsewhere. */
export function hasCheckins({ keyResults, asOf }: Strategy): boolean {
  return keyResults.some((keyResult) => keyResult.laterThan === null && readDates(keyResult.checkins, asOf).latest !== null);
}
