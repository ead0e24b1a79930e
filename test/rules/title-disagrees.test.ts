/** `title-disagrees`: which amounts are a measure's. */

import { COMPANY } from '../../server/rules/example-company.ts';
import { assertReports } from './reporting.ts';

function keyResults(...lines: readonly string[]): string {
  return `${COMPANY}metric seats "Seats" { unit seats checkin 2025-12-31 80 seats }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
${lines.map((line) => `  ${line}\n`).join('')}}
`;
}

/** On each of these the rule is silent. */
const AGREEING: readonly (readonly [why: string, line: string])[] = [
  ['the start', 'kr "Up from 18%" from 18% to 35%'],
  ['the target in another unit of time', 'kr "Within 240 minutes" from 3d to 4h'],
  ['the target with a magnitude', 'kr "$1.2m a year" from $300k to $1_200_000'],
  ['a bound', 'kr "At least 99.9%" at least 99.9%'],
  ['either bound', 'kr "Not over 40%" keep between 20% and 40%'],
  ['the size as written', 'kr "25% more" from 1_200 up 25%'],
  ['a size in points told in percent', 'kr "Up 5%" from 18% up 5pp'],
  ['the size worked out', 'kr "17pp more" from 18% to 35%'],
  ['a fall told without its sign', 'kr "20 customers fewer" from 50 customers to 30 customers'],
  ['the size in percent of the start', 'kr "40% fewer" from 50 customers to 30 customers'],
  ['the size in percent of the start, rounded', 'kr "67% faster" from 3d to 1d'],
  ['the target worked out', 'kr "1,500 users" from 1_200 users up 25%'],
  ['the target worked out, rounded', 'kr "$1.3M" from $1_234_000 up 7%'],
  ['the target as a multiple of the start', 'kr "3x" from 40 to 120'],
  ['how much faster it is', 'kr "10x faster" from 10h to 1h'],
  ['a multiple as written', 'kr "2x" times 2'],
  ['a multiple told in percent', 'kr "100% more" times 2'],
  ['`now`', 'kr "From today\'s 22%" from 18% to 35% now 22%'],
  ['a check-in, also one to come', 'kr "24% by summer" from 18% to 35% { checkin 2026-06-01 24% }'],
  ['the start that its metric tells', 'kr "From 80 seats" { metric seats to 120 seats }'],
  ['a plain number of the measure with its unit word', 'kr "40 teams" from 10 to 40 teams'],
  ['the rate left out', 'kr "40 demos" from 10 demos per month to 40 demos per month'],
  ['a milestone is done at 100%', 'kr "100% of customers have moved" done'],
  ['a milestone\'s share', 'kr "66% of customers have moved" done now 66%'],
  ['one of several amounts', 'kr "35% in 90 days" from 18% to 35%'],
  ['what 5m may mean', 'kr "5m" from 1h to 5min'],
  ['the first end of a range', 'kr "From 18–35 %" from 18% to 99%'],
];

describe('title-disagrees', () => {
  for (const [why, line] of AGREEING) {
    it(`takes as the measure's own: ${why}`, () => {
      assertReports('title-disagrees', keyResults(line));
    });
  }

  const disagreeing: readonly (readonly [why: string, line: string])[] = [
    ['another percentage', 'kr «"Up to 77%"» from 18% to 35%'],
    ['another unit', 'kr «"Up by 35 days"» from 18% to 35%'],
    ['another currency', 'kr «"€9M"» from $4M to $9M'],
    ['points that are no change', 'kr «"35pp"» from 18% to 35%'],
    ['a target that is almost the measure\'s', 'kr «"35.1%"» from 18% to 35%'],
    ['a written target is not rounded', 'kr «"35%"» from 18% to 35.4%'],
    ['a sign that matters', 'kr «"-10%"» from 5% to 10%'],
    ['a milestone with an amount', 'kr «"80% of customers have moved"» done by 2026-03-31'],
    ['a check-in of something else does not help', 'kr «"24%"» from 18% to 35% { checkin 2026-02-01 25% }'],
  ];
  for (const [why, line] of disagreeing) {
    it(`reports ${why}`, () => {
      assertReports('title-disagrees', keyResults(line));
    });
  }

  it('leaves alone what has another mistake in its measure, and whose start nobody can know', () => {
    assertReports('title-disagrees', keyResults(
      'kr "Up to 77%" from 18% to ?',
      'kr "Up to 77%" from 18% to 4h',
      'kr "Up to 77%" from 35% to 35%',
      'kr "Up to 77%"',
      'kr "From 77%" { metric nowhere to 35% }',
    ));
  });

  it('still reads a measure whose metric is unknown, where the start is written', () => {
    assertReports('title-disagrees', keyResults('kr «"From 77%"» { metric nowhere from 18% to 35% }'));
  });

  it('spares drafts and what is closed', () => {
    assertReports('title-disagrees', keyResults('kr "Up to 77%" from 18% to 35% { status done }', 'kr "Up to 77%" from 18% to 35% { status draft }'));
  });

  it('leaves a title of very many amounts alone', () => {
    assertReports('title-disagrees', keyResults(`kr "${'77% '.repeat(200)}" from 18% to 35%`));
  });
});
