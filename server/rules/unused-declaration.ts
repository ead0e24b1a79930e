import { label } from '../model/naming.ts';
import type { Entity } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { allNamedInPassing } from './named-in-passing.ts';
import { placeOf } from './places.ts';
import { namesInPassing } from './facts.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'unused-declaration',
  group: 'ownership and focus',
  severity: 'hint',
  title: 'Declared and named nowhere',
  summary: 'Nothing names a team, period or metric, or a person who is in no team either.',
  rationale: `What nobody names is left over from last year or was never connected: a metric that was meant to be the measure of something, a team
that no objective belongs to. Either it is missing somewhere, which is worth knowing, or it can go, and the strategy is shorter by a line.`,
  exceptions: 'Drafts, closed and past things count: what they name is named. While a file has a syntax error or could not be read, nothing is reported, since it may be named there.',
  related: ['unknown-reference', 'untraced-metric'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['team', 'period', 'metric', 'person'], facts: [namesInPassing] },
  silentWhile: ['unread-files', 'syntax-errors'],
  examples: {
    bad: [
      {
        title: 'Last year\'s quarter, a metric that measures nothing, a team without work, and somebody who is nowhere.',
        source: `${COMPANY}period «FY25-Q4» 2025-11-01 .. 2026-01-31
metric «nps» "Net promoter score" { unit points better up drives arr }
team «brand» "Brand"
person «lena» "Lena Fischer"
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
    good: [
      {
        title: 'Each is named somewhere, and who is in a team needs no objective.',
        source: `${COMPANY}period FY26 2026-02-01 .. 2027-01-31
period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26
team brand "Brand"
person lena "Lena Fischer" in brand
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period FY26-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
  },
  check({ teams, periods, metrics, people, overview }, report) {
    const inPassing = overview.once(allNamedInPassing);
    for (const entity of [...teams, ...periods, ...metrics, ...people]) {
      if (entity.laterThan !== null || entity.usedBy.length > 0 || isMember(entity) || inPassing.has(entity) || inPassing.has(entity.id)) continue;
      report({
        place: placeOf(entity),
        message: `${label(entity)} is named nowhere. Name it where it belongs, or remove it.`,
        unnecessary: true,
      });
    }
  },
});

/** A person in a team is needed there, whatever else names them. */
function isMember({ kind, declaration }: Entity): boolean {
  return kind === 'person' && declaration.in !== null;
}
