import type { Measure, Span } from '../../grammar/tree.ts';
import { COMPANY } from './example-company.ts';
import { judgedMeasures, measureLabel } from './judged-measures.ts';
import { placeIn } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'placeholder-target',
  group: 'measures',
  severity: 'warning',
  title: 'Number still to be found',
  summary: 'A start, target, bound or size in a measure is `?`.',
  rationale: `\`?\` is honest: it says that a number is not known yet, which is better than an invented one. But a measure with a hole in it has no
score, and a target that nobody has set commits nobody. The first week of a quarter is the time to find it out; a rough number, measured once,
is worth more than a perfect one in the last week. As Hubbard shows, very little measuring is needed where nothing is known yet.`,
  sources: ['Hubbard, How to Measure Anything, 2007', 'Doerr, Measure What Matters, 2018'],
  exceptions: '`now ?` is no hole in the measure: the current value may come later. A number that must stay confidential may be left as `?` and the finding silenced with that reason.',
  related: ['missing-baseline', 'relative-without-start', 'unmeasured-key-result'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics] },
  examples: {
    bad: [
      {
        title: 'The target was left for later, and the quarter is half over.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to «?» }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
      {
        title: 'A start, a bound and a size can be missing as well; of two holes in one measure the first is reported.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr invites "Teams invite their colleagues" from «?» to ? now 12 users
  kr errors "Onboarding stays reliable" keep at most «?%»
  kr signups "Signups grow" from 1_200 up «?%»
}
`,
      },
      {
        title: 'The measure of a goal.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to «$?» }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
    good: [
      {
        title: 'A first number, which a better one may replace, and a current value that is not known yet.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% now ? }
  kr invites "Teams invite their colleagues" at least 40 users
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const judged of judgedMeasures(scope)) {
      const { entity, reading } = judged;
      if (reading.problem?.rule !== 'placeholder-target') continue;
      const { span } = reading.problem;
      report({
        place: placeIn(entity, span),
        message: `${measureLabel(judged)} does not say ${missingPart(reading.measure, span)} yet. Write the number instead of \`?\`; a rough one will do to begin with.`,
      });
    }
  },
});

function missingPart(measure: Measure, span: Span): string {
  if (span.start === measure.from?.start) return 'where it starts';
  if (span.start === measure.to?.start) return 'where it should end';
  if (span.start === measure.size?.start) return 'how much it should change';
  return measure.keep ? 'which level to keep' : 'which level to reach';
}
