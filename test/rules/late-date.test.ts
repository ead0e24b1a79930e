import assert from 'node:assert/strict';
import { findings } from './checking.ts';

const only = ['late-date'];

function inObjective(body: string, period = 'period 2026-Q2'): string {
  return `period spring 2026-03-01 .. 2026-05-31\nobjective a "A" {\n${period}\n${body}\n}`;
}

describe('late-date', () => {
  it('the first and the last day of the period lie in it', () => {
    for (const date of ['2026-04-01', '2026-06-30', '2026-Q2', '2026-05', 'spring']) {
      assert.deepEqual(findings(inObjective(`kr "K" done by ${date}`), { only }), [], date);
    }
    for (const date of ['2026-03-31', '2026-07-01', '2026-H2', '2026']) {
      assert.deepEqual(findings(inObjective(`kr "K" done by ${date}`), { only }), ['4: late-date'], date);
    }
  });

  it('finds a `by` on a line of its own, and one of a key result without a measure', () => {
    assert.deepEqual(findings(inObjective('kr "K" {\ndone\nby 2026-07-01\n}\nkr "L" by 2026-07-02'), { only }), ['6: late-date', '8: late-date']);
  });

  it('spares a date, a name or a period that cannot be told', () => {
    for (const date of ['2026-02-30', '2026-Q7', 'summer']) assert.deepEqual(findings(inObjective(`kr "K" done by ${date}`), { only }), [], date);
    for (const period of ['', 'period summer', 'period 2026-06-30 .. 2026-04-01']) {
      assert.deepEqual(findings(inObjective('kr "K" done by 2027-01-01', period), { only }), [], period);
    }
  });

  it('an initiative may begin earlier and may not end later', () => {
    assert.deepEqual(findings(inObjective('initiative i "I" { period 2026-01-01 .. 2026-06-30 }'), { only }), []);
    assert.deepEqual(findings(inObjective('initiative i "I" { period 2026-04-01 .. 2026-07-01 }'), { only }), ['4: late-date']);
    assert.deepEqual(findings(inObjective('initiative i "I"'), { only }), []);
  });

  it('a top-level initiative is bound by nothing', () => {
    assert.deepEqual(findings(`${inObjective('kr k "K" done')}\ninitiative i "I" { advances a.k period 2027 }`, { only }), []);
  });

  it('holds for what is paused, and not for what is closed or a draft', () => {
    assert.deepEqual(findings(inObjective('status paused\nkr "K" done by 2026-07-01'), { only }), ['5: late-date']);
    assert.deepEqual(findings(inObjective('kr "K" done by 2026-07-01 { status paused }'), { only }), ['4: late-date']);
    for (const status of ['draft', 'done', 'dropped']) {
      assert.deepEqual(findings(inObjective(`kr "K" done by 2026-07-01 { status ${status} }`), { only }), [], status);
    }
  });
});
