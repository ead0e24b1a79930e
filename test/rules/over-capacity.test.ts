/** `over-capacity`: whose efforts are summed, on which days, and against what. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstOverload } from '../../server/rules/peak-load.ts';
import { COMPANY } from '../../server/rules/example-company.ts';
import { day } from './checking.ts';
import { assertReports } from './reporting.ts';

function plan(team: string, ...initiatives: readonly string[]): string {
  return `${COMPANY}${team}
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-H1
  kr deploy "Time to first deploy falls" from 3d to 4h
${initiatives.map((line, index) => `  initiative i${index} "Initiative ${index}" { ${line} }\n`).join('')}}
`;
}

function assertPlan(team: string, ...initiatives: readonly string[]) {
  return assertReports('over-capacity', plan(team, ...initiatives));
}

describe('over-capacity', () => {
  it('takes a load equal to the capacity as fitting', () => {
    assertPlan('team core { capacity 0.3 engineers }', 'owner core effort 0.1 engineers', 'owner core effort 0.2 engineers');
  });

  it('sums only what is on the same day', () => {
    assertPlan('team core { capacity 3 }', 'owner core period 2026-03-01 .. 2026-03-10 effort 2', 'owner core period 2026-03-11 .. 2026-03-20 effort 2');
    assertPlan('team «core» { capacity 3 }', 'owner core period 2026-03-01 .. 2026-03-10 effort 2', 'owner core period 2026-03-10 .. 2026-03-20 effort 2');
  });

  it('passes over the days before as-of', () => {
    assertPlan('team core { capacity 3 }', 'owner core period 2026-01-01 .. 2026-02-28 effort 2', 'owner core period 2026-02-01 .. 2026-06-30 effort 2');
    assertPlan('team «core» { capacity 3 }', 'owner core period 2026-01-01 .. 2026-03-01 effort 2', 'owner core period 2026-02-01 .. 2026-06-30 effort 2');
  });

  it('compares efforts in days with a capacity in weeks, and leaves out what does not compare', () => {
    assertPlan('team core { capacity 2w }', 'owner core effort 10d', 'owner core effort 4d', 'owner core effort $90k', 'owner core effort 3 engineers');
    assertPlan('team «core» { capacity 2w }', 'owner core effort 10d', 'owner core effort 4d', 'owner core effort 1h');
  });

  it('takes a plain capacity for any unit word, and plain efforts for the capacity\'s', () => {
    assertPlan('team «core» { capacity 3 }', 'owner core effort 2 engineers', 'owner core effort 2');
  });

  it('counts the whole effort for every owner, and nothing of its members for a team', () => {
    assertPlan('team «core» { capacity 3 }\nperson «ann» in core { capacity 3 }', 'owner core, ann effort 4');
    assertPlan('team core { capacity 3 }\nperson ann in core\nteam sub in core', 'owner ann effort 4', 'owner sub effort 4');
    assertPlan('team core { capacity 3 }', 'owner core, core effort 2');
  });

  it('counts only active initiatives with an effort and days that are known', () => {
    assertPlan('team core { capacity 3 }', 'owner core effort 2', 'owner core effort ?', 'owner core', 'owner core effort 2 status paused',
      'owner core effort 2 status draft', 'owner core effort 2 status done', 'owner core effort 2 period 2026-Q9', 'owner core effort 2 period nowhere');
  });

  it('takes a negative effort or capacity as not written', () => {
    assertPlan('team core { capacity -3 }', 'owner core effort 2');
    assertPlan('team «core» { capacity 3 }', 'owner core effort 4', 'owner core effort -2');
  });

  it('counts initiatives at the top, and not one without a period', () => {
    const top = (period: string) => `${COMPANY}team core { capacity 3 }\ninitiative a "A" { owner core ${period} effort 4 }\n`;
    assertReports('over-capacity', top(''));
    assertReports('over-capacity', top('period 2026-Q2').replace('team core', 'team «core»'));
  });

  it('names the initiatives of the first day that is too much as related places', () => {
    const [finding] = assertPlan('team «core» "Core" { capacity 3 engineers }',
      'owner core period 2026-04-01 .. 2026-04-30 effort 2 engineers', 'owner core period 2026-04-20 .. 2026-05-30 effort 2 engineers',
      'owner core period 2026-05-01 .. 2026-05-30 effort 3 engineers');
    assert.deepEqual(finding?.related.map(({ message }) => message), [
      "Initiative 'Initiative 0' (self-serve.i0) needs 2 engineers on 2026-04-20.",
      "Initiative 'Initiative 1' (self-serve.i1) needs 2 engineers on 2026-04-20.",
    ]);
  });

  it('finds the first day that a count of every day finds', () => {
    const load = fc.record({ start: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 0, max: 15 }), weight: fc.integer({ min: 0, max: 4 }) });
    fc.assert(fc.property(fc.array(load, { maxLength: 12 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }), (loads, from, limit) => {
      const items = loads.map(({ start, length, weight }) => ({ item: 0, start, end: start + length, weight }));
      let expected: number | null = null;
      for (let at = from; at <= 60 && expected === null; at += 1) {
        const sum = items.filter(({ start, end }) => start <= at && at <= end).reduce((total, { weight }) => total + weight, 0);
        if (sum > limit) expected = at;
      }
      assert.equal(firstOverload(items, (day('1970-01-01') + from) as ReturnType<typeof day>, limit)?.day ?? null, expected);
    }));
  });
});
