import { formatDay, type Day } from '../../grammar/calendar.ts';
import { label } from '../model/naming.ts';
import { knownDays } from '../model/planning.ts';
import type { KeyResult, Metric } from '../model/strategy.ts';
import { isBelow } from '../model/values.ts';
import { hasCheckins, NO_CHECKINS, readDates, type CheckinDates } from './checkin-days.ts';
import { GOAL } from './example-goal.ts';
import { placeOf } from './places.ts';
import { itsMetrics } from './reach.ts';
import { someCheckin } from './facts.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'stale-checkin',
  group: 'time',
  severity: 'info',
  title: 'Key result without a recent check-in',
  summary: 'In a strategy with check-ins, an active key result has had none for more than `days` days.',
  rationale: `OKRs are kept alive by looking at them: a number that nobody has updated for a month steers nothing, and by the end of the quarter it
comes as a surprise. Regular check-ins are where a team notices early that a bet does not pay off, while there is still time to do something else.`,
  sources: ['Wodtke, Radical Focus, 2016', 'Doerr, Measure What Matters, 2018 (on continuous performance management)'],
  exceptions: `Silent in a strategy in which no key result has a check-in yet: then the numbers are kept elsewhere. A check-in on the metric counts as one.
Milestones, health measures and what is reached are passed over.`,
  related: ['overdue', 'low-confidence'],
  options: {
    days: { type: 'number', default: 30, minimum: 0, description: 'Days without a check-in after which a key result is stale.' },
  },
  dependsOnAsOf: true,
  looksAt: { subjects: ['kr'], reach: [itsMetrics], facts: [someCheckin] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Nobody has looked at it since January.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr «conversion» "Trials that buy within a month" {
    from 12% to 20%
    checkin 2026-01-20 13%
  }
}
`,
      },
      {
        title: 'Others check in; this one never did, and the quarter is two months old.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr conversion "Trials that buy within a month" {
    from 12% to 20%
    checkin 2026-02-24 15%
  }
  kr «first-report» "Time to the first report" from 6d to 1d
}
`,
      },
      {
        title: 'A team that meets every fortnight sets `days` lower.',
        options: { days: 14 },
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr «conversion» "Trials that buy within a month" {
    from 12% to 20%
    checkin 2026-02-10 14%
  }
}
`,
      },
    ],
    good: [
      {
        title: 'Checked in within the month, on the key result or on its metric.',
        source: `${GOAL}metric conversion "Trials that buy within a month" {
  unit %
  better up
  drives arr
  checkin 2026-02-20 15%
}
objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "More trials buy" {
    metric conversion from 12% to 20%
  }
  kr "Time to the first report" {
    from 6d to 1d
    checkin 2026-01-30 4d
  }
}
`,
      },
      {
        title: 'A quarter that began three weeks ago, a milestone, and one that is reached.',
        asOf: '2026-04-21',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q2
  kr "Trials that buy within a month" from 12% to 20%
}
objective listings "Customers find us where they look" {
  supports europe
  owner ada
  period 2026-H1
  kr "Catalogue of apps published" done
  kr "Marketplaces that list us" {
    from 2 to 6
    checkin 2026-02-02 6
  }
}
`,
      },
    ],
  },
  check({ keyResults, strategy, asOf }, report, { days }) {
    if (!hasCheckins(strategy)) return;
    // Read once a metric, however many krs name it.
    const ofMetrics = new Map<Metric, CheckinDates>();
    for (const keyResult of keyResults) {
      const start = knownDays(keyResult.period)?.start;
      if (start === undefined || !isInProgress(keyResult, start, asOf)) continue;
      const own = readDates(keyResult.checkins, asOf);
      const { metric } = keyResult;
      const ofMetric = metric === null ? NO_CHECKINS : ofMetrics.get(metric) ?? readDates(metric.checkins, asOf);
      if (metric !== null) ofMetrics.set(metric, ofMetric);
      if (own.unreadable || ofMetric.unreadable) continue;
      const last = latestOf(start, own.latest, ofMetric.latest);
      if (asOf - last <= days) continue;
      const since = last > start ? `since ${formatDay(last)}` : `since its period began on ${formatDay(start)}`;
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} has had no check-in ${since}, ${asOf - last} days ago. Add \`checkin ${formatDay(asOf)}\` with where it stands now.`,
      });
    }
  },
});

function latestOf(start: Day, ...days: readonly (Day | null)[]): Day {
  return days.reduce<Day>((latest, day) => (day !== null && day > latest ? day : latest), start);
}

/** An active kr with a change or threshold measure, not reached, of which the days are running. */
function isInProgress(keyResult: KeyResult, start: Day, asOf: Day): boolean {
  const { reading, score, lastDay, metric, metricLink } = keyResult;
  if (!keyResult.active || reading === null || reading.kind === 'milestone' || reading.keep) return false;
  // A metric whose name means nothing might have the check-in, and so might what could not be read of a metric.
  if (metricLink !== null && (metric === null || metric.declaration.broken)) return false;
  return score !== null && isBelow(score, 1) && lastDay !== null && start <= asOf && asOf <= lastDay;
}
