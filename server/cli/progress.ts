/** How far a long run is, on a terminal, on one line that goes away again. */

import type { Output } from './output.ts';

/** Milliseconds before anything is shown, and between two changes of it. */
const PATIENCE = 500;
const INTERVAL = 100;
const CLEAR_LINE = '\r\u001b[K';

export class Progress {
  readonly #output: Output;
  readonly #now: () => number;
  readonly #begun: number;
  #shownAt: number | null = null;
  #done = 0;
  #label = '';

  /** `now` tells the time, in milliseconds. */
  constructor(output: Output, now: () => number = Date.now) {
    this.#output = output;
    this.#now = now;
    this.#begun = now();
  }

  /** Begins a stretch of work: `Reading`. */
  begin(label: string): void {
    this.#label = label;
    this.#done = 0;
    // Work that counts no files is told all the same, once the run is known to be a long one.
    if (this.#shownAt !== null) this.#output.writeError(`${CLEAR_LINE}${label}`);
  }

  /** One more file is done. */
  step(): void {
    this.#done += 1;
    if (!this.#output.errorIsTerminal) return;
    const now = this.#now();
    if (now - this.#begun < PATIENCE || now - (this.#shownAt ?? 0) < INTERVAL) return;
    this.#shownAt = now;
    this.#output.writeError(`${CLEAR_LINE}${this.#label} (${this.#done} files)`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#shownAt === null) return;
    this.#shownAt = null;
    this.#output.writeError(CLEAR_LINE);
  }
}
