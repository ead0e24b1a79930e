/** The analysis of a root while it is being edited. */

import assert from 'node:assert/strict';
import type { Analysis } from '../../server/analysis.ts';
import { LiveAnalysis } from '../../server/workspace/live-analysis.ts';

/** An analysis in a few steps, each of which keeps the thread for as long as a slice; it knows the text as it was when it began. */
class Bench {
  text = '';
  begun = 0;
  readonly finished: string[] = [];
  readonly failures: unknown[] = [];
  steps = 3;
  broken = false;
  readonly live = new LiveAnalysis({
    begin: () => this.#begin(),
    onAnalysis: (analysis) => { this.finished.push(String(analysis.past)); },
    onFailure: (error) => { this.failures.push(error); },
  });

  * #begin(): Generator<void, Analysis> {
    this.begun += 1;
    const { text } = this;
    for (let step = 0; step < this.steps; step += 1) {
      for (const start = performance.now(); performance.now() - start < 12;);
      yield;
    }
    if (this.broken) throw new Error('A rule that fails');
    // Only what the test looks at.
    return { past: text } as unknown as Analysis;
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

  it('is begun anew where an edit comes in the middle, and says nothing of what was before it', async () => {
    bench.edit('old');
    const asked = bench.live.current();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    assert.equal(bench.begun, 1);
    bench.edit('new');
    assert.equal((await asked)?.past, 'new');
    assert.deepEqual(bench.finished, ['new']);
    assert.equal(bench.begun, 2);
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

  it('answers null to whoever still waits when the root is gone', async () => {
    bench.edit('a');
    const asked = bench.live.current();
    bench.live.dispose();
    assert.equal(await asked, null);
  });
});
