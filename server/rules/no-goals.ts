import { label } from '../model/naming.ts';
import { placeOf } from './places.ts';
import { objectiveWithoutGoals } from './facts.ts';
import { defineRule } from './rule.ts';
import { firstWithoutGoals } from './unaligned.ts';

export const rule = defineRule({
  code: 'no-goals',
  group: 'alignment',
  severity: 'error',
  title: 'Strategy without a goal',
  summary: 'An active objective is not aligned, and no goal is declared anywhere in the strategy. It stands once, on the first such objective.',
  rationale: `Without a goal, objectives are a list of things to do. Each may be sensible, and together they answer no question: nothing says what the business
is trying to win, so nothing can be left out. One to three goals are enough to begin with; they are the sentence that every objective is held against.`,
  sources: ['Rumelt, Good Strategy/Bad Strategy, 2011', 'Doerr, Measure What Matters, 2018'],
  exceptions: 'It stands in place of `unaligned-objective` and `unaligned-support`, once for the whole strategy. It is silent while a file of the strategy could not be read.',
  related: ['unaligned-objective', 'unsupported-goal'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { facts: [objectiveWithoutGoals] },
  silentWhile: ['unread-files'],
  examples: {
    bad: [
      {
        title: 'Two objectives of a first attempt; what are they for?',
        source: `person ada "Ada Park"
objective «onboarding» "New customers are productive in their first week" {
  owner ada
  period 2026-Q1
  kr "Time to first report falls" from 9d to 3d
}
objective support "Nobody waits for an answer" {
  owner ada
  period 2026-Q1
  kr "Time to first answer falls" from 9h to 2h
}
`,
      },
    ],
    good: [
      {
        title: 'One goal, and both objectives say that they serve it.',
        source: `person ada "Ada Park"
metric renewals "Customers who renew" { unit % better up }
goal stay "Customers stay with us" { kind customer owner ada period 2026 metric renewals from 81% to 90% }

objective onboarding "New customers are productive in their first week" {
  supports stay
  owner ada
  period 2026-Q1
  kr "Time to first report falls" from 9d to 3d
}
objective support "Nobody waits for an answer" {
  supports stay
  owner ada
  period 2026-Q1
  kr "Time to first answer falls" from 9h to 2h
}
`,
      },
    ],
  },
  check({ strategy }, report) {
    const objective = firstWithoutGoals(strategy);
    if (objective === null) return;
    report({
      place: placeOf(objective),
      message: `${label(objective)} serves no goal, and this strategy declares none. Declare a goal, such as \`goal win-customers "Win …"\`, and add \`supports\` with its name to each objective that serves it.`,
    });
  },
});
