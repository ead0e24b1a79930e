/**
 * Sends what is marked, one at a time, always as it is when its turn comes: a client that reads slowly gets the last
 * state and none of those between.
 */
export class Publisher {
  readonly #send: (location: string) => Promise<void>;
  readonly #onFailure: (error: unknown) => void;
  readonly #marked = new Set<string>();
  #sending = false;

  constructor(send: (location: string) => Promise<void>, onFailure: (error: unknown) => void) {
    this.#send = send;
    this.#onFailure = onFailure;
  }

  mark(locations: Iterable<string>): void {
    for (const location of locations) this.#marked.add(location);
    if (!this.#sending && this.#marked.size > 0) void this.#sendMarked();
  }

  async #sendMarked(): Promise<void> {
    this.#sending = true;
    try {
      for (const location of this.#marked) {
        this.#marked.delete(location);
        await this.#send(location);
      }
    } catch (error) {
      this.#onFailure(error);
    } finally {
      this.#sending = false;
    }
  }
}
