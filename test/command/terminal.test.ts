import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { Output, type Stream } from '../../server/cli/output.ts';
import { Progress } from '../../server/cli/progress.ts';
import { shown, shownLines } from '../../server/model/shown.ts';
import { paintFor } from '../../server/cli/style.ts';

/** A stream that keeps what it gets, or fails with a system error. */
function stream({ isTTY = false, failsWith = null }: { readonly isTTY?: boolean; readonly failsWith?: string | null } = {}): Stream & { readonly text: () => string } {
  const parts: string[] = [];
  const writable = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (failsWith === null) parts.push(chunk.toString());
      done(failsWith === null ? null : Object.assign(new Error(failsWith), { code: failsWith }));
    },
  });
  return Object.assign(writable, { isTTY, text: () => parts.join('') });
}

describe('output', () => {
  it('that nobody reads any more is no failure, and nothing more is written', async () => {
    const [out, error] = [stream({ failsWith: 'EPIPE' }), stream()];
    const output = new Output(out, error);
    await output.write('one');
    await output.write('two');
    assert.deepEqual([output.failed, error.text()], [false, '']);
  });

  it('that cannot be written is told once', async () => {
    const [out, error] = [stream({ failsWith: 'ENOSPC' }), stream()];
    const output = new Output(out, error);
    await output.write('one');
    await output.write('two');
    assert.deepEqual([output.failed, error.text()], [true, 'throughline: standard output: could not be written: no space left on the disk\n']);
  });
});

describe('progress', () => {
  /** What a terminal gets where each step takes so many milliseconds. */
  function shownFor(steps: number, milliseconds: number, isTTY = true): string {
    let now = 1_000_000;
    const error = stream({ isTTY });
    const progress = new Progress(new Output(stream(), error), () => now);
    progress.begin('Reading');
    for (let step = 0; step < steps; step++) {
      now += milliseconds;
      progress.step();
    }
    progress.clear();
    return error.text();
  }

  it('is shown where a run is long, not more than ten times a second, and goes away', () => {
    assert.equal(shownFor(30, 21), '\r\u001b[KReading (24 files)\r\u001b[KReading (29 files)\r\u001b[K');
  });

  it('names the next stretch of a long run at once', () => {
    let now = 1_000_000;
    const error = stream({ isTTY: true });
    const progress = new Progress(new Output(stream(), error), () => now);
    progress.begin('Reading');
    progress.begin('Looking');
    now += 600;
    progress.step();
    progress.begin('Comparing');
    progress.clear();
    assert.equal(error.text(), '\r\u001b[KLooking (1 files)\r\u001b[KComparing\r\u001b[K');
  });

  it('is not shown in a short run, nor without a terminal', () => {
    assert.deepEqual([shownFor(40, 10), shownFor(1000, 21, false)], ['', '']);
  });
});

describe('colours', () => {
  for (const [isTerminal, environment, expected] of [
    [true, {}, true], [false, {}, false], [true, { NO_COLOR: '1' }, false], [true, { NO_COLOR: '' }, true], [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true], [true, { FORCE_COLOR: '0' }, false], [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ] as const) {
    it(`${expected ? 'are' : 'are not'} used ${isTerminal ? 'on a terminal' : 'through a pipe'} with ${JSON.stringify(environment)}`, () => {
      assert.equal(paintFor(isTerminal, environment)('x', 'red') !== 'x', expected);
    });
  }
});

describe('text of others', () => {
  it('shows what would move a terminal, and keeps everything else', () => {
    assert.equal(shown('a\tb\u001b[0m\u007f\u0085\u2028\u202e\u2066\ufeff\ud83d é 目 👩\u200d💻'), 'a␉b␛[0m␡<U+0085><U+2028><U+202E><U+2066><U+FEFF>\ufffd é 目 👩\u200d💻');
  });

  it('keeps line ends where lines are wanted', () => {
    assert.equal(shownLines('a\nb\r\nc'), 'a\nb␍\nc');
  });
});
