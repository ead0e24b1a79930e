/** Asks the client to show anew what an edit elsewhere may have changed: lenses, hints and colours. */

import type { ClientCapabilities, Connection } from 'vscode-languageserver';

export class Refreshing {
  readonly #connection: Connection;
  readonly #methods: readonly string[];
  readonly #onFailure: (error: unknown) => void;
  #state: 'idle' | 'asking' | 'asking, changed since' = 'idle';

  constructor(connection: Connection, { workspace }: ClientCapabilities, onFailure: (error: unknown) => void) {
    this.#connection = connection;
    this.#onFailure = onFailure;
    this.#methods = [
      ...workspace?.codeLens?.refreshSupport === true ? ['workspace/codeLens/refresh'] : [],
      ...workspace?.inlayHint?.refreshSupport === true ? ['workspace/inlayHint/refresh'] : [],
      ...workspace?.semanticTokens?.refreshSupport === true ? ['workspace/semanticTokens/refresh'] : [],
    ];
  }

  /** Something that they tell of has changed. One question at a time: the next one waits for the client's answer. */
  changed(): void {
    if (this.#methods.length === 0) return;
    if (this.#state !== 'idle') {
      this.#state = 'asking, changed since';
      return;
    }
    this.#state = 'asking';
    Promise.all(this.#methods.map((method) => this.#connection.sendRequest(method))).catch(this.#onFailure).finally(() => {
      const again = this.#state === 'asking, changed since';
      this.#state = 'idle';
      if (again) this.changed();
    }).catch(this.#onFailure);
  }
}
