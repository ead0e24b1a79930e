import { label, shortLabel } from '../model/naming.ts';
import { writtenKeyResults } from './counted-key-results.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'single-key-result',
  group: 'ownership and focus',
  severity: 'hint',
  title: 'Only one key result',
  summary: 'An objective has only one key result that is not dropped.',
  rationale: `One number can nearly always be reached in a way that nobody wanted: signups by a giveaway, speed by leaving out the tests. Grove
therefore pairs indicators, one for the effect and one for what must not suffer. And where the objective says no more than its one key result, one of the
two sentences is not needed.`,
  sources: ['Grove, High Output Management, 1983 (paired indicators)', 'Goodhart, Problems of Monetary Management, 1975', 'Wodtke, Radical Focus, 2016'],
  related: ['no-key-results', 'no-health-measure', 'all-milestones'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [itsKeyResults] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'More teams deploy; at what price?',
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
`,
      },
      {
        title: 'The second one was dropped.',
        source: `${COMPANY}objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr errors "Onboarding stays reliable" keep at most 0.5% { status dropped }
}
`,
      },
    ],
    good: [
      {
        title: 'A health measure says what must not suffer.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      if (!objective.judged) continue;
      const [only, ...others] = writtenKeyResults(objective);
      if (only === undefined || others.length > 0) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has only one key result, ${shortLabel(only)}. Add another that would show success in a different way, or what must not suffer with \`keep\`.`,
      });
    }
  },
});
