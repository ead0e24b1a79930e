import { firstProperty } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';

const GOAL = `person maya "Maya Okafor"
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`;

export const rule = defineRule({
  code: 'missing-property',
  group: 'structure',
  severity: 'error',
  title: 'Metric without a unit',
  summary: 'A metric has no `unit`.',
  rationale: `A number without a unit cannot be compared with a target. Whether 4 means four customers, 4% or $4M decides whether the quarter was a success,
and the unit is what lets every key result on this metric be held against it.`,
  related: ['unit-mismatch', 'unmeasured-goal'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['metric'] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Revenue in dollars, in euros, in thousands? Nobody who reads this can tell.',
        source: `${GOAL}metric «arr» "Annual recurring revenue" {
  better up
}
`,
      },
    ],
    good: [
      {
        title: 'A unit is a currency, `%`, a duration, a score out of something, or a word of your own.',
        source: `${GOAL}metric arr "Annual recurring revenue" {
  unit   $
  better up
}
`,
      },
    ],
  },
  check({ metrics }, report) {
    for (const metric of metrics) {
      if (firstProperty(metric.declaration, 'unit') !== undefined) continue;
      report({
        place: placeOf(metric),
        message: `${label(metric)} has no unit. Add \`unit\` and what it counts in, such as \`unit $\`, \`unit %\` or \`unit customers\`.`,
      });
    }
  },
});
