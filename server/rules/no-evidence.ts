import { firstProperty } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { placeOf } from './places.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'no-evidence',
  group: 'words',
  severity: 'off',
  title: 'Goal without evidence',
  summary: 'A goal has no evidence.',
  rationale: `A goal is a bet on what customers, the market or the company need. Writing down what the bet rests on lets others check it, and lets
one find out later which kind of evidence has been right. Teams that want to work this way turn the rule on.`,
  sources: ['Torres, Continuous Discovery Habits, 2021', 'Ries, The Lean Startup, 2011'],
  exceptions: 'Off unless turned on in `throughline.json`. Some goals come from outside (a law, an owner\'s decision): `evidence internal` says so in a line.',
  related: ['only-proxy-evidence', 'unmeasured-goal'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal'] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Why this market, and not another?',
        source: `person ada "Ada Park"
metric arr "Annual recurring revenue" { unit $ better up }
goal «europe» "Win the German-speaking market" {
  kind   growth
  owner  ada
  metric arr from $2M to $5M
}
objective resellers "Resellers bring us in" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Deals that a reseller brings" from 0 to 12 deals
}
`,
      },
    ],
    good: [
      {
        title: 'What the bet rests on.',
        source: `person ada "Ada Park"
metric arr "Annual recurring revenue" { unit $ better up }
goal europe "Win the German-speaking market" {
  kind     growth
  owner    ada
  metric   arr from $2M to $5M
  evidence data 2025-12-01 "A third of inbound demos come from there, without a page in German"
}
objective resellers "Resellers bring us in" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Deals that a reseller brings" from 0 to 12 deals
}
`,
      },
    ],
  },
  check({ goals }, report) {
    for (const goal of goals) {
      if (!goal.judged || firstProperty(goal.declaration, 'evidence') !== undefined) continue;
      report({ place: placeOf(goal), message: `${label(goal)} has no evidence. Add \`evidence\`, its kind, and what makes you believe in it: \`evidence interview "…"\`.` });
    }
  },
});
