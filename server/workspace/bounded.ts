/** Work that goes on side by side, but never more than so much at once. */

/** How many files or folders are read at once. */
export const AT_ONCE = 32;

/**
 * Does `work` for every item, and for every item that the work itself hands to `add`, at most `limit` at once.
 * The first failure rejects, and nothing further is begun.
 */
export async function eachBounded<T>(
  items: readonly T[], limit: number, work: (item: T, add: (item: T) => void) => Promise<void>,
): Promise<void> {
  const waiting = [...items].reverse();
  await new Promise<void>((resolve, reject) => {
    let running = 0;
    let failed = false;
    const add = (item: T): void => { waiting.push(item); };
    const next = (): void => {
      while (!failed && running < limit) {
        const item = waiting.pop();
        if (item === undefined) break;
        running += 1;
        work(item, add).then(
          () => {
            running -= 1;
            next();
          },
          (error: unknown) => {
            failed = true;
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      }
      if (running === 0 && waiting.length === 0) resolve();
    };
    next();
  });
}
