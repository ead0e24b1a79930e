/** Turns of the event loop: work that is put off until what is waiting to be read was read. */

/** Node has it, and calls before its timers; a web worker has not. */
const { setImmediate: callSoon } = globalThis as { readonly setImmediate?: (work: () => void) => unknown };

/** Calls in the next turn: as soon as messages that are there by now are read. */
export function soon(work: () => void): void {
  if (callSoon !== undefined) {
    callSoon(work);
    return;
  }
  // In a web worker timers wait for a while, messages do not.
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    work();
  });
  port1.start();
  port2.postMessage(null);
}

/** Lets waiting messages be read. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => { soon(resolve); });
}
