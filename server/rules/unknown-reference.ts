import { label } from '../model/naming.ts';
import { targetKinds } from '../model/references.ts';
import type { EntityKind, Link } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeOfLink } from './places.ts';
import { namesNear, replacements } from './referable-names.ts';
import { declaredNames, unreadText, unresolved } from './facts.ts';
import { defineRule } from './rule.ts';
import { unresolvedLinks } from './unresolved-links.ts';
import { anyOf, suggestion } from './wording.ts';

export const rule = defineRule({
  code: 'unknown-reference',
  group: 'structure',
  severity: 'error',
  title: 'Reference that names nothing',
  summary: 'A reference names something that no file of the strategy declares.',
  rationale: `A link that leads nowhere looks like alignment and is none. Usually it is a slip of the pen, or something was renamed or removed and this
line was forgotten; either way the owner, goal or metric that is meant is not there. The nearest names of the right kind are suggested.`,
  exceptions: 'It is silent while a file of the strategy could not be read, and where a syntax error hides the declaration that is named. What depends on the name is not reported as well.',
  related: ['wrong-kind', 'duplicate-name'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { facts: [unresolved, declaredNames, unreadText] },
  silentWhile: ['unread-files'],
  examples: {
    bad: [
      {
        title: 'A slip of the pen: the objective serves no goal at all, and its board slide says it does.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports «win-midmarkt»
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
        also: ['unsupported-goal'],
        fixed: {
          title: "Replace with 'win-midmarket'",
          source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
        },
      },
      {
        title: 'Jonas left, and one key result still names him.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploys "More trial teams deploy in week one" from 18% to 35% {
    owner «jonas»
  }
}
`,
      },
    ],
    good: [
      {
        title: 'Names may be declared in any file and any order; a key result is named by its objective and its own name.',
        source: {
          'company.strategy': `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }
`,
          'okrs/growth.strategy': `objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploys "More trial teams deploy in week one" from 18% to 35%
}
objective docs "Every question has its answer in the docs" {
  supports self-serve.deploys
  owner maya
  period 2026-Q1
  kr "Docs searches without a result" from 22% to 5%
}
`,
        },
      },
    ],
  },
  check({ overview }, report) {
    const unknown = overview.once(unresolvedLinks).filter(({ resolution }) => resolution === 'unknown');
    const names = namesNear(overview, unknown);
    for (const link of unknown) {
      const near = names(link);
      report({ place: placeOfLink(link), message: message(link, near), fixes: replacements(link, near) });
    }
  },
});

function message(link: Link, near: readonly string[]): string {
  const { text } = link.reference;
  const kinds = targetKinds(link.kind, link.from.kind);
  const advice = near.length > 0 ? suggestion(near) : partOfYear(text, kinds) ?? ` Declare it, or name ${anyOf(kinds)} that exists.`;
  return `${label(link.from)} says \`${link.kind} ${text}\`, but nothing is named '${text}'.${advice}`;
}

/** `Q1` alone: which year is meant? */
function partOfYear(text: string, kinds: readonly EntityKind[]): string | null {
  if (!kinds.includes('period') || !/^(?:Q[1-4]|H[12])$/i.test(text)) return null;
  return ` Write the year too, such as \`2026-${text.toUpperCase()}\`, or declare it: \`period ${text} 2026-02-01 .. 2026-04-30\`.`;
}
