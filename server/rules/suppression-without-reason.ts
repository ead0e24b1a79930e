import { COMPANY } from './example-company.ts';
import { defineRule, type Fix, type Place } from './rule.ts';
import { isUnused } from './suppression-use.ts';

const OBJECTIVE = `  supports win-midmarket
  owner growth
  kr "More trial teams deploy in week one" from 18% to 35%
}
`;

export const rule = defineRule({
  code: 'suppression-without-reason',
  group: 'suppressions',
  severity: 'warning',
  title: 'Suppression without a reason',
  summary: 'A comment silences a finding and does not say why.',
  rationale: `A suppression is a decision: this is known, and we accept it. In a year nobody remembers who decided it and whether it still holds, and what cannot
be questioned stays forever. One half sentence is enough.`,
  exceptions: 'The suppression works all the same. One of which every rule is an `unused-suppression` gets those findings only.',
  related: ['unused-suppression'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { suppressions: true },
  examples: {
    bad: [
      {
        title: 'Somebody decided that this objective needs no period; why?',
        source: `${COMPANY}«// throughline-ignore missing-period»
objective self-serve "Mid-market teams start without talking to us" {
${OBJECTIVE}`,
      },
      {
        title: 'The reason is there, but not after a colon.',
        source: `${COMPANY}«// throughline-ignore missing-period until the board has met»
objective self-serve "Mid-market teams start without talking to us" {
${OBJECTIVE}`,
        fixed: {
          title: 'Put a colon before the reason',
          source: `${COMPANY}// throughline-ignore missing-period: until the board has met
objective self-serve "Mid-market teams start without talking to us" {
${OBJECTIVE}`,
        },
      },
    ],
    good: [
      {
        title: 'The reason stands after a colon.',
        source: `${COMPANY}// throughline-ignore missing-period: the board sets the period on 2026-03-10
objective self-serve "Mid-market teams start without talking to us" {
${OBJECTIVE}`,
      },
    ],
  },
  check({ strategy }, report, _options, suppressions) {
    for (const suppression of suppressions) {
      const { place, rules, reason, stray } = suppression;
      if (reason !== null || rules.every((rule) => isUnused(rule, suppression, strategy))) continue;
      report({
        place,
        message: stray === null
          ? 'This suppression gives no reason. Add a colon and why it is right, such as `: agreed with the board on 2026-03-10`.'
          : 'This suppression gives no reason that can be told from the rules. Put a colon between the rules and the reason.',
        fixes: stray === null ? [] : colonFix(stray, rules[rules.length - 1]?.place),
      });
    }
  },
});

function colonFix(stray: Place, lastRule: Place | undefined): readonly Fix[] {
  if (lastRule === undefined) return [];
  const between = { origin: stray.origin, span: { start: lastRule.span.end, end: stray.span.start } };
  return [{ title: 'Put a colon before the reason', edits: () => [{ place: between, newText: ': ' }] }];
}
