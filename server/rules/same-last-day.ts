import { formatDay } from '../../grammar/calendar.ts';
import { label } from '../model/naming.ts';
import { knownDays } from '../model/planning.ts';
import { countedKeyResults } from './counted-key-results.ts';
import { GOAL } from './example-goal.ts';
import { placeIn, placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

/** Two dates that fall on the last day may be chance; from three on they are a habit. */
const FEWEST = 3;

export const rule = defineRule({
  code: 'same-last-day',
  group: 'time',
  severity: 'hint',
  title: 'Everything due on the last day',
  summary: 'Three or more key results of an objective say `by` with the last day of its period.',
  rationale: `A date that is the last day of the quarter says nothing that the period does not say already. When all key results fall due on it, nothing
can be learned on the way: the first sign of trouble comes when there is no time left. Spread out what can be spread out, so that the first
results tell whether the rest is worth it.`,
  sources: ['Niven and Lamorte, Objectives and Key Results, 2016'],
  exceptions: 'Key results that say no `by` at all are passed over: they simply last as long as the objective.',
  related: ['late-date', 'missing-period', 'all-milestones'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['objective'], reach: [itsKeyResults] },
  examples: {
    bad: [
      {
        title: 'Three dates, all the last of March.',
        source: `${GOAL}objective «trials» "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" from 12% to 20% by 2026-03-31
  kr "Time to the first report" from 6d to 1d by 2026-03-31
  kr "Price list in euro published" done by 2026-Q1
}
`,
      },
    ],
    good: [
      {
        title: 'The price list comes first, so that its effect can be seen; what has no date of its own says none.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" from 12% to 20%
  kr "Time to the first report" from 6d to 1d by 2026-03-31
  kr "Price list in euro published" done by 2026-03-06
  kr "Refunds stay rare" keep at most 2% by 2026-03-31
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      const days = knownDays(objective.period);
      if (!objective.judged || days === null) continue;
      const due = countedKeyResults(objective).filter(({ by }) => by?.day === days.end);
      if (due.length < FEWEST) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has ${due.length} key results that are due on ${formatDay(days.end)}, the last day of its period. ` +
          'Give those that can come earlier a date of their own, and leave `by` out of the others.',
        related: due.map((keyResult) => ({ place: placeIn(keyResult, keyResult.by?.span ?? keyResult.declaration.span), message: `Due on ${formatDay(days.end)}` })),
      });
    }
  },
});
