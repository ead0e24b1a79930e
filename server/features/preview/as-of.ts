/** What was known on another day than the one by which the strategy is judged. */

import { formatDay, parseDate, type Day } from '../../../grammar/calendar.ts';
import { analyze, type Analysis } from '../../analysis.ts';
import type { Checkin, Strategy } from '../../model/strategy.ts';
import type { Snapshot } from '../snapshot.ts';

/** Of each analysis, what it would have been on the days asked for last: moving a slider asks for many, and for the same ones again. */
const known = new WeakMap<Strategy, Map<Day, Analysis>>();
const MOST = 8;

/** The analysis of a snapshot as of a day (`YYYY-MM-DD`, null for its own); null where nothing is known yet. */
export function analysisOn({ analysis, settingsText }: Pick<Snapshot, 'analysis' | 'settingsText'>, asOf: string | null): Analysis | null {
  const day = asOf === null ? null : parseDate(asOf);
  if (analysis === null || day === null || day === analysis.asOf) return analysis;
  const days = known.get(analysis.strategy) ?? new Map<Day, Analysis>();
  known.set(analysis.strategy, days);
  const found = days.get(day) ?? analyze({ files: analysis.strategy.files, settingsText, asOf: day, today: day });
  days.delete(day);
  days.set(day, found);
  const [oldest] = days.keys();
  if (days.size > MOST && oldest !== undefined) days.delete(oldest);
  return found;
}

/** The days on which something was checked in, up to as-of, in order. */
export function checkinDays({ strategy, asOf }: Analysis): readonly string[] {
  const days = new Set<Day>();
  const take = (checkins: readonly Checkin[]): void => {
    for (const { day } of checkins) if (day !== null && day <= asOf) days.add(day);
  };
  for (const { checkins } of strategy.keyResults) take(checkins);
  for (const { checkins } of strategy.metrics) take(checkins);
  return [...days].sort((a, b) => a - b).map(formatDay);
}
