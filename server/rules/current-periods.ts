import type { Period, Strategy } from '../model/strategy.ts';

/** The declared periods in which as-of lies, by file and place. */
export function currentPeriods({ periods, asOf }: Strategy): readonly Period[] {
  return periods.filter(({ days, laterThan }) => laterThan === null && days !== null && days.start <= asOf && asOf <= days.end);
}
