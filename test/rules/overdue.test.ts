import assert from 'node:assert/strict';
import { check, findings } from './checking.ts';

const only = ['overdue'];

describe('overdue', () => {
  it('begins on the day after the last', () => {
    const source = 'objective a "A" { period 2026-01-01 .. 2026-02-28\nkr "K" from 1 to 5 now 2 }';
    assert.deepEqual(findings(source, { asOf: '2026-02-28', only }), []);
    assert.deepEqual(findings(source, { asOf: '2026-03-01', only }), ['1: overdue']);
  });

  it('ends when the objective is past', () => {
    const source = 'objective a "A" { period 2026-01-01 .. 2026-02-28\nkr "K" from 1 to 5 now 2 }';
    assert.deepEqual(findings(source, { asOf: '2026-05-29', only }), ['1: overdue']);
    assert.deepEqual(findings(source, { asOf: '2026-05-30', only }), []);
    assert.equal(check(source, { asOf: '2026-05-30' }).past, 1);
  });

  it('what is reached is not overdue; what has no score is', () => {
    const objective = (measure: string): string => `objective a "A" { period 2025-Q4\nkr "K" ${measure} }`;
    for (const measure of ['from 1 to 5 now 5', 'from 1 to 5 now 7', 'done now done', 'at most 3 now 3']) {
      assert.deepEqual(findings(objective(measure), { only }), [], measure);
    }
    for (const measure of ['from 1 to 5 now 4.9', 'from 1 to 5', 'from ? to 5', '', 'done now 99%']) {
      assert.deepEqual(findings(objective(measure), { only }), ['1: overdue'], measure);
    }
    assert.deepEqual(findings('objective a "A" { period 2025-Q4 }', { only }), ['1: overdue']);
  });

  it('says nothing of what stands in an overdue objective', () => {
    const source = `objective a "A" { period 2025-Q4
kr "K" done by 2025-11-30
initiative i "I" { period 2025-11 }
}`;
    assert.deepEqual(findings(source, { only }), ['1: overdue']);
    assert.deepEqual(findings(source.replace('2025-Q4', '2025-10-01 .. 2026-03-31'), { only }), ['2: overdue', '3: overdue']);
  });

  it('looks at the own `by` of a key result, of any measure but a health measure', () => {
    const objective = (kr: string): string => `objective a "A" { period 2026-H1\nkr "K" ${kr} }`;
    for (const kr of ['done by 2026-02-28', 'from 1 to 5 by 2026-02', 'by 2026-01-31', 'at least 5 by 2026-02-01 now 4']) {
      assert.deepEqual(findings(objective(kr), { only }), ['2: overdue'], kr);
    }
    for (const kr of ['done by 2026-03-01', 'keep at most 5 by 2026-02-01 now 9', 'done now done by 2026-02-01', 'done by 2026-02-30', 'done']) {
      assert.deepEqual(findings(objective(kr), { only }), [], kr);
    }
  });

  it('looks at the own period of an initiative, at the top or in an objective that is not overdue', () => {
    assert.deepEqual(findings('initiative i "I" { period 2026-02 }\ninitiative j "J"', { only }), ['1: overdue']);
    assert.deepEqual(findings('objective a "A" { period 2026-H1\ninitiative i "I" { period 2026-02 }\ninitiative j "J" }', { only }), ['2: overdue']);
    // Reached, and so not overdue: what goes on in it is said again.
    assert.deepEqual(findings('objective a "A" { period 2026-01\nkr "K" done now done\ninitiative i "I" { period 2026-02 }\ninitiative j "J" }', { only }), ['3: overdue']);
  });

  it('spares what is not active', () => {
    for (const status of ['draft', 'paused', 'done', 'dropped']) {
      assert.deepEqual(findings(`objective a "A" { period 2025-Q4\nstatus ${status} }\ninitiative i "I" { period 2026-02\nstatus ${status} }`, { only }), [], status);
    }
  });

  it('spares what has no period, or one that cannot be told', () => {
    assert.deepEqual(findings('objective a "A"\nobjective b "B" { period lost }\nobjective c "C" { period 2025-02-30 .. 2025-03-01 }', { only }), []);
  });
});
