/**
 * The analysis of one root, kept up with its edits. An edit is taken over at once, as soon as the messages that are there
 * are read; what takes long is done in short slices between which further messages are answered. While edits follow each
 * other fast and take long they are put off, so that typing never waits.
 */

import type { Analysis } from '../analysis.ts';
import type { AnalysisChange } from '../kept-analysis.ts';
import type { Steps } from '../model/steps.ts';
import { nextTurn, soon } from '../turns.ts';

/** How long a slice may take, in milliseconds. */
const SLICE = 10;
/** The longest time for which an analysis is put off after an edit, in milliseconds. */
const LONGEST_DELAY = 250;

/** The taking over of what changed. */
export interface Work {
  /** Each step is short. */
  readonly steps: Steps<AnalysisChange>;
  /** Whether it changes the latest analysis in place, which nobody may read meanwhile. */
  readonly inPlace: boolean;
  /** Whether it is of no use any more, so that it is to be left half done. */
  readonly isObsolete: () => boolean;
}

export interface LiveAnalysisHost {
  /** Begins to take over what changed by now. */
  begin(): Work;
  /** Told of each analysis that is up to date, with the files of which the findings may be others than when it was last told. */
  onAnalysis(change: AnalysisChange): void;
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
  /** When the next run is due; null where none is. */
  #scheduled: { readonly cancel: () => void } | null = null;
  #running: Work | null = null;
  #disposed = false;
  /** Files that changed and were not told of yet, since the analysis was not up to date. */
  #untold = new Set<string>();
  #waiting: (() => void)[] = [];

  constructor(host: LiveAnalysisHost) {
    this.#host = host;
  }

  /** The last analysis, which may be older than the last edit; null before the first, and while it is being changed. */
  get latest(): Analysis | null {
    return this.#running?.inPlace === true ? null : this.#latest;
  }

  /** Whether the last analysis knows everything. */
  get isCurrent(): boolean {
    return this.#analysed === this.#changes;
  }

  /** Says that something changed. */
  touch(): void {
    this.#changes += 1;
    const now = performance.now();
    const pause = this.#pause();
    this.#schedule(now - this.#lastTouch > pause ? 0 : pause);
    this.#lastTouch = now;
  }

  /** The analysis of everything that is known by now; null where there can be none. */
  async current(): Promise<Analysis | null> {
    while (!this.#disposed && !this.isCurrent) {
      this.#schedule(0);
      await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
    }
    return this.#disposed ? null : this.latest;
  }

  dispose(): void {
    this.#disposed = true;
    this.#scheduled?.cancel();
    this.#release();
  }

  /** What is done within a slice is never put off. */
  #pause(): number {
    return this.#lastDuration < SLICE ? 0 : Math.min(this.#lastDuration, LONGEST_DELAY);
  }

  #schedule(delay: number): void {
    if (this.#running !== null || this.#disposed) return;
    this.#scheduled?.cancel();
    this.#scheduled = after(delay, () => {
      this.#scheduled = null;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    const changes = this.#changes;
    const started = performance.now();
    let change: AnalysisChange | null = null;
    const work = this.#host.begin();
    this.#running = work;
    try {
      change = await this.#inSlices(work);
    } catch (error) {
      this.#analysed = changes;
      if (work.inPlace) this.#latest = null;
      this.#host.onFailure(error);
    }
    this.#running = null;
    if (this.#disposed) return;
    if (change !== null) {
      this.#lastDuration = performance.now() - started;
      this.#latest = change.analysis;
      this.#analysed = changes;
      for (const path of change.files) this.#untold.add(path);
      if (this.isCurrent) {
        const files = this.#untold;
        this.#untold = new Set();
        this.#host.onAnalysis({ ...change, files });
      }
    }
    if (this.isCurrent) this.#release();
    else this.#schedule(this.#waiting.length > 0 ? 0 : this.#pause());
  }

  /** null where it came to be of no use. */
  async #inSlices({ steps, isObsolete }: Work): Promise<AnalysisChange | null> {
    for (let started = performance.now(); ;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - started < SLICE) continue;
      await nextTurn();
      if (this.#disposed || isObsolete()) return null;
      started = performance.now();
    }
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function after(delay: number, work: () => void): { readonly cancel: () => void } {
  if (delay > 0) {
    const timer = setTimeout(work, delay);
    return { cancel: () => { clearTimeout(timer); } };
  }
  let cancelled = false;
  soon(() => { if (!cancelled) work(); });
  return { cancel: () => { cancelled = true; } };
}
