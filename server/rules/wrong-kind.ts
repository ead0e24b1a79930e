import { label, shortLabel } from '../model/naming.ts';
import { targetKinds } from '../model/references.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { unreadText, unresolved } from './facts.ts';
import { defineRule } from './rule.ts';
import { unresolvedLinks } from './unresolved-links.ts';
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
  looksAt: { facts: [unresolved, unreadText] },
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
  check({ overview }, report) {
    for (const link of overview.once(unresolvedLinks)) {
      const { from, kind, reference, bearer } = link;
      if (link.resolution !== 'wrong-kind' || bearer === null) continue;
      report({
        place: placeOfLink(link),
        message: `${label(from)} says \`${kind} ${reference.text}\`, but ${shortLabel(bearer)} is ${withArticle(bearer.kind)}. Name ${anyOf(targetKinds(kind, from.kind))} after \`${kind}\`.`,
        related: [{ place: placeOf(bearer), message: `${label(bearer)} is declared here` }],
      });
    }
  },
});
