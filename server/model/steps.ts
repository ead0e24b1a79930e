/**
 * Long work in short steps: a generator that yields between them, so that a caller with other things to do can do
 * these in between, or give up.
 */

/** Work that yields after each step, and ends with its result. */
export type Steps<T> = Generator<void, T>;

/** Does all of it at once. */
export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many things are worked on in one step. */
const AT_ONCE = 500;

/** Works on each of many things, so many in a step; also on those that come to them meanwhile. */
export function* each<T>(things: Iterable<T>, work: (thing: T) => void, atOnce = AT_ONCE): Steps<void> {
  let count = 0;
  for (const thing of things) {
    work(thing);
    count += 1;
    if (count % atOnce === 0) yield;
  }
  yield;
}
