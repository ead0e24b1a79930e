import { label } from '../model/naming.ts';
import { countedKeyResults } from './counted-key-results.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'too-many-key-results',
  group: 'ownership and focus',
  severity: 'info',
  title: 'Too many key results',
  summary: 'An objective has more than `max` key results that are not dropped.',
  rationale: `Nine key results are a list of everything that could be measured, and the score of the objective hardly moves whatever happens to
one of them. Doerr asks for three to five, Wodtke for three: few enough that the whole team knows them by heart. What else should stay healthy
can be watched as a metric without being a key result.`,
  sources: ['Doerr, Measure What Matters, 2018', 'Wodtke, Radical Focus, 2016'],
  related: ['single-key-result', 'too-many-objectives', 'overlapping-key-results'],
  options: {
    max: { type: 'number', default: 5, minimum: 1, description: 'How many key results an objective may have.' },
  },
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [itsKeyResults] },
  examples: {
    bad: [
      {
        title: 'Six: who knows them by heart?',
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr invites "Teams invite their colleagues" from 12 to 40 teams
  kr calls "Fewer calls before the first deploy" from 3 to 1 calls
  kr rating "Teams rate the guided setup" at least 4.5/5
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
      {
        title: 'Three, where this company has agreed on two.',
        options: { max: 2 },
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
    good: [
      {
        title: 'Five, after one was dropped.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr invites "Teams invite their colleagues" from 12 to 40 teams
  kr calls "Fewer calls before the first deploy" from 3 to 1 calls { status dropped 2026-02-20 "Nobody logs them" }
  kr rating "Teams rate the guided setup" at least 4.5/5
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
  },
  check({ objectives }, report, { max }) {
    for (const objective of objectives) {
      const { length } = countedKeyResults(objective);
      if (!objective.judged || length <= max) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has ${length} key results, more than ${max}. Keep those that would convince a sceptic, and drop the others or make them metrics.`,
      });
    }
  },
});
