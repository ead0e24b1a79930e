import { label } from '../model/naming.ts';
import type { KeyResult, MeasureReading } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { isReadable } from './judged-measures.ts';
import { isAmountOf, measureAmounts } from './measure-amounts.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';
import { titleAmounts } from './title-amounts.ts';

/** A title with more than that is no title: it is left alone, so that its amounts times the measure's stay few. */
const MOST_AMOUNTS = 100;

export const rule = defineRule({
  code: 'title-disagrees',
  group: 'measures',
  severity: 'hint',
  title: 'Title that names another number',
  summary: 'A key result\'s title holds amounts, and none of them is one of its measure\'s.',
  rationale: `The title is what people remember and repeat, and the measure is what counts in the end. When somebody edits one and forgets the other,
half of the company works towards 40% and the score says 35%. It is best to leave numbers out of titles: then there is nothing to keep in step.`,
  exceptions: `Amounts are numbers with a unit: \`%\`, \`pp\`, money, time, a size, \`x\`, the measure's \`/5\`, or the measure's own unit word right after the number. Plain numbers
such as years and versions are not. It is enough that one amount agrees: with the start, the target, a bound, the size (also worked out, and in percent of the start),
\`now\` or a check-in. A title may round what has to be worked out.`,
  related: ['metric-in-objective', 'no-change', 'unit-mismatch'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'] },
  examples: {
    bad: [
      {
        title: 'The target was lowered; the title was not.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr «activation» "40% of trial teams deploy in week one" { metric activation from 18% to 35% }
  kr «deploy» "First deploy within 2 hours" from 3d to 4h
  kr «teams» "1,500 teams buy without a call" from 300 teams to 1_200 teams
}
`,
      },
      {
        title: 'A key result without a name is reported on its title.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr «"Self-serve brings in $90K a month"» from $20k per month to $80k per month
  kr «"Teams rate the guided setup 4.8/5"» at least 4.5/5
}
`,
      },
    ],
    good: [
      {
        title: 'The same number in other words: minutes for hours, the size of the change, a share of the start.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "First deploy within 240 minutes" from 3d to 4h
  kr activation "Activation up by 17pp" { metric activation from 18% to 35% }
  kr signups "25% more signups" from 1_200 to 1_500
  kr revenue "Self-serve brings in $1.2m" from $300k to $1.2M
}
`,
      },
      {
        title: 'Years, versions and names hold no amounts, and a title without a number cannot disagree.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr soc2 "SOC 2 Type II report of 2026 issued" done by 2026-03-31
  kr latency "The p95 of the API stays low" keep at most 300ms
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
`,
      },
    ],
  },
  check({ keyResults }, report) {
    for (const keyResult of keyResults) {
      const { reading, title } = keyResult;
      if (!keyResult.judged || reading === null || title === null || !isClear(keyResult, reading)) continue;
      const { certain, possible } = titleAmounts(title, reading.unit?.unit ?? null);
      const [first] = certain;
      if (first === undefined || certain.length + possible.length > MOST_AMOUNTS) continue;
      const amounts = measureAmounts(keyResult, reading);
      if ([...certain, ...possible].some((told) => amounts.some((amount) => isAmountOf(told, amount)))) continue;
      const { start, end } = reading.measure.span;
      const measure = keyResult.origin.chunk.chunk.text.slice(start, end).replace(/\s+/g, ' ');
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} says ${first.text} in its title, and its measure says \`${measure}\`. Let both say the same, or leave the number out of the title.`,
      });
    }
  },
});

/** Whether all that its measure says is known, and nothing else is wrong with it that mending would change. */
function isClear({ declaration }: KeyResult, reading: MeasureReading): boolean {
  if (declaration.broken || !isReadable(reading) || reading.direction === 0) return false;
  return reading.sound || reading.kind !== 'change' || reading.startWritten;
}
