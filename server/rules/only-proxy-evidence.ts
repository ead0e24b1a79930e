import { allProperties } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';
import { listed } from './wording.ts';

/** Evidence that comes neither from customers themselves nor from what they do (language.md section 3). */
const PROXIES: ReadonlySet<string> = new Set(['survey', 'sales', 'internal']);

export const rule = defineRule({
  code: 'only-proxy-evidence',
  group: 'words',
  severity: 'hint',
  title: 'Customer goal on second-hand evidence',
  summary: 'A `customer` goal has evidence, none of it first-hand: no interview, no data, no experiment.',
  rationale: `What sales, a survey or a meeting says about customers is an opinion about them. It may be right. But a goal about customers commits a
company for a year, and a handful of conversations with those it is about, or a look at what they do, costs a week. Teams that talk to
customers regularly find out early which of their beliefs are wrong.`,
  sources: ['Torres, Continuous Discovery Habits, 2021', 'Cagan, Inspired, 2nd edition, 2017'],
  exceptions: 'A goal without any evidence is the matter of `no-evidence`, which is off unless turned on. Goals of other kinds are passed over.',
  related: ['no-evidence', 'goal-without-kind'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal'] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Sales and a survey say so.',
        source: `person ada "Ada Park"
metric renewal "Customers who renew" { unit % better up }
goal «trust» "Customers trust us with their payroll" {
  kind     customer
  owner    ada
  metric   renewal from 80% to 92%
  evidence sales "Lost deals mention missing audits"
  evidence survey 2025-11-03 "61% call security their first question"
}
objective audits "Auditors find nothing" {
  supports trust
  owner ada
  period 2026-Q1
  kr "Findings in the external audit" from 14 to 0
}
`,
      },
    ],
    good: [
      {
        title: 'One first-hand piece of evidence is enough, and a business goal needs none.',
        source: `person ada "Ada Park"
metric renewal "Customers who renew" { unit % better up }
goal trust "Customers trust us with their payroll" {
  kind     customer
  owner    ada
  metric   renewal from 80% to 92%
  evidence sales "Lost deals mention missing audits"
  evidence interview 2025-11-12 "Nine heads of payroll: two audits a year are expected"
}
goal market "Be known in Austria" {
  kind     business
  owner    ada
  metric   renewal
  supports trust
  evidence internal "The board wants it"
}
objective audits "Auditors find nothing" {
  supports trust, market
  owner ada
  period 2026-Q1
  kr "Findings in the external audit" from 14 to 0
}
`,
      },
    ],
  },
  check({ goals }, report) {
    for (const goal of goals) {
      if (!goal.judged || goal.goalKind !== 'customer') continue;
      const kinds = allProperties(goal.declaration, 'evidence').map(({ value }) => value.word?.text ?? '');
      // A kind that is none of the list has its own finding; it may have been meant as a first-hand one.
      if (kinds.length === 0 || !kinds.every((kind) => PROXIES.has(kind))) continue;
      report({
        place: placeOf(goal),
        message: `${label(goal)} is about customers and rests on ${listed([...new Set(kinds)])} alone. Add \`evidence interview\`, \`evidence data\` or \`evidence experiment\` from those it is about.`,
      });
    }
  },
});
