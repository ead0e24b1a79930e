import { label } from '../model/naming.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'unmeasured-goal',
  group: 'measures',
  severity: 'warning',
  title: 'Goal without a metric',
  summary: 'An active goal has no `metric`.',
  rationale: `A goal that no number stands for supports any objective: whatever a team does can be said to serve it. A metric is what ties the
objectives below it to the business, since a key result counts as traced only where its metric drives one of its goal's. It is also how the people
at the top notice that the bet does not work although every team is green.`,
  sources: ['Kaplan and Norton, The Balanced Scorecard, 1996', 'Doerr, Measure What Matters, 2018'],
  exceptions: 'A mission may be beyond counting; silence the finding there and say so. A metric whose name means nothing is reported by `unknown-reference` alone.',
  related: ['untraced-metric', 'unsupported-goal', 'goal-without-kind'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal'] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Anything could be said to win the mid-market.',
        source: `person maya "Maya Okafor"
goal «win-midmarket» "Win the mid-market" { kind business owner maya period 2026 }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
    good: [
      {
        title: 'One metric, and how far it should go.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
      {
        title: 'The metric alone is enough to begin with; a goal that is paused waits in peace.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }
goal partners "Partners sell for us" { kind growth owner maya status paused }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
  },
  check({ goals }, report) {
    for (const goal of goals) {
      if (!goal.active || goal.declaration.properties.some((property) => property.name === 'metric')) continue;
      report({
        place: placeOf(goal),
        message: `${label(goal)} has no metric, so nobody can tell whether the work below it pays off. Add \`metric\` with the number that should move, and how far.`,
      });
    }
  },
});
