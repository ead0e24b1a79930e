/** Progress, current value and start of a key result (language.md section 5). */

import assert from 'node:assert/strict';
import { assertClose, onlyKeyResult } from './reading.ts';

describe('progress', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['from 10 to 20 now 15', 0.5],
    ['from 20 to 10 now 15', 0.5],
    ['from 10 to 20 now 5', -0.5],
    ['from 10 to 20 now 25', 1.5],
    ['from 10 to 10 now 10', null],
    ['from 3d to 4h now 2d', 24 / 68],
    ['from 500MB to 1GB now 750MB', 0.5],
    ['from 1_200 up 25% now 1_350', 0.5],
    ['from 40 users up 10 users now 45 users', 0.5],
    ['from 18% up 5pp now 20%', 0.4],
    ['from 50 down 10% now 48', 0.4],
    ['from -100 up 50% now -75', 0.5],
    ['from 3 times 2 now 6', 1],
    ['up 25% now 10', null],
    ['to 20 now 15', 0.75],
    ['to 0 incidents now 2 incidents', 0],
    ['to 0 incidents now 0 incidents', 1],
    ['at least 40 now 30', 0.75],
    ['at least 40 now 41', 1],
    ['at least -5 now -6', 0],
    ['at least 5 now -1', 0],
    ['at most 40 now 50', 0.8],
    ['at most 40 now 40', 1],
    ['at most 0 now 1', 0],
    ['between 10 and 20 now 20', 1],
    ['between 10 and 20 now 21', 0],
    ['keep at most 0.5% now 0.4%', 1],
    ['keep at most 0.5% now 0.6%', 0],
    ['keep between 1 and 2 now 1', 1],
    ['keep at most 0.5%', null],
    ['done', 0],
    ['done now done', 1],
    ['done now not done', 0],
    ['done now 66%', 0.66],
    ['from 10 to 20', 0],
    ['from ? to 20 now 15', null],
    ['from 10 to ? now 15', null],
    ['from 10 to ?', null],
    ['from 10% to 20 users now 15%', null],
    ['between 20 and 10 now 15', null],
    ['from 10 to 20 now ?', 0],
    ['from 10 to 20 now done', 0],
    ['from 10% to 20 users now done', null],
    ['from 10 to 20 now 7/5', 0],
    ['', null],
  ];
  for (const [measure, progress] of cases) {
    it(`of '${measure}' is ${progress ?? 'unknown'}`, () => { assertClose(onlyKeyResult(`kr k "K" ${measure}`).progress, progress); });
  }

  it('is unknown where units clash beside an invalid now', () => {
    assert.equal(onlyKeyResult('kr k "K" { metric m at least 5 users now 7/5 }', 'metric m "M" { unit % }').progress, null);
    assert.equal(onlyKeyResult('kr k "K" { metric m at least 5% now 7/5 }', 'metric m "M" { unit % }').progress, 0);
  });

  it('of a milestone is 1 when its own status says done', () => {
    assert.equal(onlyKeyResult('kr k "K" done { status done }').progress, 1);
  });

  it('is marked where there is no data, and not where the value is at the start', () => {
    assert.equal(onlyKeyResult('kr k "K" from 10 to 20').noData, true);
    assert.equal(onlyKeyResult('kr k "K" from 10 to 20 now 10').noData, false);
  });

  it('lies outside 0 … 1 while the score does not', () => {
    assert.equal(onlyKeyResult('kr k "K" from 10 to 20 now 30').score, 1);
    assert.equal(onlyKeyResult('kr k "K" from 10 to 20 now 0').score, 0);
  });
});

describe('the current value', () => {
  it('is that of the latest check-in up to as-of', () => {
    const kr = 'kr k "K" from 0 to 10 now 1 {\n checkin 2026-02-20 4\n checkin 2026-02-10 3\n checkin 2026-03-02 9\n }';
    assert.equal(onlyKeyResult(kr).current?.amount, 4);
    assert.equal(onlyKeyResult(kr, '', '2026-03-02').current?.amount, 9);
    assert.equal(onlyKeyResult(kr, '', '2026-01-31').current?.amount, 1);
  });

  it('is the last written of one date, passing over those without a value', () => {
    assert.equal(onlyKeyResult('kr k "K" from 0 to 10 {\n checkin 2026-02-20 4\n checkin 2026-02-20 5\n checkin 2026-02-20 ?\n checkin 2026-02-21 "a note"\n }').current?.amount, 5);
  });

  it('passes over a check-in that does not fit', () => {
    assert.equal(onlyKeyResult('kr k "K" from 0% to 10% {\n checkin 2026-02-20 4%\n checkin 2026-02-21 5 users\n }').current?.amount, 4);
  });

  it("is the metric's where the key result says nothing", () => {
    const metric = 'metric m "M" {\n unit h\n now 3h\n checkin 2026-02-01 2h\n}';
    const current = onlyKeyResult('kr k "K" { metric m from 1h to 4h }', metric).current;
    assert.deepEqual([current?.amount, current?.source], [7200, 'metric']);
  });
});

describe('the start of a change without one', () => {
  const metric = 'metric m "M" {\n unit users\n now 50 users\n checkin 2025-12-20 10 users\n checkin 2026-01-01 20 users\n checkin 2026-02-01 30 users\n}';

  it("is the metric's value on the first day of the period", () => {
    const { start, target } = onlyKeyResult('kr k "K" { metric m up 50% }', metric).reading ?? {};
    assert.deepEqual([start, target], [20, 30]);
  });

  it("of a relative change is else the metric's now; of `to` there is none", () => {
    const late = 'metric m "M" {\n unit users\n now 50 users\n}';
    assert.equal(onlyKeyResult('kr k "K" { metric m up 50% }', late).reading?.start, 50);
    assert.equal(onlyKeyResult('kr k "K" { metric m to 80 users }', late).reading?.start, null);
  });

  it('of `to` without one counts as at most where the metric should fall', () => {
    assertClose(onlyKeyResult('kr k "K" { metric m to 20 users now 25 users }', 'metric m "M" {\n unit users\n better down\n}').progress, 0.8);
  });
});
