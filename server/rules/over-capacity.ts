import { formatDay, type Day } from '../../grammar/calendar.ts';
import { baseAmount, comparable } from '../../grammar/quantity.ts';
import type { Quantity } from '../../grammar/tree.ts';
import { label, shortLabel } from '../model/naming.ts';
import { compareEntities } from '../model/order.ts';
import type { Initiative, Person, Team } from '../model/strategy.ts';
import { scoreRangeProblem } from '../model/values.ts';
import { COMPANY } from './example-company.ts';
import { ownedBy } from './ownership.ts';
import { firstOverload, type Load } from './peak-load.ts';
import { placeOf } from './places.ts';
import { whatItOwns } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'over-capacity',
  group: 'measures',
  severity: 'warning',
  title: 'More work planned than there is capacity',
  summary: 'On some day from as-of on, the efforts of an owner\'s active initiatives sum to more than its capacity.',
  rationale: `A plan that needs six engineers of a team that has four is not ambitious: it is a decision about what comes late, left to chance.
Work in queues grows much faster than the load that causes it, so a team planned to the brim delivers everything later, not a little more. The time to
choose is when the plan is written, and the choice is the leader's, not the team's.`,
  sources: ['Reinertsen, The Principles of Product Development Flow, 2009', 'Grove, High Output Management, 1983'],
  exceptions: `Only efforts that can be compared with the capacity count, and only those of initiatives with a period that is known. Every owner counts the whole
effort; a team does not count what its members own.`,
  related: ['too-many-objectives', 'unshared-dependency'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['team', 'person'], reach: [whatItOwns] },
  examples: {
    bad: [
      {
        title: 'In March both initiatives run, and they need six engineers of the five.',
        source: `${COMPANY}team «platform» "Platform" { capacity 5 engineers }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
  initiative wizard "Guided setup wizard" {
    owner platform
    period 2026-02-01 .. 2026-03-15
    effort 4 engineers
  }
  initiative sandbox "Sandbox without a credit card" {
    owner platform
    period 2026-03
    effort 2 engineers
  }
}
`,
      },
      {
        title: 'An initiative that names no owner and no period has its objective\'s.',
        source: `person maya "Maya Okafor" in growth
team «growth» "Growth" { capacity 10 days per month }
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
  initiative wizard "Guided setup wizard" { effort 2 weeks per month }
}
`,
      },
    ],
    good: [
      {
        title: 'The same initiatives, one after the other.',
        source: `${COMPANY}team platform "Platform" { capacity 5 engineers }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
  initiative wizard "Guided setup wizard" {
    owner platform
    period 2026-02-01 .. 2026-03-15
    effort 4 engineers
  }
  initiative sandbox "Sandbox without a credit card" {
    owner platform
    period 2026-03-16 .. 2026-03-31
    effort 5 engineers
  }
}
`,
      },
      {
        title: 'What was too much in January is over, what is paused waits, and money is no matter of engineers.',
        source: `${COMPANY}team platform "Platform" { capacity 5 engineers }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr errors "Onboarding stays reliable" keep at most 0.5%
  initiative import "Import from a spreadsheet" { owner platform period 2026-01 effort 9 engineers status done }
  initiative wizard "Guided setup wizard" { owner platform period 2026-03 effort 4 engineers }
  initiative sandbox "Sandbox without a credit card" { owner platform period 2026-03 effort 4 engineers status paused }
  initiative launch "Launch campaign" { owner platform period 2026-03 effort $40k }
}
`,
      },
    ],
  },
  check({ people, teams, asOf }, report) {
    for (const owner of [...people, ...teams]) {
      const overload = findOverload(owner, asOf);
      if (overload === null) continue;
      const { day } = overload;
      const items = [...overload.items].sort(compareEntities);
      report({
        place: placeOf(owner),
        message: `${label(owner)} has a capacity of ${owner.capacity?.text ?? '?'}, but the initiatives that it owns need more on ${formatDay(day)}: `
          + `${items.map((initiative) => `${shortLabel(initiative)} ${initiative.effort?.text ?? '?'}`).join(', ')}. `
          + 'Move one to another time, pause it, or find it another owner.',
        related: items.map((initiative) => ({
          place: placeOf(initiative), message: `${label(initiative)} needs ${initiative.effort?.text ?? '?'} on ${formatDay(day)}.`,
        })),
      });
    }
  },
});

function findOverload(owner: Person | Team, asOf: Day) {
  const { capacity } = owner;
  const limit = capacity === null ? null : amountOf(capacity);
  if (capacity === null || limit === null) return null;
  const initiatives = ownedBy(owner).initiatives.filter(({ active }) => active);
  return firstOverload(initiatives.flatMap((initiative) => loadOf(initiative, capacity)), asOf, limit);
}

/** What an initiative weighs against a capacity; nothing where its effort or its days cannot be told. */
function loadOf(initiative: Initiative, capacity: Quantity): Load<Initiative>[] {
  const { effort, period } = initiative;
  if (effort === null || period.state !== 'known' || !comparable(effort, capacity)) return [];
  const weight = amountOf(effort);
  return weight === null ? [] : [{ item: initiative, ...period.period.days, weight }];
}

/** The amount in the base unit of its kind; null for `?` and for what is `invalid-value`, which counts as not written. */
function amountOf(quantity: Quantity): number | null {
  const amount = baseAmount(quantity);
  return amount === null || amount < 0 || scoreRangeProblem(quantity) !== null ? null : amount;
}
