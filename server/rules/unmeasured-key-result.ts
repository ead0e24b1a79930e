import { label } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'unmeasured-key-result',
  group: 'measures',
  severity: 'error',
  title: 'Key result without a measure',
  summary: 'A key result has no measure.',
  rationale: `A key result is there to end the argument about whether the objective was reached. Without a measure it is a wish or a task: at the end
of the quarter everybody may hold a different opinion of it, and nobody is wrong. Marissa Mayer's rule, as Doerr tells it: "It's not a key result
unless it has a number." What cannot be counted can still be a milestone, \`done by\` a date.`,
  sources: ['Doerr, Measure What Matters, 2018', 'Grove, High Output Management, 1983'],
  exceptions: 'A draft may be without a measure. Where a syntax error stands in the key result, only that is reported. The rules on words leave an unmeasured key result alone.',
  related: ['no-key-results', 'placeholder-target', 'missing-baseline'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'How would one know in April?',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr «onboarding» "Onboarding is smooth"
  kr deploy "Teams that deploy in week one" from 18% to 35%
}
`,
      },
      {
        title: 'A metric says what is counted, not how far it should go. A key result without a name is reported on its title.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr «"More trial teams deploy in week one"» {
    metric activation
    owner maya
    now 22%
  }
  kr soc2 "SOC 2 Type II report issued" done by 2026-03-31
}
`,
      },
    ],
    good: [
      {
        title: 'A change, a level to reach, something to hold, a milestone: any of them will do.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr rating "Teams rate the guided setup" at least 4.5/5
  kr errors "Onboarding stays reliable" keep at most 0.5%
  kr soc2 "SOC 2 Type II report issued" done by 2026-03-31
}
`,
      },
      {
        title: 'A draft may still look for its measure.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Teams that deploy in week one" from 18% to 35%
  kr onboarding "Onboarding is smooth" { status draft }
}
`,
      },
    ],
  },
  check({ keyResults }, report) {
    for (const keyResult of keyResults) {
      if (!keyResult.judged || keyResult.reading !== null) continue;
      const where = keyResult.metricLink === null ? 'after its title' : `after \`metric ${keyResult.metricLink.reference.text}\``;
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} has no measure, so nobody can tell whether it is reached. Say how far it should go, ${where}: `
          + '`from 10% to 25%`, `at least 4.5/5`, `keep at most 2h`, or `done` for a milestone.',
      });
    }
  },
});
