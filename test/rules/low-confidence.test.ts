import assert from 'node:assert/strict';
import { check, findings } from './checking.ts';

const only = ['low-confidence'];

function kr(body: string, type = ''): string {
  return `objective a "A" { period 2026-Q1 ${type}\nkr "K" from 1 to 9 {\n${body} } }`;
}

describe('low-confidence', () => {
  it('the limits themselves are high enough', () => {
    for (const confidence of ['4/10', '40%', '2/5', '10/10']) assert.deepEqual(findings(kr(`confidence ${confidence}`), { only }), [], confidence);
    for (const confidence of ['3.9/10', '39%', '1/5', '0%']) assert.deepEqual(findings(kr(`confidence ${confidence}`), { only }), ['3: low-confidence'], confidence);
    assert.deepEqual(findings(kr('confidence 7/10', 'type committed'), { only }), []);
    assert.deepEqual(findings(kr('confidence 6.9/10', 'type committed'), { only }), ['3: low-confidence']);
    assert.deepEqual(findings(kr('confidence 6.9/10', 'type aspirational'), { only }), []);
  });

  it('the latest check-in that has one counts, of one day the last, whatever the order', () => {
    assert.deepEqual(findings(kr('confidence 1/10\ncheckin 2026-02-02 2 confidence 8/10'), { only }), []);
    assert.deepEqual(findings(kr('checkin 2026-02-20 4 confidence 3/10\ncheckin 2026-02-02 2 confidence 8/10\ncheckin 2026-02-25 5'), { only }), ['3: low-confidence']);
    assert.deepEqual(findings(kr('checkin 2026-02-20 4 confidence 8/10\ncheckin 2026-02-20 4 confidence 3/10'), { only }), ['4: low-confidence']);
    assert.deepEqual(findings(kr('confidence 8/10\ncheckin 2026-03-20 4 confidence 3/10'), { only }), []);
  });

  it('spares what is reached and what is not active, and not what has no score', () => {
    assert.deepEqual(findings(kr('confidence 1/10\nnow 9'), { only }), []);
    assert.deepEqual(findings(kr('confidence 1/10\nstatus paused'), { only }), []);
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\nkr "K" { confidence 1/10 } }', { only }), ['2: low-confidence']);
    assert.deepEqual(findings('objective a "A" { period 2026-Q1\nkr "K" keep at most 3 { confidence 1/10 } }', { only }), ['2: low-confidence']);
  });

  it('what is no confidence is not low', () => {
    for (const confidence of ['3', '-5%', '11/10', '$3']) assert.deepEqual(findings(kr(`confidence ${confidence}`), { only }), [], confidence);
  });

  it('obeys its options, and says which limit it is', () => {
    const settings = { rules: { 'low-confidence': ['info', { min: 0.5, committed: '90%' }] } };
    assert.deepEqual(findings(kr('confidence 45%'), { only, settings }), ['3: low-confidence']);
    const [finding] = check(kr('confidence 85%', 'type committed'), { settings }).diagnostics.filter(({ code }) => code === 'low-confidence');
    assert.match(finding?.message ?? '', /confidence of 85%, below 90%, though its objective is committed/);
  });
});
