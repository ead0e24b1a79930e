/** Long work between messages: done in short slices, and given up when it is old. */

import type { Steps } from './model/steps.ts';
import { nextTurn } from './turns.ts';

/** How long a slice may take, in milliseconds. */
const SLICE = 10;

/** Does all steps, a slice at a time, and lets waiting messages be read in between; null where it is old by then. */
export async function inSlices<T>(steps: Steps<T>, isOld: () => boolean): Promise<T | null> {
  for (let started = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - started < SLICE) continue;
    await nextTurn();
    if (isOld()) return null;
    started = performance.now();
  }
}
