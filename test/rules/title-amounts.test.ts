/** Amounts in titles: what counts as one, and how it is read. */

import assert from 'node:assert/strict';
import type { Unit } from '../../grammar/quantity.ts';
import { titleAmounts, type TitleAmount } from '../../server/rules/title-amounts.ts';

const CUSTOMERS: Unit = { kind: 'word', word: 'customers' };
const OUT_OF_FIVE: Unit = { kind: 'score', denominator: 5 };

function shown({ value, unit }: TitleAmount): string {
  switch (unit.kind) {
    case 'none': return `${value}`;
    case 'currency': return `${value} ${unit.code}`;
    case 'percent': return `${value} %`;
    case 'points': return `${value} pp`;
    case 'multiple': return `${value} x`;
    case 'duration': return `${value * unit.scale} seconds`;
    case 'size': return `${value * unit.scale} bytes`;
    case 'score': return `${value} of ${unit.denominator}`;
    case 'word': return `${value} ${unit.word}`;
  }
}

function certain(title: string, unit: Unit | null = null): string[] {
  return titleAmounts(title, unit).certain.map(shown);
}

function possible(title: string, unit: Unit | null = null): string[] {
  return titleAmounts(title, unit).possible.map(shown);
}

describe('amounts in titles', () => {
  const amounts: readonly (readonly [title: string, expected: readonly string[], unit?: Unit])[] = [
    ['35% of trial teams deploy in week one', ['35 %']],
    ['Activation reaches 35 %, up from 18%.', ['35 %', '18 %']],
    ['Up by 5pp (or 5.5 pp)', ['5 pp', '5.5 pp']],
    ['ARR of $4.2M', ['4200000 USD']],
    ['ARR of 4.2M USD and €300k', ['4200000 USD', '300000 EUR']],
    ['300k € from partners, £20, ¥5_000', ['300000 EUR', '20 GBP', '5000 JPY']],
    ['Deploy in 4h, not 3 days', ['14400 seconds', '259200 seconds']],
    ['Answer within 200 ms', ['0.2 seconds']],
    ['Onboard in 2 Weeks', ['1209600 seconds']],
    ['Save 10k hours', ['36000000 seconds']],
    ['A page weighs 500kB, the app 20 MB', ['500000 bytes', '20000000 bytes']],
    ['Grow 1.8x (then 10 x)', ['1.8 x', '10 x']],
    ['Rated 4.5/5', ['4.5 of 5'], OUT_OF_FIVE],
    ['120 customers', ['120 customers'], CUSTOMERS],
    ['One customer is 1 customer', ['1 customers'], CUSTOMERS],
    ['10k customers, 2M CUSTOMERS', ['10000 customers', '2000000 customers'], CUSTOMERS],
    ['(35%)', ['35 %']],
    ['≥99.9% up', ['99.9 %']],
    ['~35% "35%" 35%!', ['35 %', '35 %', '35 %']],
    ['-5%, +5% and \u22125%', ['-5 %', '5 %', '-5 %']],
    ['Trial-to-paid-35%', ['35 %']],
    ['35%-ile', ['35 %']],
    ['10x-growth', ['10 x']],
    ['From $4\u00a0M to $9\u00a0M', ['4000000 USD', '9000000 USD']],
  ];
  for (const [title, expected, unit] of amounts) {
    it(`reads ${title}`, () => assert.deepEqual(certain(title, unit ?? null), expected));
  }

  const nearMisses: readonly (readonly [title: string, expected: readonly string[], unit?: Unit])[] = [
    ['1,200 customers', ['1200 customers'], CUSTOMERS],
    ['1,234,567.5 customers', ['1234567.5 customers'], CUSTOMERS],
    ['5K customers and 5 K customers', ['5000 customers', '5000 customers'], CUSTOMERS],
    ['5 k customers, 5 M customers, 5 B customers', ['5000 customers', '5000000 customers', '5000000000 customers'], CUSTOMERS],
    ['5m customers', ['5000000 customers'], CUSTOMERS],
    ['5bn customers, 5 bn customers', ['5000000000 customers', '5000000000 customers'], CUSTOMERS],
    ['$5.9m and $5.9 m and $5bn', ['5900000 USD', '5900000 USD', '5000000000 USD']],
    ['$1,200', ['1200 USD']],
    ['$5 million, 3 billion EUR', ['5000000 USD', '3000000000 EUR']],
  ];
  for (const [title, expected, unit] of nearMisses) {
    it(`takes the near miss ${title} for what it means`, () => assert.deepEqual(certain(title, unit ?? null), expected));
  }

  const none: readonly (readonly [title: string, unit?: Unit])[] = [
    ['Be live by 2026'],
    ['SOC 2 Type II report'],
    ['Ship 3 features to 40k people'],
    ['p95 and Q4 and v2.1 and FY26'],
    ['Open on 24/7'],
    ['Rated 4.5/5'],
    ['Rated 6/10', OUT_OF_FIVE],
    ['On 4/5/2026', OUT_OF_FIVE],
    ['120 customers'],
    ['120 paying customers', CUSTOMERS],
    ['120 customer-facing teams', CUSTOMERS],
    ['The 3D printers of the 10th floor'],
    ['A 2x4 beam'],
    ['10xers'],
    ['GA4h and 5hello'],
    ['1,5% is two numbers in some places'],
    ['1.2.3% is none'],
    ['$5x and $5mn are not clear'],
    ['A$5 is no $'],
    ['5m alone may be several things'],
    [''],
  ];
  for (const [title, unit] of none) {
    it(`finds none in '${title}'`, () => assert.deepEqual(certain(title, unit ?? null), []));
  }

  it('holds it possible that 5m are minutes, months or millions', () => {
    assert.deepEqual(possible('Answer in 5m'), ['300 seconds', `${5 * 365.25 / 12 * 86_400} seconds`, '5000000']);
  });

  it('holds it possible that the ends of a range share what stands after the second', () => {
    assert.ok(possible('Activation 18–35%').includes('18 %'));
    assert.ok(possible('From 18 to 35%').includes('18 %'));
    assert.deepEqual(possible('Deals of $5–9M'), ['5000000 USD', '9000000 USD']);
    assert.ok(possible('Deals of $5M-$9M').includes('5000000 USD'));
    assert.ok(possible('5 - 9k EUR').includes('5000 EUR'));
  });

  it('knows what one step of the last digit is worth', () => {
    assert.deepEqual(titleAmounts('$4.2M, 35%, 1.25x', null).certain.map(({ step }) => Number(step.toPrecision(6))), [100_000, 1, 0.01]);
  });

  it('says what is written', () => {
    assert.deepEqual(titleAmounts('From $4.2M to 9M USD', null).certain.map(({ text }) => text), ['$4.2M', '9M USD']);
  });

  it('reads a title of a million characters', () => {
    for (const part of ['1', '1,', '1 ', '$', '5m', '35%', '1.', '_', '-1', 'a1', '5 ', '1\u00a0']) {
      const title = part.repeat(Math.ceil(1_000_000 / part.length));
      assert.ok(titleAmounts(title, CUSTOMERS).certain.length <= title.length);
    }
  });
});
