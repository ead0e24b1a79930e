import { firstProperty } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';

const PEOPLE = 'person maya "Maya Okafor"\nmetric arr "Annual recurring revenue" { unit $ better up }\n';
const OBJECTIVE = `objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`;

export const rule = defineRule({
  code: 'goal-without-kind',
  group: 'ownership and focus',
  severity: 'hint',
  title: 'Goal of no kind',
  summary: 'A goal has no `kind`.',
  rationale: `The kinds show at a glance what a strategy is made of: when seven goals are \`business\` and none is \`customer\` or \`people\`, that is
worth a conversation before the year begins. It is the old lesson of the balanced scorecard: what is on one side only tips over.`,
  sources: ['Kaplan and Norton, The Balanced Scorecard, 1996'],
  related: ['unmeasured-goal', 'only-proxy-evidence'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal'] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Is it about the business, or about customers?',
        source: `${PEOPLE}goal «win-midmarket» "Win the mid-market" { owner maya period 2026 metric arr from $4.2M to $9M }\n${OBJECTIVE}`,
      },
    ],
    good: [
      {
        title: 'One word is enough; a draft may still look for it.',
        source: `${PEOPLE}goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
goal delight "Teams love the first week" { status draft }\n${OBJECTIVE}`,
      },
    ],
  },
  check({ goals }, report) {
    for (const goal of goals) {
      if (!goal.judged || firstProperty(goal.declaration, 'kind') !== undefined) continue;
      report({
        place: placeOf(goal),
        message: `${label(goal)} does not say what kind of goal it is. Add \`kind\` with business, growth, customer, product, people or mission.`,
      });
    }
  },
});
