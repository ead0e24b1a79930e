import { formatDay, type Day } from '../../grammar/calendar.ts';
import { label } from '../model/naming.ts';
import type { Strategy } from '../model/strategy.ts';
import { currentPeriods } from './current-periods.ts';
import { GOAL } from './example-goal.ts';
import { placeOf } from './places.ts';
import { periodsNow } from './facts.ts';
import { defineRule } from './rule.ts';

/** How many declared periods the message names. */
const SUGGESTED_PERIODS = 3;

export const rule = defineRule({
  code: 'missing-period',
  group: 'time',
  severity: 'warning',
  title: 'Objective without a period',
  summary: 'An active objective has no `period`.',
  rationale: `An objective without a period is a wish: nobody can say whether it is late, nobody knows when to look at it again, and it quietly
stays on the list for years. The fixed rhythm is what makes OKRs work: a few commitments, for a time, after which the team scores them, learns, and
chooses anew. Without a period there is also no expected progress, so the objective can be neither on track nor behind.`,
  sources: ['Doerr, Measure What Matters, 2018', 'Wodtke, Radical Focus, 2016'],
  exceptions: 'A draft or a paused objective may be without a period until it is active. A period whose name means nothing is reported by `unknown-reference` alone.',
  related: ['overdue', 'outside-goal-period', 'invalid-period'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['objective'], facts: [periodsNow] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Nobody can say when this objective should have been reached.',
        source: `${GOAL}objective «trials» "Trial teams become customers" {
  supports europe
  owner ada
  kr "Trials that buy within a month" from 12% to 20%
}
`,
      },
      {
        title: 'A `by` on each key result is no period: it does not say when the work on the objective begins.',
        source: `${GOAL}objective «trials» "Trial teams become customers" {
  supports europe
  owner ada
  kr "Trials that buy within a month" from 12% to 20% by 2026-03-31
}
`,
      },
    ],
    good: [
      {
        title: 'A calendar quarter needs no declaration.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" from 12% to 20%
}
`,
      },
      {
        title: 'The period may be a declared one, or two dates.',
        source: `${GOAL}period spring 2026-02-01 .. 2026-04-30
objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period spring
  kr "Trials that buy within a month" from 12% to 20%
}
objective renewals "Customers stay" {
  supports europe
  owner ada
  period 2026-01-15 .. 2026-06-30
  kr "Customers who renew" from 80% to 90%
}
`,
      },
      {
        title: 'A draft may be without, and so may an objective that is paused.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" from 12% to 20%
}
objective referrals "Customers bring customers" {
  status draft
}
objective partners "Partners sell for us" {
  supports europe
  owner ada
  status paused 2026-02-02 "Until the partner manager has started"
  kr "Deals that a partner brings" from 0 to 5 deals
}
`,
      },
    ],
  },
  check({ objectives, strategy }, report) {
    let suggestion: string | null = null;
    for (const objective of objectives) {
      if (!objective.active || objective.period.state !== 'none') continue;
      suggestion ??= periodSuggestion(strategy);
      report({ place: placeOf(objective), message: `${label(objective)} has no period. Add \`period\` and when it should be reached, ${suggestion}.` });
    }
  },
});

function periodSuggestion(strategy: Strategy): string {
  const current = currentPeriods(strategy);
  if (current.length === 0) return `such as \`${calendarQuarter(strategy.asOf)}\``;
  return `such as ${current.slice(0, SUGGESTED_PERIODS).map(({ id }) => `\`${id}\``).join(' or ')}`;
}

function calendarQuarter(day: Day): string {
  const [year, month] = formatDay(day).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}
