import type { MeasureReading } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { isReadable, measureLabel, type JudgedMeasure } from './judged-measures.ts';
import { placeIn } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule } from './rule.ts';
import type { Scope } from './scope.ts';

export const rule = defineRule({
  code: 'health-broken',
  group: 'measures',
  severity: 'warning',
  title: 'Health measure that is broken',
  summary: 'The current value breaks a health measure (`keep`).',
  rationale: `A health measure is a promise about what must not suffer while everything pushes towards the targets. When it is broken, progress
elsewhere is being paid for with something that was declared not for sale, and that is a decision for the whole team, today and not in the review
at the end of the quarter. Until it holds again its objective is off track, whatever the scores say.`,
  sources: ['Wodtke, Radical Focus, 2016 (health metrics)', 'Grove, High Output Management, 1983 (paired indicators)'],
  exceptions: 'Without a current value nothing is reported: record one with `now` or `checkin`.',
  related: ['no-health-measure', 'stale-checkin', 'conflicting-targets'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics] },
  examples: {
    bad: [
      {
        title: 'Setup became fast, and fails for one team in fifty.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h now 5h
  kr errors "Onboarding stays reliable" «keep at most 0.5%» now 0.4% {
    checkin 2026-02-27 2% "Since the new wizard"
  }
}
`,
      },
      {
        title: 'The value may come from the metric, and the measure may be a goal\'s.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
metric margin "Gross margin" { unit % better up checkin 2026-02-20 58% }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M metric margin «keep at least 65%» }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr margin "The new plan pays for itself" { metric margin «keep between 60% and 75%» }
}
`,
      },
    ],
    good: [
      {
        title: 'It holds, to the last tenth.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h now 5h
  kr errors "Onboarding stays reliable" keep at most 0.5% now 0.5%
}
`,
      },
      {
        title: 'A level that is still to be reached is no promise that was broken.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h now 5h
  kr rating "Teams rate the guided setup" at least 4.5/5 now 4.1/5
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const broken of brokenMeasures(scope)) {
      const { entity, reading, value } = broken;
      report({
        place: placeIn(entity, reading.measure.span),
        message: `${measureLabel(broken)} should ${bounds(reading)}, and is at ${value}. Decide with its owner how it comes back, or agree on another level and write it here.`,
      });
    }
  },
});

interface BrokenMeasure extends JudgedMeasure {
  /** The current value as written. */
  readonly value: string;
}

function brokenMeasures({ keyResults, goals }: Scope): readonly BrokenMeasure[] {
  const broken: BrokenMeasure[] = [];
  for (const keyResult of keyResults) {
    const { reading, current } = keyResult;
    if (!keyResult.judged || !keyResult.brokenHealth || reading === null || !isReadable(reading)) continue;
    broken.push({ entity: keyResult, reading, value: current?.quantity?.text ?? 'another' });
  }
  for (const goal of goals) {
    if (!goal.judged) continue;
    for (const { reading, current, progress } of goal.metrics) {
      // The progress of a health measure is 1 where it holds, else 0.
      if (reading === null || !reading.keep || progress !== 0 || !isReadable(reading)) continue;
      broken.push({ entity: goal, reading, value: current?.quantity?.text ?? 'another' });
    }
  }
  return broken;
}

function bounds({ measure: { form, low, high } }: MeasureReading): string {
  if (form === 'between') return `stay between ${low?.text ?? '?'} and ${high?.text ?? '?'}`;
  return form === 'at-most' ? `stay at or below ${high?.text ?? '?'}` : `stay at or above ${low?.text ?? '?'}`;
}
