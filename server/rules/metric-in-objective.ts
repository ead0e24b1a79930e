import { label } from '../model/naming.ts';
import { GOAL } from './example-goal.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';
import { titleAmounts } from './title-amounts.ts';

export const rule = defineRule({
  code: 'metric-in-objective',
  group: 'words',
  severity: 'hint',
  title: 'Number in an objective',
  summary: 'An objective\'s title holds a percentage or an amount of money.',
  rationale: `The objective says where to go, in words that people remember and care about; the key results say how one knows that one is there. A number in
the objective takes the place of the reason: "grow revenue by 30%" tells nobody what to do differently on Monday, nor what the growth is for. And
when the number changes, the objective seems to change with it.`,
  sources: ['Wodtke, Radical Focus, 2016', 'Doerr, Measure What Matters, 2018'],
  exceptions: 'Only percentages and money are looked for. Other numbers may well belong to a name or an image ("one click", "24/7").',
  related: ['title-disagrees', 'no-key-results', 'unmeasured-key-result'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'] },
  examples: {
    bad: [
      {
        title: 'A key result in the place of an objective.',
        source: `${GOAL}objective «churn» "Reduce churn by 20%" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Customers who leave in their first year" from 15% to 12%
  kr "Customers who tell us why they leave" at least 50%
}
objective «revenue» "Add $1.5M with resellers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Revenue that comes through resellers" from $0.2M to $1.7M
  kr "Resellers with a trained salesperson" from 1 to 8
}
`,
      },
      {
        title: 'Written out it is a number all the same.',
        source: `${GOAL}objective «churn» "Ten percent is enough: 10 percent churn and no more" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Customers who leave in their first year" from 15% to 10%
  kr "Customers who tell us why they leave" at least 50%
}
`,
      },
    ],
    good: [
      {
        title: 'What it is for, and the numbers below it.',
        source: `${GOAL}objective churn "Whoever starts with us wants to stay" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Customers who leave in their first year" from 15% to 12%
  kr "Customers who tell us why they leave" at least 50%
}
objective help "Help in 3 languages, 24/7" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Questions answered in the language in which they were asked" from 40% to 90%
  kr "Nights with somebody at the desk" from 2 to 7 nights per week
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      const amount = objective.judged && objective.title !== null ? numberIn(objective.title) : null;
      if (amount === null) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has ${amount} in its title. Say in words what will be different, and put the number into a key result.`,
      });
    }
  },
});

/** A percentage or a currency that is written out; the number before it is not a part of another word. */
const WRITTEN_OUT = /(?<![\p{L}\p{N}_.,])\d[\d.,_]*\s*(?:(?:k|thousand|million|billion)\s+)?(?:percent|per cent|dollars|euros?|pounds|yen)(?![\p{L}\p{N}])/iu;

/** The first percentage or amount of money of a title, as written; null without one. */
function numberIn(title: string): string | null {
  const amount = titleAmounts(title, null).certain.find(({ unit }) => unit.kind === 'percent' || unit.kind === 'currency');
  return amount?.text ?? WRITTEN_OUT.exec(title)?.[0] ?? null;
}
