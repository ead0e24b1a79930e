import { circleFindings } from './circles.ts';
import { COMPANY } from './example-company.ts';
import { defineRule } from './rule.ts';

const OBJECTIVE = `objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner product
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`;

export const rule = defineRule({
  code: 'containment-cycle',
  group: 'structure',
  severity: 'error',
  title: 'Circle of `in`',
  summary: 'Teams or periods stand in each other in a circle. It stands once for each circle, on its first reference.',
  rationale: `A team is part of a larger one, a quarter part of a year. In a circle nobody is at the top, so the capacity, the members and the work of a
team cannot be told.`,
  related: ['invalid-period', 'alignment-cycle'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { facts: [], circles: ['in'] },
  examples: {
    bad: [
      {
        title: 'After a reorganisation both teams are in each other.',
        source: `${COMPANY}team product "Product" in «platform»
team platform "Platform" in product
${OBJECTIVE}`,
      },
    ],
    good: [
      {
        title: 'One team is part of the other.',
        source: `${COMPANY}team product "Product"
team platform "Platform" in product
${OBJECTIVE}`,
      },
    ],
  },
  check(scope, report) {
    circleFindings(scope, 'in', 'Remove one of these `in`, so that one of them is the largest.').forEach(report);
  },
});
