import type { Unit } from '../../grammar/quantity.ts';
import { shortLabel } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { judgedMeasures, measureLabel, startsNowhere } from './judged-measures.ts';
import { placeIn } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule } from './rule.ts';

/** What rarely begins at nothing. A count does: the first ten customers come from none. */
const UNITS_WITH_A_START: ReadonlySet<Unit['kind']> = new Set(['percent', 'duration', 'currency', 'size', 'score', 'multiple']);

export const rule = defineRule({
  code: 'missing-baseline',
  group: 'measures',
  severity: 'hint',
  title: 'Target without a baseline',
  summary: 'A measure of a key result or goal says `to` in `%`, time, money, size, a score or a multiple and has no start.',
  rationale: `"To 35%" is a leap from 10% and a rounding from 34%. Without the baseline nobody who reads the key result can tell whether it is
ambitious, and progress can only be counted from zero, which makes the first half look like work that was never done. If nobody knows the baseline,
finding it out is the first thing to do.`,
  sources: ['Niven and Lamorte, Objectives and Key Results, 2016'],
  exceptions: 'Counts begin at nothing and need no baseline: `to 10 customers`. The start may also be the metric\'s value on the first day of the period.',
  related: ['relative-without-start', 'placeholder-target'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'How far is it to 35%, to four hours, to $90k?',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation «to 35%» }
  kr deploy "Time to first deploy falls" «to 4h» now 2d
  kr revenue "Self-serve brings in money" «to $90k per month»
  kr rating "Teams rate the guided setup" «to 4.5/5»
}
`,
      },
      {
        title: 'The same in a goal.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr «to $9M» }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
}
`,
      },
    ],
    good: [
      {
        title: 'The baseline is written, or the metric has it from before the quarter.',
        source: `${COMPANY}metric rating "Rating of the guided setup" { unit /5 better up drives arr checkin 2025-12-15 3.9/5 }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr rating "Teams rate the guided setup" { metric rating to 4.5/5 }
}
`,
      },
      {
        title: 'A count begins at nothing, and a level to reach needs no start.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr teams "Teams that buy without a call" to 40 teams
  kr rating "Teams rate the guided setup" at least 4.5/5
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const judged of judgedMeasures(scope)) {
      const { entity, reading } = judged;
      const { form, to } = reading.measure;
      if (form !== 'to' || to === null || reading.unit === null || !UNITS_WITH_A_START.has(reading.unit.unit.kind) || !startsNowhere(judged)) continue;
      const orRecord = reading.metric === null ? '' : ` (or add a \`checkin\` from before the period to metric ${shortLabel(reading.metric)})`;
      report({
        place: placeIn(entity, reading.measure.span),
        message: `${measureLabel(judged)} does not say where it starts. Write \`from … to ${to.text}\`${orRecord}, or \`at least ${to.text}\` / \`at most ${to.text}\` for a level to reach.`,
      });
    }
  },
});
