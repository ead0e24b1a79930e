import { formatDay, type Day, type DayRange } from '../../grammar/calendar.ts';
import { firstProperty, type PeriodExpression, type Span } from '../../grammar/tree.ts';
import { label, shortLabel } from '../model/naming.ts';
import { knownDays } from '../model/planning.ts';
import type { Initiative, KeyResult } from '../model/strategy.ts';
import { GOAL } from './example-goal.ts';
import { placeIn } from './places.ts';
import { itsObjective } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'late-date',
  group: 'time',
  severity: 'warning',
  title: 'Date outside the objective\'s period',
  summary: 'A key result is due outside the period of its objective, or an initiative ends after it.',
  rationale: `A key result that is due after its objective's period cannot count when the objective is scored: the quarter ends, the team looks back,
and the number is not there yet. Often the date is simply left over from last quarter's plan. Either the date belongs to this period, or the key
result to the next one. An initiative that goes on after the period cannot bring about, in time, what it is there for.`,
  sources: ['Niven and Lamorte, Objectives and Key Results, 2016'],
  exceptions: 'An initiative may begin before its objective. What a top-level initiative `advances` does not bind its dates.',
  related: ['needs-later', 'overdue', 'outside-goal-period', 'same-last-day'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['kr', 'initiative'], reach: [itsObjective] },
  examples: {
    bad: [
      {
        title: 'The audit is due two weeks after the quarter in which it is to count.',
        source: `${GOAL}objective trust "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q1
  kr "ISO 27001 certificate issued" done by «2026-04-15»
  kr "Security questionnaires answered within" from 12d to 3d
}
`,
      },
      {
        title: 'A date from last quarter was left standing; a period means its last day.',
        asOf: '2025-12-10',
        source: `${GOAL}objective trust "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q2
  kr "ISO 27001 certificate issued" {
    done by «2026-Q1»
  }
  kr "Security questionnaires answered within" from 12d to 3d by «2025-12-31»
}
`,
      },
      {
        title: 'The work ends after the period it is to make a difference in.',
        source: `${GOAL}objective trust "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q1
  kr answers "Security questionnaires answered within" from 12d to 3d
  initiative library "Library of approved answers" {
    advances answers
    period «2026-02-01 .. 2026-04-30»
  }
}
`,
      },
    ],
    good: [
      {
        title: 'Dates within the period, its first and last day included, and an initiative that began earlier.',
        source: `${GOAL}objective trust "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q2
  kr "Penetration test passed" done by 2026-04-01
  kr answers "Security questionnaires answered within" from 12d to 3d by 2026-06-30
  initiative library "Library of approved answers" {
    advances answers
    period 2026-01-15 .. 2026-05-31
  }
}
`,
      },
    ],
  },
  check({ keyResults, initiatives }, report) {
    for (const thing of [...keyResults, ...initiatives]) {
      const late = lateDate(thing);
      if (late === null) continue;
      const { objective, days } = late;
      const period = `the period of ${shortLabel(objective)}, ${formatDay(days.start)} to ${formatDay(days.end)}`;
      const message = thing.kind === 'initiative'
        ? `${label(thing)} ends on ${formatDay(late.day)}, after ${period}. End it by ${formatDay(days.end)}, or move it to an objective of a later period.`
        : `${label(thing)} is due on ${formatDay(late.day)}, ${late.day > days.end ? 'after' : 'before'} ${period}. ` +
          `Set a date within it, or move the key result to the objective of the period in which it is due.`;
      report({ place: placeIn(thing, late.span), message });
    }
  },
});

/** The date that this rule reports of a kr or an initiative, with the objective and period that it leaves; null without one. */
export function lateDate(thing: KeyResult | Initiative): { readonly span: Span; readonly day: Day; readonly objective: NonNullable<Initiative['objective']>; readonly days: DayRange } | null {
  const { objective } = thing;
  const days = objective === null ? null : knownDays(objective.period);
  if (!thing.judged || objective === null || days === null) return null;
  if (thing.kind === 'kr') {
    const day = thing.by?.day ?? null;
    return thing.by === null || day === null || (day >= days.start && day <= days.end) ? null : { span: thing.by.span, day, objective, days };
  }
  const written = firstProperty(thing.declaration, 'period')?.value ?? null;
  const own = knownDays(thing.period);
  return written === null || own === null || own.end <= days.end ? null : { span: expressionSpan(written), day: own.end, objective, days };
}

function expressionSpan(expression: PeriodExpression): Span {
  switch (expression.type) {
    case 'name': return expression.reference;
    case 'calendar': return expression.literal;
    case 'range': return expression.range;
  }
}
