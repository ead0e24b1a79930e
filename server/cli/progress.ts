/** How far a long run is, on a terminal, on one line that goes away again. */

import type { Output } from './output.ts';

/** Milliseconds before anything is shown, and between two changes of it. */
const PATIENCE = 500;
const INTERVAL = 100;
const CLEAR_LINE = '\r\u001b[K';

export class Progress {
  readonly #output: Output;
  readonly #begun = Date.now();
  #shownAt = 0;
  #done = 0;
  #label = '';

  constructor(output: Output) {
    this.#output = output;
  }

  /** Begins a stretch of work: `Reading`. */
  begin(label: string): void {
    this.#label = label;
    this.#done = 0;
  }

  /** One more file is done. */
  step(): void {
    this.#done += 1;
    if (!this.#output.errorIsTerminal) return;
    const now = Date.now();
    if (now - this.#begun < PATIENCE || now - this.#shownAt < INTERVAL) return;
    this.#shownAt = now;
    this.#output.writeError(`${CLEAR_LINE}${this.#label} (${this.#done} files)`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#shownAt === 0) return;
    this.#shownAt = 0;
    this.#output.writeError(CLEAR_LINE);
  }
}
