import { formatDay, type Day } from '../../grammar/calendar.ts';
import { label, shortLabel } from '../model/naming.ts';
import { knownDays } from '../model/planning.ts';
import type { Goal, Initiative, KeyResult, Objective } from '../model/strategy.ts';
import { GOAL } from './example-goal.ts';
import { lateDate } from './late-date.ts';
import { isPlanned } from './planned.ts';
import { placeOf, placeOfLink } from './places.ts';
import { itsObjective, whatItNeeds } from './reach.ts';
import { defineRule } from './rule.ts';

type PlannedEntity = Goal | Objective | KeyResult | Initiative;

export const rule = defineRule({
  code: 'needs-later',
  group: 'time',
  severity: 'warning',
  title: 'Need that comes too late',
  summary: 'Something active needs a thing that ends later than itself.',
  rationale: `If what you need is due after you are, one of the two dates is wrong, and the two teams do not know it yet. This is the cheapest moment to
find out: both plans are still on paper. Later it is a missed quarter and a quarrel about whose fault it was.`,
  exceptions: `Where the thing that is needed stands in the same objective and its date lies outside the period, \`late-date\` says so already. An
objective that needs what stands in it, or the other way round, shares its period by nature. Of things that need each other in a circle only
\`dependency-cycle\` is said.`,
  related: ['needs-dropped', 'late-date', 'unshared-dependency'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['goal', 'objective', 'kr', 'initiative'], reach: [whatItNeeds, itsObjective], circles: ['needs'] },
  examples: {
    bad: [
      {
        title: 'The launch is due in March; the certificate it needs comes in June.',
        source: `${GOAL}objective banks "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q1
  needs «audit.iso»
  kr "Banks under contract" from 0 to 3
}
objective audit "We can show that data is safe with us" {
  supports europe
  owner ada
  period 2026-H1
  kr iso "ISO 27001 certificate issued" done
}
`,
      },
      {
        title: 'Within one objective: due in February, resting on work that ends in March.',
        source: `${GOAL}objective banks "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Standard contract accepted by two banks' lawyers" {
    done by 2026-03-06
    needs «contract»
  }
  initiative contract "Contract rewritten for banks" {
    period 2026-02-01 .. 2026-03-20
  }
}
`,
      },
    ],
    good: [
      {
        title: 'What is needed is there first, or on the same day.',
        source: `${GOAL}objective banks "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-H1
  needs audit.iso
  kr "Banks under contract" from 0 to 3
}
objective audit "We can show that data is safe with us" {
  supports europe
  owner ada
  period 2026-H1
  kr iso "ISO 27001 certificate issued" done
}
`,
      },
      {
        title: 'What is done already is never late.',
        source: `${GOAL}objective banks "Banks can buy from us" {
  supports europe
  owner ada
  period 2026-Q1
  needs audit.iso
  kr "Banks under contract" from 0 to 3
}
objective audit "We can show that data is safe with us" {
  supports europe
  owner ada
  period 2026-H1
  kr iso "ISO 27001 certificate issued" {
    done
    status done 2026-02-12
  }
}
`,
      },
    ],
  },
  check({ entities, strategy }, report) {
    const circles = new Map(strategy.cycles.filter(({ kind }) => kind === 'needs').flatMap((cycle) => [...cycle.members].map((member) => [member, cycle])));
    for (const entity of entities) {
      if (!isPlanned(entity) || !entity.active) continue;
      const end = endOf(entity);
      if (end === null) continue;
      for (const link of entity.links) {
        const { target } = link;
        if (link.kind !== 'needs' || target === null || !isPlanned(target) || target.closed) continue;
        const neededEnd = endOf(target);
        // On a circle somebody is always later than what needs it: the circle is the one mistake.
        if (circles.has(entity) && circles.get(entity) === circles.get(target)) continue;
        if (neededEnd === null || neededEnd <= end || isNested(entity, target) || isReportedAsLate(entity, target)) continue;
        report({
          place: placeOfLink(link),
          message: `${label(entity)} ends on ${formatDay(end)} and needs ${shortLabel(target)}, which ends on ${formatDay(neededEnd)}. ` +
            `Agree on dates that fit: what is needed first, or this later.`,
          related: [{ place: placeOf(target), message: `Ends on ${formatDay(neededEnd)}` }],
        });
      }
    }
  },
});

/** The day on which something ends: a kr's `by`, else its period's last day; null where that cannot be told. */
function endOf(entity: PlannedEntity): Day | null {
  return entity.kind === 'kr' ? entity.lastDay : knownDays(entity.period)?.end ?? null;
}

function objectiveOf(entity: PlannedEntity): Objective | null {
  return entity.kind === 'kr' || entity.kind === 'initiative' ? entity.objective : null;
}

/** Whether one stands in the other. */
function isNested(a: PlannedEntity, b: PlannedEntity): boolean {
  return objectiveOf(a) === b || objectiveOf(b) === a;
}

/** Whether `late-date` tells already that what is needed is late for the objective in which both stand. */
function isReportedAsLate(entity: PlannedEntity, target: PlannedEntity): boolean {
  if (target.kind !== 'kr' && target.kind !== 'initiative') return false;
  return target.objective !== null && target.objective === objectiveOf(entity) && lateDate(target) !== null;
}
