import assert from 'node:assert/strict';
import { findings } from './checking.ts';

const only = ['stale-checkin'];

/** An objective of 2026-H1 beside one in which somebody checks in. */
function strategy(kr: string, other = ''): string {
  return `objective team "T" { period 2026-H1\nkr "C" from 1 to 9 { checkin 2026-02-20 3 } }
objective a "A" { period 2026-H1
kr ${kr}
}
${other}`;
}

describe('stale-checkin', () => {
  it('begins on the day after `days` days', () => {
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-01-30 2 }'), { only }), []);
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-01-29 2 }'), { only }), ['4: stale-checkin']);
    const settings = { rules: { 'stale-checkin': ['info', { days: 31 }] } };
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-01-29 2 }'), { only, settings }), []);
  });

  it('counts from the first day of the period where there was no check-in in it', () => {
    const late = 'objective team "T" { period 2026-H1\nkr "C" from 1 to 9 { checkin 2026-02-20 3 } }\n';
    assert.deepEqual(findings(`${late}objective a "A" { period 2026-01-30 .. 2026-04-30\nkr "K" from 1 to 5 { checkin 2025-11-01 1 } }`, { only }), []);
    assert.deepEqual(findings(`${late}objective a "A" { period 2026-01-29 .. 2026-04-30\nkr "K" from 1 to 5 { checkin 2025-11-01 1 } }`, { only }), ['4: stale-checkin']);
  });

  it('takes check-ins of the metric, notes and values that are not known; not those to come or that do not fit', () => {
    const metric = (checkin: string): string => strategy('"K" { metric m from 1 to 5 }', `metric m "M" { unit users ${checkin} }`);
    assert.deepEqual(findings(metric('checkin 2026-02-10 2'), { only }), []);
    assert.deepEqual(findings(metric('checkin 2026-03-10 2'), { only }), ['4: stale-checkin']);
    assert.deepEqual(findings(metric('checkin 2026-02-10 2%'), { only }), ['4: stale-checkin']);
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-02-10 "Nothing new" }'), { only }), []);
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-02-10 ? }'), { only }), []);
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-02-10 $2 }'), { only }), ['4: stale-checkin']);
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-03-02 2 }'), { only }), ['4: stale-checkin']);
  });

  it('spares milestones, health measures, what is reached, what has no score and what is not active', () => {
    for (const kr of ['"K" done', '"K" keep at most 5 now 4', '"K" from 1 to 5 now 5', '"K" from ? to 5', '"K"', '"K" { metric lost from 1 to 5 }',
      '"K" from 1 to 5 { status paused }', '"K" from 1 to 5 by 2026-02-28', '"K" from 1 to 5 { status draft }']) {
      assert.deepEqual(findings(strategy(kr), { only }), [], kr);
    }
    for (const kr of ['"K" from 1 to 5', '"K" at least 5 now 4', '"K" between 1 and 5 now 9', '"K" from 1 to 5 by 2026-03-01']) {
      assert.deepEqual(findings(strategy(kr), { only }), ['4: stale-checkin'], kr);
    }
  });

  it('is silent in a strategy without check-ins up to as-of', () => {
    assert.deepEqual(findings('objective a "A" { period 2026-H1\nkr "K" from 1 to 5 }', { only }), []);
    assert.deepEqual(findings('objective a "A" { period 2026-H1\nkr "K" from 1 to 5 { checkin 2026-03-05 2 } }', { only }), []);
    assert.deepEqual(findings('metric m "M" { unit x checkin 2026-02-10 2x }\nobjective a "A" { period 2026-H1\nkr "K" from 1 to 5 }', { only }), []);
  });

  it('leaves a date that is none to invalid-period', () => {
    assert.deepEqual(findings(strategy('"K" from 1 to 5 { checkin 2026-02-30 2 }'), { only: [...only, 'invalid-period'] }), ['4: invalid-period']);
    assert.deepEqual(findings(strategy('"K" { metric m from 1 to 5 }', 'metric m "M" { unit users checkin 2026-02-30 2 }'), { only }), []);
  });

  it('is silent of a key result with a syntax error in it', () => {
    assert.deepEqual(findings(strategy('k "K" from 1 to 5 {\ncheckin 2026-02-28 1,200\n}'), { only }), []);
  });
});
