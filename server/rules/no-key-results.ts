import { label } from '../model/naming.ts';
import { writtenKeyResults } from './counted-key-results.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'no-key-results',
  group: 'measures',
  severity: 'error',
  title: 'Objective without key results',
  summary: 'An active objective has no key result that is not dropped.',
  rationale: `The objective says where to go; the key results say how everybody will see that we have arrived. An objective alone has no score, so
whatever it supports cannot be judged by it either, and the team that owns it gets no early sign of being off course. In Doerr's formula it takes
both: "I will (objective) as measured by (key results)."`,
  sources: ['Doerr, Measure What Matters, 2018', 'Wodtke, Radical Focus, 2016'],
  exceptions: 'An objective that is a draft or paused may be without. So may one in which a syntax error stands: its key results may be what could not be read.',
  related: ['single-key-result', 'unmeasured-key-result', 'all-milestones'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [itsKeyResults] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'A fine sentence, and nothing to tell whether it came true.',
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
}
`,
      },
      {
        title: 'Work is planned, but no result is. Its only key result was dropped.',
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Teams that deploy in week one" from 18% to 35% {
    status dropped 2026-02-10 "The event was never recorded"
  }
  initiative wizard "Guided setup wizard"
}
`,
      },
    ],
    good: [
      {
        title: 'Two results that would convince a sceptic.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
      {
        title: 'A draft may begin with nothing but its title.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
objective referrals "Customers bring customers" { status draft }
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      if (!objective.active || writtenKeyResults(objective).length > 0) continue;
      const none = objective.keyResults.length === 0 ? 'no key result' : 'no key result that is not dropped';
      report({
        place: placeOf(objective),
        message: `${label(objective)} has ${none}, so nobody can tell whether it is reached. Add a \`kr\` with a title and a measure, `
          + 'or make the objective a draft until you know what would show it.',
      });
    }
  },
});
