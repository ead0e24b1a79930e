/** The day turns at midnight UTC: what is judged by today is judged anew. */

import { dayOfMoment, type Day } from '../grammar/calendar.ts';

/** Milliseconds since 1970-01-01 UTC. */
export type Clock = () => number;

/** A machine that slept wakes up late: the clock is looked at this often, in milliseconds. */
const LONGEST_WAIT = 10 * 60 * 1000;

/** The day on which the clock stands, in UTC. */
export function today(clock: Clock): Day {
  return dayOfMoment(new Date(clock()));
}

/** Calls back soon after each turn of the day, until the returned function is called. */
export function watchDay(clock: Clock, onNewDay: () => void): () => void {
  let day = today(clock);
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const wait = (): void => {
    if (stopped) return;
    const untilMidnight = (day + 1) * 24 * 60 * 60 * 1000 - clock();
    timer = setTimeout(look, Math.min(Math.max(untilMidnight, 0) + 1, LONGEST_WAIT));
  };
  const look = (): void => {
    const now = today(clock);
    if (now !== day) {
      day = now;
      onNewDay();
    }
    wait();
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
