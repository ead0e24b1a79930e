import { label, shortLabel } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { whatItSupports } from './reach.ts';
import { noGoalDeclared } from './facts.ts';
import { defineRule } from './rule.ts';
import { isUnaligned, lacksGoals, supportOfUnaligned } from './unaligned.ts';

export const rule = defineRule({
  code: 'unaligned-support',
  group: 'alignment',
  severity: 'info',
  title: 'Support for something that serves no goal',
  summary: 'An active objective is not aligned, because what it supports serves no goal itself.',
  rationale: `This team did its part: it said whose work it serves. The chain breaks further up, and mending it there mends it here as well. It is told as
information so that the people at the end of the chain know that their work leads nowhere for the time being.`,
  exceptions: 'It stands in place of `unaligned-objective`, on the first reference of `supports` that leads to something unaligned.',
  related: ['unaligned-objective', 'no-goals'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [whatItSupports], facts: [noGoalDeclared] },
  examples: {
    bad: [
      {
        title: 'The docs team serves the brand objective, which serves nothing.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
objective brand "Our brand feels modern" {
  owner growth
  period 2026-Q1
  kr "People who recognise the new logo" from 0% to 40%
}
objective docs "The docs look like us" {
  supports «brand»
  owner growth
  period 2026-Q1
  kr "Pages in the new design" from 0% to 100%
}
`,
        also: ['unaligned-objective'],
      },
    ],
    good: [
      {
        title: 'One line in the other team\'s objective aligns both.',
        source: `${COMPANY}objective brand "The mid-market takes us seriously" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "Mid-market buyers who would shortlist us" from 9% to 20%
}
objective docs "The docs look like us" {
  supports brand
  owner growth
  period 2026-Q1
  kr "Pages in the new design" from 0% to 100%
}
`,
      },
    ],
  },
  check({ objectives, strategy }, report) {
    if (lacksGoals(strategy)) return;
    for (const objective of objectives.filter(isUnaligned)) {
      const link = supportOfUnaligned(objective);
      const target = link?.target ?? null;
      if (link === null || target === null) continue;
      const cause = target.kind === 'kr' ? target.objective : target;
      report({
        place: placeOfLink(link),
        message: `${label(objective)} supports ${shortLabel(target)}, which serves no goal. Mend ${shortLabel(cause)} and this is aligned too, or support a goal directly.`,
        related: [{ place: placeOf(cause), message: `${label(cause)} serves no goal` }],
      });
    }
  },
});
