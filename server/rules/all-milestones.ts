import { label } from '../model/naming.ts';
import { countedKeyResults, writtenKeyResults } from './counted-key-results.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'all-milestones',
  group: 'ownership and focus',
  severity: 'hint',
  title: 'Nothing but milestones',
  summary: 'An objective has two or more key results that are not dropped, all of them milestones.',
  rationale: `A list of milestones is a project plan. Everything on it can be done on time while nothing gets better for anybody, and nobody finds out,
since nothing is measured. Ask of each milestone what should be different for a customer once it is done, and measure that in one key result at least.`,
  sources: ['Seiden, Outcomes over Output, 2019', 'Torres, Continuous Discovery Habits, 2021', 'Doerr, Measure What Matters, 2018'],
  exceptions: 'Some objectives are a matter of being done: a certificate, a move, a law. Silence the finding there, with that reason.',
  related: ['single-key-result', 'output-key-result', 'no-health-measure'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [itsKeyResults] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'All shipped, and still nobody starts without a call?',
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr wizard "Guided setup released" done by 2026-03-15
  kr sandbox "Sandbox open to trial teams" done by 2026-03-31 now 40%
}
`,
      },
    ],
    good: [
      {
        title: 'A milestone beside what it should change.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr wizard "Guided setup released" done by 2026-03-31
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      if (!objective.judged || countedKeyResults(objective).length < 2) continue;
      if (!writtenKeyResults(objective).every((keyResult) => keyResult.reading?.kind === 'milestone')) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has nothing but milestones: all can be done while nothing gets better. Add a key result that measures what should be different once they are.`,
      });
    }
  },
});
