import { formatDay } from '../../grammar/calendar.ts';
import { label, shortLabel } from '../model/naming.ts';
import { compareEntities } from '../model/order.ts';
import type { Objective, Person, Team } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { ownedBy } from './ownership.ts';
import { firstOverload, type Load } from './peak-load.ts';
import { placeOf } from './places.ts';
import { whatItOwns } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'too-many-objectives',
  group: 'ownership and focus',
  severity: 'info',
  title: 'Too many objectives at once',
  summary: 'On some day from as-of on, an owner has more than `max` active objectives.',
  rationale: `The art of strategy is in what is left out. Whoever answers for seven objectives answers for none: each week the urgent one wins, and
the important ones wait. Grove: "if we try to focus on everything, we focus on nothing." Doerr asks for three to five at a time, Wodtke
for one. Pause or drop the weakest, or start it in the next quarter.`,
  sources: ['Grove, High Output Management, 1983', 'Doerr, Measure What Matters, 2018', 'Wodtke, Radical Focus, 2016'],
  exceptions: `Objectives count on the days of their period, one without a period on every day; one whose period cannot be read does not count. What a team owns
is not counted for its members.`,
  related: ['too-many-key-results', 'over-capacity', 'many-owners'],
  options: {
    max: { type: 'number', default: 5, minimum: 1, description: 'How many active objectives an owner may have on one day.' },
  },
  dependsOnAsOf: true,
  looksAt: { subjects: ['team', 'person'], reach: [whatItOwns] },
  examples: {
    bad: [
      {
        title: 'Three at once, where this company has agreed on two.',
        options: { max: 2 },
        source: `person maya "Maya Okafor"
team «growth» "Growth"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective referrals "Customers bring customers" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr invites "Teams that invite another team" from 12 to 40 teams
}
objective renewals "Customers stay" {
  supports win-midmarket  owner growth  period 2026-03-15 .. 2026-06-30
  kr churn "Customers who leave in a quarter" from 25 to 15 customers
}
`,
      },
    ],
    good: [
      {
        title: 'Never more than two on one day: the next one begins when another is over.',
        options: { max: 2 },
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective referrals "Customers bring customers" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr invites "Teams that invite another team" from 12 to 40 teams
}
objective renewals "Customers stay" {
  supports win-midmarket  owner growth  period 2026-Q2
  kr churn "Customers who leave in a quarter" from 25 to 15 customers
}
`,
      },
      {
        title: 'What is paused, and what another owner has, does not count.',
        options: { max: 1 },
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective referrals "Customers bring customers" {
  supports win-midmarket  owner growth  period 2026-Q1  status paused
  kr invites "Teams that invite another team" from 12 to 40 teams
}
objective renewals "Customers stay" {
  supports win-midmarket  owner maya  period 2026-Q1
  kr churn "Customers who leave in a quarter" from 25 to 15 customers
}
`,
      },
    ],
  },
  check({ people, teams, asOf }, report, { max }) {
    for (const owner of [...people, ...teams]) {
      const overload = firstOverload(loadsOf(owner), asOf, max);
      if (overload === null) continue;
      const { day } = overload;
      const items = [...overload.items].sort(compareEntities);
      report({
        place: placeOf(owner),
        message: `${label(owner)} answers for ${items.length} objectives on ${formatDay(day)}, more than ${max}: ${items.map(shortLabel).join(', ')}. `
          + 'Pause or drop the least important, let it begin later, or give it to another owner.',
        related: items.map((objective) => ({ place: placeOf(objective), message: `${label(objective)} is one of them.` })),
      });
    }
  },
});

/** Its active objectives; one without a period is on at all times, one whose period cannot be told is left out. */
function loadsOf(owner: Person | Team): readonly Load<Objective>[] {
  return ownedBy(owner).objectives.flatMap((objective) => {
    if (!objective.active || objective.period.state === 'unknown') return [];
    const days = objective.period.state === 'known' ? objective.period.period.days : { start: -Infinity, end: Infinity };
    return [{ item: objective, start: days.start, end: days.end, weight: 1 }];
  });
}
