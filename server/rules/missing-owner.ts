import { firstProperty } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import type { Objective } from '../model/strategy.ts';
import { placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

const METRIC = 'metric arr "Annual recurring revenue" { unit $ better up }\n';

export const rule = defineRule({
  code: 'missing-owner',
  group: 'ownership and focus',
  severity: 'error',
  title: 'Nobody is accountable',
  summary: 'An active goal has no owner; an active objective has none, unless it has key results that are not closed and each of these has its own.',
  rationale: `What belongs to everybody belongs to nobody. The owner need not do the work; the owner is the one who notices first that it is not
going well, and whom everybody else asks. An objective without one is found out to be orphaned in the review at the end of the quarter, when nothing
can be done about it any more.`,
  sources: ['Grove, High Output Management, 1983', 'Lashinsky, Inside Apple, 2012 (the directly responsible individual)'],
  exceptions: `An objective may go without where each of its open key results names its own owner. An owner whose name means nothing is reported by \`unknown-reference\` alone.
A goal or objective that is a draft or paused may wait for its owner.`,
  related: ['many-owners', 'unshared-dependency', 'too-many-objectives'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'objective'], reach: [itsKeyResults] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Whom would one ask about the goal, and whom about the objective?',
        source: `${METRIC}goal «win-midmarket» "Win the mid-market" { kind business period 2026 metric arr from $4.2M to $9M }
objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
      {
        title: 'One of the two open key results has its own owner; nobody answers for the other.',
        source: `person maya "Maya Okafor"
${METRIC}goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
objective «self-serve» "Mid-market teams start without talking to us" {
  supports win-midmarket
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h { owner maya }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
    good: [
      {
        title: 'A person or a team answers for it.',
        source: `person maya "Maya Okafor"
team growth "Growth"
${METRIC}goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
      {
        title: 'Each open key result has its own owner; the dropped one needs none.',
        source: `person maya "Maya Okafor"
person jonas "Jonas Weber"
${METRIC}goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h { owner maya }
  kr errors "Onboarding stays reliable" keep at most 0.5% { owner jonas }
  kr calls "Fewer calls before the first deploy" from 3 to 0 { status dropped }
}
`,
      },
    ],
  },
  check({ goals, objectives }, report) {
    for (const goal of goals) {
      if (!goal.active || goal.ownerWritten) continue;
      const sponsor = firstProperty(goal.declaration, 'sponsor') === undefined ? '' : ' (its sponsor backs it and does not answer for it)';
      report({ place: placeOf(goal), message: `${label(goal)} has no owner${sponsor}. Add \`owner\` and the person or team who answers for it.` });
    }
    for (const objective of objectives) {
      if (!objective.active || objective.ownerWritten || isOwnedByParts(objective)) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has no owner. Add \`owner\` and the person or team who answers for it, or give each of its open key results its own.`,
      });
    }
  },
});

/** Whether it has open key results and each of them names an owner. */
function isOwnedByParts({ keyResults }: Objective): boolean {
  const open = keyResults.filter((keyResult) => keyResult.laterThan === null && !keyResult.closed);
  return open.length > 0 && open.every((keyResult) => keyResult.ownerWritten);
}
