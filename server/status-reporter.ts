/** Tells the client where the strategies stand, when that changed, and not more often than an eye can follow. */

import type { WorkspaceStatus } from './protocol.ts';

/** In milliseconds. */
const PAUSE = 50;

export class StatusReporter {
  readonly #status: () => WorkspaceStatus | null;
  readonly #send: (status: WorkspaceStatus) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #last = '';

  /** `status` is null while it cannot be told; `changed` is to be called when it can. */
  constructor(status: () => WorkspaceStatus | null, send: (status: WorkspaceStatus) => void) {
    this.#status = status;
    this.#send = send;
  }

  changed(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const status = this.#status();
      if (status === null) return;
      const text = JSON.stringify(status);
      if (text === this.#last) return;
      this.#last = text;
      this.#send(status);
    }, PAUSE);
  }
}
