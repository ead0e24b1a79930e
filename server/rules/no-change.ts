import type { MeasureReading } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { isReadable, judgedMeasures, measureLabel } from './judged-measures.ts';
import { placeIn } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'no-change',
  group: 'measures',
  severity: 'warning',
  title: 'Change that ends where it starts',
  summary: 'A change measure ends where it starts.',
  rationale: `A change that changes nothing is reached on the first day, or never, and pulls the score of its objective with it. Mostly a number was
copied and never edited. Where the level should be held while other things change, that is worth saying, and \`keep\` says it.`,
  sources: ['Grove, High Output Management, 1983 (paired indicators: what must not suffer)'],
  related: ['against-better', 'health-broken', 'relative-without-start'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics] },
  examples: {
    bad: [
      {
        title: 'The start was copied, and the target forgotten.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to «18%» }
  kr deploy "Time to first deploy falls" from 3d to «72h»
}
`,
      },
      {
        title: 'A change by nothing.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr signups "Signups grow" from 1_200 up «0%»
  kr invites "Teams of more than one" times «1»
  kr referrals "Customers who bring others" from 0 up «20%»
}
`,
      },
      {
        title: 'The metric stood there already when the quarter began.',
        source: `${COMPANY}metric nps "Net promoter score" { unit points better up drives arr checkin 2025-12-31 45 }
objective love "Customers recommend us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr nps "Promoters outnumber detractors" { metric nps to «45» }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
    good: [
      {
        title: 'What should stay as it is, is kept.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy stays short" keep at most 3d
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const judged of judgedMeasures(scope)) {
      const { entity, reading } = judged;
      const end = reading.measure.to ?? reading.measure.size;
      if (reading.direction !== 0 || end === null || !isReadable(reading)) continue;
      report({
        place: placeIn(entity, end),
        message: `${measureLabel(judged)} ends where it starts${startIn(reading)}. Write how far it should go, or \`keep at least …\` or \`keep at most …\` where it should stay.`,
      });
    }
  },
});

/** The start as written, where it is; else where it comes from. */
function startIn({ measure, start, metric }: MeasureReading): string {
  if (measure.from !== null) return `, at ${measure.from.text}`;
  return start === null || metric === null ? '' : `: its metric stood there already`;
}
