import { COMPANY } from './example-company.ts';
import { defineRule, type AppliedSuppression, type Finding, type Fix, type SuppressedRule } from './rule.ts';
import { isUnused } from './suppression-use.ts';

const OBJECTIVE = `objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`;

export const rule = defineRule({
  code: 'unused-suppression',
  group: 'suppressions',
  severity: 'warning',
  title: 'Suppression that silences nothing',
  summary: 'A rule in a suppression silences no finding there. It stands on the rule\'s word; on the comment where that names no rule.',
  rationale: `The reason for it is gone, or the comment stands in the wrong place or names a rule that does not exist. Left standing, it will one day hide
something that nobody decided to accept.`,
  exceptions: `Nothing is said where the rule is switched off, where a draft or something closed or past stands (it may be needed when that is judged), and of rules that
depend on the day. Nor is it while what stands there has a syntax error, or while a file that could not be read keeps the rule silent.`,
  related: ['suppression-without-reason'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { suppressions: true },
  examples: {
    bad: [
      {
        title: 'The objective got its owner long ago.',
        source: `${COMPANY}// throughline-ignore «missing-owner»: decided in the next leadership meeting
${OBJECTIVE}`,
        fixed: { title: 'Remove the suppression', source: `${COMPANY}${OBJECTIVE}` },
      },
      {
        title: 'There is no such rule.',
        source: `${COMPANY}// throughline-ignore «no-owner»: decided in the next leadership meeting
${OBJECTIVE}`,
      },
      {
        title: 'A suppression for the whole file stands above the first declaration.',
        source: `${COMPANY}// throughline-ignore-file «missing-owner»: decided in the next leadership meeting
${OBJECTIVE}`,
      },
    ],
    good: [
      {
        title: 'It silences a finding, and says why that is right.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  // throughline-ignore unmeasured-key-result: the number comes with the survey on 2026-03-20
  kr happy "Trial teams are happy with their first week"
}
`,
      },
    ],
  },
  check({ strategy }, report, _options, suppressions) {
    for (const suppression of suppressions) {
      if (suppression.rules.length === 0) report(namesNone(suppression));
      for (const suppressed of suppression.rules) {
        if (isUnused(suppressed, suppression, strategy)) report(unusedRule(suppressed, suppression));
      }
    }
  },
});

function namesNone(suppression: AppliedSuppression): Finding {
  return {
    place: suppression.place,
    message: 'This suppression names no rule. Write the rules after it, with commas between, then a colon and the reason; or remove it.',
    fixes: [removal(suppression)],
  };
}

function unusedRule(suppressed: SuppressedRule, suppression: AppliedSuppression): Finding {
  return {
    place: suppressed.place,
    message: unusedMessage(suppressed, suppression),
    fixes: [suppression.rules.length === 1 ? removal(suppression) : removalOf(suppressed, suppression)],
    unnecessary: true,
  };
}

function unusedMessage({ code, rule: suppressedRule }: SuppressedRule, { tooLow, scope }: AppliedSuppression): string {
  if (suppressedRule === null) {
    return CANNOT_BE_SILENCED.has(code)
      ? `'${code}' cannot be silenced. Mend what it reports.`
      : `There is no rule '${code}', so that this silences nothing. \`throughline explain\` lists the rules.`;
  }
  if (tooLow) return `'${code}' is not silenced: a suppression for the whole file stands above its first declaration. Move it there, or write \`throughline-ignore\`.`;
  return `'${code}' reports nothing ${scope === 'file' ? 'in this file' : 'here'}, so that silencing it does nothing. Remove it.`;
}

const CANNOT_BE_SILENCED: ReadonlySet<string> = new Set(['syntax', 'settings', 'suppression-without-reason', 'unused-suppression']);

/** Takes the whole comment out, with its line where nothing else stands on it. */
function removal({ place, alone }: AppliedSuppression): Fix {
  const { text } = place.origin.chunk.chunk;
  let { start, end } = place.span;
  while (start > 0 && /[^\S\r\n]/.test(text.charAt(start - 1))) start--;
  if (alone && /^(?:\r\n|\r|\n)/.test(text.slice(end))) end += text.startsWith('\r\n', end) ? 2 : 1;
  return { title: 'Remove the suppression', edits: () => [{ place: { origin: place.origin, span: { start, end } }, newText: '' }] };
}

/** Takes one of several rules out, with one of the commas beside it. */
function removalOf(suppressed: SuppressedRule, { rules }: AppliedSuppression): Fix {
  const { origin, span } = suppressed.place;
  return {
    title: `Remove '${suppressed.code}'`,
    edits: () => {
      const at = rules.indexOf(suppressed);
      const start = rules[at - 1]?.place.span.end ?? span.start;
      const end = at > 0 ? span.end : rules[at + 1]?.place.span.start ?? span.end;
      return [{ place: { origin, span: { start, end } }, newText: '' }];
    },
  };
}
