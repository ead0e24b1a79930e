/** A review as it stands in the editor: with what the strategy is compared, and what has changed by now. */

import type { Disposable} from 'vscode';
import { EventEmitter, type Event } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { reviewBaseRequest, reviewRequest, type ReviewAnswer } from '../../server/review-protocol.ts';
import { onStrategiesChanged } from '../strategies-changed.ts';
import type { Base } from './base.ts';

/** What is shown: nothing without a base. */
export interface Reviewed {
  readonly base: Base;
  readonly answer: ReviewAnswer;
}

/** How long edits that follow each other wait for one another, in milliseconds. */
const PAUSE = 60;

export class ReviewSession {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #listening: Disposable;
  #base: Base | null = null;
  #current: Reviewed | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Counts what was asked, so that no answer overtakes a later one. */
  #asked = 0;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listening = onStrategiesChanged(client)(() => { this.#soon(); });
  }

  /** Told when `current` is another. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  get current(): Reviewed | null {
    return this.#current;
  }

  /** Compares with this from now on. Rejects where the server or git cannot. */
  async start(base: Base): Promise<Reviewed | null> {
    const read = await base.read();
    await this.#client.start();
    await this.#client.sendRequest(reviewBaseRequest, read);
    this.#base = base;
    await this.#ask();
    return this.#current;
  }

  /** Reads the base anew: a branch may have moved, a file come. */
  async refresh(): Promise<void> {
    if (this.#base !== null) await this.start(this.#base);
  }

  async end(): Promise<void> {
    this.#base = null;
    this.#asked += 1;
    this.#show(null);
    await this.#client.sendRequest(reviewBaseRequest, null);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #soon(): void {
    if (this.#base === null || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // What is wrong with the server is told by the client itself.
      this.#ask().catch(() => undefined);
    }, PAUSE);
  }

  async #ask(): Promise<void> {
    const base = this.#base;
    if (base === null) return;
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await this.#client.sendRequest<ReviewAnswer | null>(reviewRequest);
    if (asked === this.#asked) this.#show(answer === null ? null : { base, answer });
  }

  #show(reviewed: Reviewed | null): void {
    this.#current = reviewed;
    this.#changed.fire();
  }
}
