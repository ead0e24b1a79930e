import { label, shortLabel } from '../model/naming.ts';
import { targetKinds } from '../model/references.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { defineRule } from './rule.ts';
import { anyOf, withArticle } from './wording.ts';

export const rule = defineRule({
  code: 'wrong-kind',
  group: 'structure',
  severity: 'error',
  title: 'Reference to the wrong kind of thing',
  summary: 'A reference names something of a kind that cannot stand there.',
  rationale: `The name exists, but it cannot do what this line asks of it: a metric owns nothing, and a key result advances no goal by being its sponsor.
What the author meant is not written down, so nobody can follow it.`,
  exceptions: 'A name that is declared twice is reported by `duplicate-name` alone.',
  related: ['unknown-reference', 'duplicate-name'],
  options: {},
  dependsOnAsOf: false,
  examples: {
    bad: [
      {
        title: 'The objective supports a number instead of the goal that the number belongs to.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket, «arr»
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
      {
        title: 'A lead is a person; a team has members and no one name to call.',
        source: `${COMPANY}team sales "Sales" {
  lead «growth»
}
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner sales
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
    good: [
      {
        title: 'Objectives support goals, objectives or key results; metrics stand behind `metric`.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" {
    metric activation from 18% to 35%
  }
}
`,
      },
    ],
  },
  check(strategy, report) {
    for (const entity of strategy.entities) {
      for (const link of entity.links) {
        if (link.resolution !== 'wrong-kind' || link.bearer === null) continue;
        const allowed = anyOf(targetKinds(link.kind, entity.kind));
        report({
          place: placeOfLink(link),
          message: `${label(entity)} says \`${link.kind} ${link.reference.text}\`, but ${shortLabel(link.bearer)} is ${withArticle(link.bearer.kind)}. Name ${allowed} after \`${link.kind}\`.`,
          related: [{ place: placeOf(link.bearer), message: `${label(link.bearer)} is declared here` }],
        });
      }
    }
  },
});
