/** The analysis of a root while it is being edited. */

import assert from 'node:assert/strict';
import type { AnalysisChange } from '../../server/kept-analysis.ts';
import { LiveAnalysis, type Work } from '../../server/workspace/live-analysis.ts';

/** An analysis in a few steps, each of which keeps the thread for as long as a slice; it knows the text as it was when it began. */
class Bench {
  text = '';
  begun = 0;
  readonly finished: string[] = [];
  readonly failures: unknown[] = [];
  steps = 3;
  broken = false;
  inPlace = false;
  /** What was begun with another one is of no use. */
  settings = '';
  /** The files of which each finished analysis told. */
  readonly told: (readonly string[])[] = [];
  readonly live = new LiveAnalysis({
    begin: () => this.#begin(),
    onAnalysis: ({ analysis, files }) => {
      this.finished.push(String(analysis.past));
      this.told.push([...files]);
    },
    onFailure: (error) => { this.failures.push(error); },
  });

  #begin(): Work {
    this.begun += 1;
    const { settings } = this;
    return { steps: this.#work(), inPlace: this.inPlace, isObsolete: () => settings !== this.settings };
  }

  * #work(): Generator<void, AnalysisChange> {
    const { text } = this;
    for (let step = 0; step < this.steps; step += 1) {
      for (const start = performance.now(); performance.now() - start < 12;);
      yield;
    }
    if (this.broken) throw new Error('A rule that fails');
    // Only what the test looks at.
    return { analysis: { past: text }, files: new Set([`${text}.strategy`]) } as unknown as AnalysisChange;
  }

  edit(text: string): void {
    this.text = text;
    this.live.touch();
  }
}

describe('the analysis of a root', () => {
  let bench: Bench;

  beforeEach(() => { bench = new Bench(); });
  afterEach(() => { bench.live.dispose(); });

  it('knows the last edit when somebody asks for it', async () => {
    bench.edit('a');
    bench.edit('b');
    assert.equal((await bench.live.current())?.past, 'b');
    assert.deepEqual(bench.finished, ['b']);
  });

  it('goes on where an edit comes in the middle, takes that over afterwards, and tells of both at once', async () => {
    bench.edit('old');
    const asked = bench.live.current();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    assert.equal(bench.begun, 1);
    bench.edit('new');
    assert.equal((await asked)?.past, 'new');
    assert.deepEqual(bench.finished, ['new']);
    assert.deepEqual(bench.told, [['old.strategy', 'new.strategy']]);
    assert.equal(bench.begun, 2);
  });

  it('is begun anew where what was begun is of no use any more', async () => {
    bench.steps = 20;
    bench.edit('old');
    const asked = bench.live.current();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    bench.settings = 'other';
    bench.edit('new');
    assert.equal((await asked)?.past, 'new');
    assert.deepEqual(bench.told, [['new.strategy']]);
  });

  it('gives nobody what is being changed in place', async () => {
    bench.edit('first');
    await bench.live.current();
    bench.inPlace = true;
    bench.edit('second');
    const asked = bench.live.current();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    assert.equal(bench.begun, 2);
    const meanwhile = bench.live.latest;
    assert.equal(meanwhile, null);
    assert.equal((await asked)?.past, 'second');
    assert.ok(bench.live.latest !== null);
  });

  it('gives the last one while another is made', async () => {
    bench.edit('first');
    await bench.live.current();
    bench.edit('second');
    const asked = bench.live.current();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    assert.equal(bench.live.latest?.past, 'first');
    await asked;
  });

  it('lets other work be done between its steps', async () => {
    bench.steps = 20;
    bench.edit('long');
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (bench.finished.length === 0) setTimeout(count, 0);
    };
    count();
    await bench.live.current();
    assert.ok(turns >= 10, `${turns} turns`);
  });

  it('is done once for edits that come together', async () => {
    for (const text of ['a', 'b', 'c', 'd']) bench.edit(text);
    await bench.live.current();
    assert.equal(bench.begun, 1);
  });

  it('keeps what it knew where a rule fails, tells of the failure, and goes on with the next edit', async () => {
    bench.edit('well');
    await bench.live.current();
    bench.broken = true;
    bench.edit('broken');
    assert.equal((await bench.live.current())?.past, 'well');
    assert.equal(bench.failures.length, 1);
    bench.broken = false;
    bench.edit('mended');
    assert.equal((await bench.live.current())?.past, 'mended');
  });

  it('knows nothing where changing it in place failed', async () => {
    bench.edit('well');
    await bench.live.current();
    Object.assign(bench, { broken: true, inPlace: true });
    bench.edit('broken');
    assert.equal(await bench.live.current(), null);
    Object.assign(bench, { broken: false, inPlace: false });
    bench.edit('mended');
    assert.equal((await bench.live.current())?.past, 'mended');
  });

  it('answers null to whoever still waits when the root is gone', async () => {
    bench.edit('a');
    const asked = bench.live.current();
    bench.live.dispose();
    assert.equal(await asked, null);
  });
});
