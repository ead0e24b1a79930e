import assert from 'node:assert/strict';
import { findings } from './checking.ts';

const only = ['needs-later'];

describe('needs-later', () => {
  it('compares last days: a `by` before the period, an own period before the objective\'s', () => {
    const source = (a: string, b: string): string => `objective a "A" { period 2026-Q2\nkr k "K" ${a} {\nneeds b.k } }
objective b "B" { period 2026-Q2\nkr k "K" ${b} }`;
    assert.deepEqual(findings(source('done', 'done'), { only }), []);
    assert.deepEqual(findings(source('done', 'done by 2026-05-31'), { only }), []);
    assert.deepEqual(findings(source('done by 2026-05-31', 'done'), { only }), ['3: needs-later']);
    assert.deepEqual(findings(source('done by 2026-05-31', 'done by 2026-05-31'), { only }), []);
    assert.deepEqual(findings(source('done by 2026-05-31', 'done by 2026-06-01'), { only }), ['3: needs-later']);
    assert.deepEqual(findings(source('done by 2026-05-31', 'by 2026-06-01'), { only }), ['3: needs-later']);
  });

  it('an initiative ends with its own period, else with its objective\'s', () => {
    assert.deepEqual(findings(`initiative i "I" { period 2026-05
needs a.j, a.late }
objective a "A" { period 2026-H1
initiative j "J" { period 2026-04 }
initiative late "Late" }`, { only }), ['2: needs-later']);
  });

  it('spares what is closed or whose days cannot be told', () => {
    for (const needed of ['status done', 'status dropped', 'period lost', '']) {
      assert.deepEqual(findings(`objective a "A" { period 2026-Q1\nneeds b }\nobjective b "B" { ${needed.includes('period') ? '' : needed === '' ? '' : 'period 2027'}\n${needed} }`, { only }), [], needed);
    }
  });

  it('a draft or something paused may be late too', () => {
    for (const status of ['draft', 'paused']) {
      assert.deepEqual(findings(`objective a "A" { period 2026-Q1\nneeds b }\nobjective b "B" { period 2027\nstatus ${status} }`, { only }), ['2: needs-later'], status);
    }
  });

  it('leaves things that need each other to dependency-cycle', () => {
    const source = `objective a "A" { period 2026-Q1
needs b, later }
objective b "B" { period 2026-Q2
needs a }
objective later "L" { period 2026-Q3 }`;
    assert.deepEqual(findings(source, { only: [...only, 'dependency-cycle'] }), ['2: dependency-cycle', '2: needs-later']);
  });

  it('says nothing where one stands in the other', () => {
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\nneeds k\nkr k "K" done by 2026-05-01 }', { only }), []);
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\nkr k "K" done by 2026-02-01 { needs a } }', { only }), []);
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\ninitiative i "I" { period 2026-02\nneeds a } }', { only }), []);
  });

  it('leaves to late-date what is late for the objective in which both stand, and to nobody what stands elsewhere', () => {
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\nkr k "K" done {\nneeds l }\nkr l "L" done by 2026-05-01 }', { only: [...only, 'late-date'] }), ['4: late-date']);
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\nkr k "K" done {\nneeds b.l } }\nobjective b "B" { period 2026-Q1\nkr l "L" done by 2026-05-01 }', { only: [...only, 'late-date'] }),
      ['3: needs-later', '5: late-date']);
  });
});
