import assert from 'node:assert/strict';
import { check, findings } from './checking.ts';

const only = ['missing-period'];

describe('missing-period', () => {
  it('spares a period that is written, whatever is wrong with it', () => {
    for (const period of ['spring', '2026-Q9', '2026-05-01 .. 2026-04-01', 'ada']) {
      assert.deepEqual(findings(`person ada\nobjective a "A" { period ${period} }`, { only }), [], period);
    }
  });

  it('spares what is not active, and what has a syntax error in it', () => {
    for (const body of ['status draft', 'status paused', 'status done', 'status dropped', 'kr 5 "x"', 'perod 2026-Q1']) {
      assert.deepEqual(findings(`objective a "A" { ${body} }`, { only }), [], body);
    }
  });

  it('spares the later declaration of a name', () => {
    assert.deepEqual(findings('objective a "A" { period 2026-Q1 }\nobjective a "A again"', { only }), []);
  });

  it('names the declared periods that are running, else the quarter', () => {
    const message = (source: string): string => check(source).diagnostics.find(({ code }) => code === 'missing-period')?.message ?? '';
    assert.match(message('objective a "A"'), /Objective 'A' \(a\) has no period\..*`2026-Q1`/);
    assert.match(message('objective a "A"\nperiod spring 2026-02-01 .. 2026-04-30\nperiod old 2025-02-01 .. 2025-04-30'), /such as `spring`\.$/);
  });
});
