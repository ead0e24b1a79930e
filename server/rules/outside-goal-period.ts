import { formatDay, type DayRange } from '../../grammar/calendar.ts';
import { label, shortLabel } from '../model/naming.ts';
import { knownDays } from '../model/planning.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { whatItSupports } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'outside-goal-period',
  group: 'alignment',
  severity: 'warning',
  title: 'Objective that comes before or after its goal',
  summary: 'The period of an active objective does not overlap the period of a goal that it supports directly.',
  rationale: `Work that begins after its goal has ended cannot help it, and work that is over before the goal begins was for something else. Mostly a period was
carried over from last year; sometimes it shows that the goal itself should have been renewed or closed.`,
  exceptions: 'Goals that are done or dropped are left to `supports-closed`. Goals reached through another objective are not looked at.',
  related: ['supports-closed', 'late-date', 'missing-period'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [whatItSupports] },
  examples: {
    bad: [
      {
        title: 'The goal is for 2026, the objective for the first quarter of 2027.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports «win-midmarket»
  owner growth
  period 2027-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
    ],
    good: [
      {
        title: 'A quarter within the goal\'s year, and one that reaches over its end.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
objective expand "Teams bring the next team" {
  supports win-midmarket
  owner growth
  period 2026-11-01 .. 2027-01-31
  kr "Customers with a second team" from 10% to 25%
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      const own = knownDays(objective.period);
      if (!objective.active || own === null) continue;
      for (const { link, target } of objective.supports) {
        if (target?.kind !== 'goal' || target.closed) continue;
        const goals = knownDays(target.period);
        if (goals === null || (own.start <= goals.end && goals.start <= own.end)) continue;
        report({
          place: placeOfLink(link),
          message: `${label(objective)} lasts ${span(own)}, while goal ${shortLabel(target)} lasts ${span(goals)}. Change one of the periods, or support a goal of that time.`,
          related: [{ place: placeOf(target), message: `${label(target)} lasts ${span(goals)}` }],
        });
      }
    }
  },
});

function span({ start, end }: DayRange): string {
  return `from ${formatDay(start)} to ${formatDay(end)}`;
}
