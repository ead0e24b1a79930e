/**
 * The analysis of one root, kept up with its edits. Analysing a large strategy takes a while, so it is done in short
 * slices between which messages are answered, and begun anew when something changes. The first edit after a pause is
 * analysed at once; while edits follow each other fast it is put off for as long as the last one took, so that
 * typing never waits for it.
 */

import type { Analysis } from '../analysis.ts';

/** How long a slice may take, in milliseconds. */
const SLICE = 10;
/** The longest time for which an analysis is put off after an edit, in milliseconds. */
const LONGEST_DELAY = 250;

export interface LiveAnalysisHost {
  /** Begins an analysis of what is known by now; each step is short. */
  begin(): Generator<void, Analysis>;
  /** Told of each analysis that is complete and up to date. */
  onAnalysis(analysis: Analysis): void;
  /** Told of a mistake of ours. */
  onFailure(error: unknown): void;
}

export class LiveAnalysis {
  readonly #host: LiveAnalysisHost;
  #latest: Analysis | null = null;
  /** Counts what changed; the latest analysis knows everything up to `#analysed`. */
  #changes = 0;
  #analysed = -1;
  #lastDuration = 0;
  #lastTouch = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running = false;
  #disposed = false;
  #waiting: (() => void)[] = [];

  constructor(host: LiveAnalysisHost) {
    this.#host = host;
  }

  /** The last complete analysis, which may be older than the last edit. */
  get latest(): Analysis | null {
    return this.#latest;
  }

  /** Whether the last analysis knows everything. */
  get isCurrent(): boolean {
    return this.#analysed === this.#changes;
  }

  /** Says that something changed. */
  touch(): void {
    this.#changes += 1;
    const now = performance.now();
    const pause = Math.min(this.#lastDuration, LONGEST_DELAY);
    this.#schedule(now - this.#lastTouch > pause ? 0 : pause);
    this.#lastTouch = now;
  }

  /** The analysis of everything that is known by now; null where there can be none. */
  async current(): Promise<Analysis | null> {
    while (!this.#disposed && this.#analysed !== this.#changes) {
      this.#schedule(0);
      await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
    }
    return this.#disposed ? null : this.#latest;
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#release();
  }

  #schedule(delay: number): void {
    if (this.#running || this.#disposed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#run();
    }, delay);
  }

  async #run(): Promise<void> {
    this.#running = true;
    const changes = this.#changes;
    const started = performance.now();
    let analysis: Analysis | null = null;
    try {
      analysis = await this.#inSlices(this.#host.begin(), changes);
    } catch (error) {
      this.#analysed = changes;
      this.#host.onFailure(error);
    }
    this.#running = false;
    if (this.#disposed) return;
    if (analysis !== null) {
      this.#lastDuration = performance.now() - started;
      this.#latest = analysis;
      this.#analysed = changes;
      this.#host.onAnalysis(analysis);
    }
    if (this.#analysed === this.#changes) this.#release();
    else this.#schedule(this.#waiting.length > 0 ? 0 : Math.min(this.#lastDuration, LONGEST_DELAY));
  }

  /** null where something changed meanwhile: what it would say is old. */
  async #inSlices(steps: Generator<void, Analysis>, changes: number): Promise<Analysis | null> {
    for (let started = performance.now(); ;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - started < SLICE) continue;
      await nextTurn();
      if (this.#disposed || this.#changes !== changes) return null;
      started = performance.now();
    }
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Lets waiting messages be read. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0); });
}
