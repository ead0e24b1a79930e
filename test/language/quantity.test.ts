/** Which quantities can be compared (language.md section 2), and what they are in base units. */

import assert from 'node:assert/strict';
import { parseFile } from '../../grammar/parse.ts';
import { baseAmount, comparable, describeUnit, unitsComparable } from '../../grammar/quantity.ts';
import { firstProperty, type Quantity } from '../../grammar/tree.ts';

/** The quantity as it stands after `effort`. */
function quantity(written: string): Quantity {
  const [placed] = parseFile(`initiative i "I" { effort ${written} }`).chunks;
  assert.deepEqual(placed?.chunk.problems, []);
  const [declaration] = placed.chunk.declarations;
  const value = declaration === undefined ? null : firstProperty(declaration, 'effort')?.value ?? null;
  assert.ok(value !== null, written);
  return value;
}

function assertComparable(expected: boolean, a: string, b: string): void {
  assert.equal(comparable(quantity(a), quantity(b)), expected, `${a} with ${b}`);
  assert.equal(comparable(quantity(b), quantity(a)), expected, `${b} with ${a}`);
}

describe('quantities are comparable', () => {
  const pairs: readonly [string, string][] = [
    ['3d', '4h'], ['1 month', '1y'], ['500MB', '2GB'], ['$4.2M', '9 USD'], ['300k €', '5 EUR'], ['4.5/5', '1/5'], ['18%', '35 %'], ['5pp', '1pp'],
    ['3', '2x'], ['120 customers', '1 customer'], ['2 Boxes', '1 box'], ['3 companies', '1 Company'], ['2 churches', '1 church'],
    ['10 demos per month', '5 demo per month'], ['1', '10 teams'], ['1', '10 teams per month'], ['5 per month', '10 demos per month'],
    ['0', '$5'], ['0', '5%'], ['0', '3d per week'], ['?', '5%'], ['? signups', '$5'], ['?%', '3d'],
  ];
  for (const [a, b] of pairs) it(`${a} with ${b}`, () => { assertComparable(true, a, b); });
});

describe('quantities are not comparable', () => {
  const pairs: readonly [string, string][] = [
    ['3d', '5MB'], ['$5', '5 EUR'], ['4.5/5', '6/10'], ['18%', '5pp'], ['18%', '18'], ['2x', '3 teams'], ['120 customers', '5 users'],
    ['10 demos per month', '5 demos'], ['10 demos per month', '5 demos per week'], ['5 per week', '10 demos per month'], ['5 per week', '10 demos'],
    ['5', '$5'], ['5', '3d'], ['5', '6/10'], ['5 per month', '5'], ['0%', '$5'], ['0 users', '5%'],
  ];
  for (const [a, b] of pairs) it(`${a} with ${b}`, () => { assertComparable(false, a, b); });
});

describe('a quantity in base units', () => {
  it('is in seconds, a month being a twelfth of a year of 365.25 days', () => {
    const seconds = ['250ms', '2s', '3min', '1h', '1d', '1w', '1mo', '1y', '2 days'].map((written) => baseAmount(quantity(written)));
    assert.deepEqual(seconds, [0.25, 2, 180, 3600, 86_400, 604_800, 2_629_800, 31_557_600, 172_800]);
  });

  it('is in bytes, decimal', () => {
    assert.deepEqual(['1kB', '2MB', '1GB', '1TB'].map((written) => baseAmount(quantity(written))), [1e3, 2e6, 1e9, 1e12]);
  });

  it('is as written otherwise, and unknown for ?', () => {
    assert.deepEqual(['$4.2M', '18%', '-1_200', '? days'].map((written) => baseAmount(quantity(written))), [4_200_000, 18, -1200, null]);
  });

  it('has its magnitude worked out as one reads it', () => {
    assert.deepEqual(['4.35M', '1.1k', '0.29B', '1.005k'].map((written) => quantity(written).value), [4_350_000, 1100, 290_000_000, 1005]);
  });
});

describe('a quantity', () => {
  it('keeps its text, with inner white space reduced to one space', () => {
    assert.equal(quantity('10   demos \t per   month').text, '10 demos per month');
    assert.equal(quantity('$4.2M').text, '$4.2M');
  });

  it('has a unit word in NFC', () => {
    const { unit } = quantity('5 cafe\u0301s');
    assert.deepEqual(unit, { kind: 'word', word: 'caf\u00e9s' });
  });
});

describe('a unit', () => {
  it('is told in words', () => {
    const units = ['5', '$5', '5 CHF', '5%', '5pp', '5x', '5d', '5 hours', '5MB', '4/5', '5 users', '5 users per month'];
    assert.deepEqual(units.map((written) => describeUnit(quantity(written))), [
      'plain numbers', '$', 'CHF', '%', 'percentage points (pp)', 'multiples (x)', 'days', 'hours', 'MB', 'scores out of 5', 'users', 'users per month',
    ]);
  });

  it('compares whatever the value', () => {
    assert.equal(unitsComparable(quantity('0'), quantity('5%')), false);
    assert.equal(unitsComparable(quantity('? days'), quantity('5%')), false);
    assert.equal(unitsComparable(quantity('0'), quantity('5 users')), true);
  });
});
