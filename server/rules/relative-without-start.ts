import { shortLabel } from '../model/naming.ts';
import type { MeasureReading } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { judgedMeasures, measureLabel, startsNowhere } from './judged-measures.ts';
import { placeIn } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'relative-without-start',
  group: 'measures',
  severity: 'info',
  title: 'Relative change without a start',
  summary: '`up`, `down` or `times` has no start: none is written, and its metric has no value when the period begins.',
  rationale: `"Up 25%" of what? As long as nobody wrote down where it starts, the target moves with whoever remembers the start differently, and no
score can be given. The start costs one number, and finding it out often changes the target: many teams learn only then how far they have to go.`,
  exceptions: `A start may also come from the metric: its latest check-in up to the first day of the period, else its \`now\`. Where the metric's name means
nothing, or what it says cannot be read, only that is reported.`,
  related: ['missing-baseline', 'ambiguous-change', 'no-change'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'A quarter more than what?',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr signups "Signups grow" «up 25%» now 1_350
  kr invites "Teams of more than one double" «times 2»
}
`,
      },
      {
        title: 'The metric has no value from before the quarter. Of a goal it is the same.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
metric seats "Paid seats" { unit seats better up drives arr checkin 2026-02-15 1_350 seats }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr «up 30%» }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr seats "Paid seats grow" { metric seats «up 25%» }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
    good: [
      {
        title: 'The start is written.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr signups "Signups grow" from 1_200 up 25%
  kr invites "Teams of more than one double" from 40 times 2
}
`,
      },
      {
        title: 'The metric says where it stood when the quarter began, or where it stands.',
        source: `${COMPANY}metric seats "Paid seats" { unit seats better up drives arr checkin 2025-12-31 1_200 seats }
metric signups "Signups per month" { unit signups better up drives arr now 310 }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr seats "Paid seats grow" { metric seats up 25% }
  kr signups "Signups grow" { metric signups times 1.5 }
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const judged of judgedMeasures(scope)) {
      const { entity, reading } = judged;
      // Without a start, a change by nothing ends where it starts all the same: that is `no-change`.
      if (reading.measure.form === 'to' || reading.direction === 0 || !startsNowhere(judged)) continue;
      report({
        place: placeIn(entity, reading.measure.span),
        message: `${measureLabel(judged)} has no start, so nobody can tell where it should end. Write where it starts before \`${reading.measure.form}\`: \`from …\`${orRecord(reading)}.`,
      });
    }
  },
});

function orRecord({ metric }: MeasureReading): string {
  return metric === null ? '' : `, or add a \`checkin\` from before the period to metric ${shortLabel(metric)}`;
}
