import { formatDay, type Day } from '../../grammar/calendar.ts';
import { firstProperty } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import { knownDays } from '../model/planning.ts';
import type { Initiative, KeyResult, Objective } from '../model/strategy.ts';
import { isBelow } from '../model/values.ts';
import { GOAL } from './example-goal.ts';
import { placeOf } from './places.ts';
import { itsObjective } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'overdue',
  group: 'time',
  severity: 'warning',
  title: 'Past its date and still open',
  summary: 'The period of an active objective or initiative, or the date of an active key result, has passed, and it is not reached.',
  rationale: `When the period is over, an objective is to be scored and closed: what was reached, what was learned, what goes on and why. One that
just stays open hides the result, good or bad, and blocks the honest conversation that the next quarter's plan rests on. A missed score is no
failure; a score that nobody looks at is.`,
  sources: ['Grove, High Output Management, 1983', 'Doerr, Measure What Matters, 2018'],
  exceptions: `Where the objective is overdue, nothing that stands in it is reported again. A health measure is held, not reached, so its date is
passed over. What ended more than \`past\` days (90) ago is history and no longer judged.`,
  related: ['missing-period', 'late-date', 'stale-checkin'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['objective', 'kr', 'initiative'], reach: [itsObjective] },
  examples: {
    bad: [
      {
        title: 'The quarter is over and the objective stands at half. Its key results are not reported again.',
        source: `${GOAL}objective «trials» "Trial teams become customers" {
  supports europe
  owner ada
  period 2025-Q4
  kr "Trials that buy within a month" from 12% to 20% now 16%
  kr "Price list in euro published" done by 2025-11-30
}
`,
      },
      {
        title: 'The quarter goes on, but the date of this key result has passed.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr «price-list» "Price list in euro published" done by 2026-02-15 now 60%
  kr "Trials that buy within a month" from 12% to 20% now 16%
}
`,
      },
      {
        title: 'An initiative has no score: when its time is over, say that it is done or dropped.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" from 12% to 20% now 16%
  initiative «checkout» "Checkout in euro" {
    period 2026-01-05 .. 2026-02-20
  }
}
`,
      },
    ],
    good: [
      {
        title: 'Scored and closed, or reached.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2025-Q4
  status done 2026-01-08 "Reached half; the rest is in the plan for the spring"
  kr "Trials that buy within a month" from 12% to 20% now 16%
}
objective listings "Customers find us where they look" {
  supports europe
  owner ada
  period 2025-Q4
  kr "Marketplaces that list us" from 2 to 6 now 6
}
`,
      },
      {
        title: 'On the last day there is still time, and a health measure has no date to miss.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Price list in euro published" done by 2026-03-01
  kr "Refunds stay rare" keep at most 2% by 2026-02-15 now 1.4%
}
`,
      },
    ],
  },
  check({ objectives, keyResults, initiatives, asOf }, report) {
    const scored = 'Record its result; then set `status done`, or `status dropped` with the reason, or move it to a period that lies ahead.';
    for (const objective of objectives) {
      const end = overdueSince(objective, asOf);
      if (end === null) continue;
      report({ place: placeOf(objective), message: `${label(objective)} ended on ${formatDay(end)} and ${standing(objective)}. ${scored}` });
    }
    for (const keyResult of keyResults) {
      const due = keyResultOverdueSince(keyResult, asOf);
      if (due === null) continue;
      report({
        place: placeOf(keyResult),
        message: `${label(keyResult)} was due on ${formatDay(due)} and ${standing(keyResult)}. Record its current value with a \`checkin\`, or set a new date with \`by\`, or \`status dropped\` with the reason.`,
      });
    }
    for (const initiative of initiatives) {
      const end = initiativeOverdueSince(initiative, asOf);
      if (end === null) continue;
      report({ place: placeOf(initiative), message: `${label(initiative)} was to end on ${formatDay(end)} and is still active. Set \`status done\` or \`status dropped\`, or a period that fits.` });
    }
  },
});

/** How far it came, in words. */
function standing({ score }: Objective | KeyResult): string {
  return score === null ? 'has no score' : `stands at ${Math.min(99, Math.floor(score * 100))}%`;
}

/** Below 1, or unknown: an unknown score is none of 1. */
function isUnreached({ score }: Objective | KeyResult): boolean {
  return score === null || isBelow(score, 1);
}

/** The last day of an active objective that is over and not reached; else null. */
export function overdueSince(objective: Objective, asOf: Day): Day | null {
  const days = knownDays(objective.period);
  return objective.active && days !== null && asOf > days.end && isUnreached(objective) ? days.end : null;
}

/** The own `by` of an active kr that has passed unreached, unless its objective is overdue too; else null. A health kr is held, not reached. */
export function keyResultOverdueSince(keyResult: KeyResult, asOf: Day): Day | null {
  const day = keyResult.by?.day ?? null;
  if (!keyResult.active || keyResult.healthMeasure || day === null || asOf <= day || !isUnreached(keyResult)) return null;
  return overdueSince(keyResult.objective, asOf) === null ? day : null;
}

/** The last day of an active initiative's own period that is over, unless its objective is overdue too; else null. */
export function initiativeOverdueSince(initiative: Initiative, asOf: Day): Day | null {
  if (!initiative.active || firstProperty(initiative.declaration, 'period') === undefined) return null;
  const days = knownDays(initiative.period);
  if (days === null || asOf <= days.end) return null;
  return initiative.objective !== null && overdueSince(initiative.objective, asOf) !== null ? null : days.end;
}
