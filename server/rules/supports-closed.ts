import { label, shortLabel } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { whatItSupports } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'supports-closed',
  group: 'alignment',
  severity: 'warning',
  title: 'Support for something that is over',
  summary: 'An active objective that is aligned supports something done or dropped.',
  rationale: `When a goal is reached or given up, the work below it should be asked whether it is still needed. Mostly nobody asks, and the work goes on for
another quarter because it is on the list. Either the objective serves something that is still open, and should say so, or it is time to close it too.`,
  sources: ['Wodtke, Radical Focus, 2016', 'Grove, High Output Management, 1983'],
  exceptions: 'An objective that serves no other goal than dropped ones is reported as `unaligned-objective` only.',
  related: ['unaligned-objective', 'needs-dropped'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [whatItSupports] },
  examples: {
    bad: [
      {
        title: 'The goal was reached in January; the objective goes on.',
        source: `${COMPANY}goal first-hundred "A hundred mid-market customers" {
  kind growth
  owner maya
  metric arr
  status done 2026-01-31
}
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket, «first-hundred»
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
    good: [
      {
        title: 'The objective serves what is still open.',
        source: `${COMPANY}goal first-hundred "A hundred mid-market customers" {
  kind growth
  owner maya
  metric arr
  status done 2026-01-31
}
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      if (!objective.active || objective.alignment !== 'aligned') continue;
      for (const { link, target } of objective.supports) {
        if (target?.closed !== true) continue;
        const { value } = target.status;
        report({
          place: placeOfLink(link),
          message: `${label(objective)} supports ${shortLabel(target)}, which is ${value}. Support what is still open in its place, or close this objective too.`,
          related: [{ place: placeOf(target), message: `${label(target)} is ${value}` }],
        });
      }
    }
  },
});
