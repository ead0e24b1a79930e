import { circleFindings } from './circles.ts';
import { COMPANY } from './example-company.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'alignment-cycle',
  group: 'structure',
  severity: 'error',
  title: 'Circle of `supports`',
  summary: 'Goals or objectives support each other in a circle. It stands once for each circle, on its first reference.',
  rationale: `Alignment is a direction: what a team does serves something larger. In a circle everything serves everything else and nothing serves the
business; each team can point at the other and the chain never arrives at a goal. It usually comes from two teams that really mean "we depend on each
other", which is \`needs\`, or "we work on it together", which is \`with\`.`,
  sources: ['Doerr, Measure What Matters, 2018', 'Niven and Lamorte, Objectives and Key Results, 2016'],
  exceptions: 'A key result stands for its objective: an objective that supports its own key result runs in a circle too. Whether things on a circle are aligned is unknown and not reported as well.',
  related: ['unaligned-objective', 'dependency-cycle', 'driver-cycle', 'containment-cycle'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { facts: [], circles: ['supports'] },
  examples: {
    bad: [
      {
        title: 'Sales supports marketing and marketing supports sales; neither says what for.',
        source: `${COMPANY}objective pipeline "Enough good conversations every week" {
  supports «demand»
  owner maya
  period 2026-Q1
  kr "Qualified conversations" from 20 per week to 60 per week
}
objective demand "The mid-market knows what we are for" {
  supports pipeline
  owner growth
  period 2026-Q1
  kr "Mid-market companies that name us unprompted" from 4% to 12%
}
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
    good: [
      {
        title: 'Both serve the goal, and one says that it needs the other.',
        source: `${COMPANY}objective pipeline "Enough good conversations every week" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  needs demand
  kr "Qualified conversations" from 20 per week to 60 per week
}
objective demand "The mid-market knows what we are for" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "Mid-market companies that name us unprompted" from 4% to 12%
}
`,
      },
    ],
  },
  check(scope, report) {
    const advice = 'Remove one of these `supports`, so that the chain leads to a goal; what depends on each other says `needs`.';
    circleFindings(scope, 'supports', advice).forEach(report);
  },
});
