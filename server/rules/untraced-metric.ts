import { label, shortLabel } from '../model/naming.ts';
import type { KeyResult } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { itsMetrics, itsObjective } from './reach.ts';
import { defineRule } from './rule.ts';
import { namedUpTo } from './wording.ts';

/** How many metrics of goals the message names. */
const NAMED_METRICS = 5;

export const rule = defineRule({
  code: 'untraced-metric',
  group: 'alignment',
  severity: 'warning',
  title: 'Random metric',
  summary: 'An active key result measures a metric from which no path of `drives` leads to a metric of the goal that its objective serves.',
  rationale: `The objective points at the right goal, and the number points elsewhere. A team will move the number it is given: if nobody has said how it moves
what the goal is measured by, a green quarter may leave the business where it was. Saying \`drives\` makes the assumption visible, so that it can be
argued with and later be checked.`,
  sources: ['Castro, The North Star Playbook, 2019', 'Grove, High Output Management, 1983 (indicators)', 'Kaplan and Norton, Strategy Maps, 2004'],
  exceptions: `Health measures (\`keep\`) are held beside the goal and need not lead to it. Where no goal of the objective has a metric, or a name on the way means
nothing, nothing is reported.`,
  related: ['unaligned-objective', 'unmeasured-goal', 'vanity-metric', 'driver-cycle'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'], reach: [itsObjective, itsMetrics] },
  examples: {
    bad: [
      {
        title: 'The goal is about revenue; how do talks at meet-ups move it?',
        source: `${COMPANY}metric talks "Talks at meet-ups" { unit talks better up }
objective known "The mid-market knows what we are for" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "We are heard where our buyers are" {
    metric «talks» from 1 to 9
  }
  kr "More trial teams deploy in week one" {
    metric activation from 18% to 35%
  }
}
`,
      },
    ],
    good: [
      {
        title: 'The assumption is written down: talks bring trials, trials bring revenue.',
        source: `${COMPANY}metric talks "Talks at meet-ups" { unit talks better up drives activation }
objective known "The mid-market knows what we are for" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "We are heard where our buyers are" {
    metric talks from 1 to 9
  }
  kr "More trial teams deploy in week one" {
    metric activation from 18% to 35%
  }
}
`,
      },
      {
        title: 'A health measure guards something beside the goal.',
        source: `${COMPANY}metric tickets "Support tickets a week" { unit tickets per week better down }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" {
    metric activation from 18% to 35%
  }
  kr "Support stays reachable" {
    metric tickets keep at most 120 tickets per week
  }
}
`,
      },
    ],
  },
  check({ keyResults }, report) {
    for (const keyResult of keyResults) {
      const { metric, metricLink, objective } = keyResult;
      if (metric === null || metricLink === null || !isUntraced(keyResult)) continue;
      const wanted = objective.goalMetrics;
      report({
        place: placeOfLink(metricLink),
        message: `${label(keyResult)} measures ${shortLabel(metric)}, which drives no metric of the goals that ${shortLabel(objective)} serves (${namedUpTo(wanted.map(({ id }) => id), NAMED_METRICS)}). Add \`drives\` to the metric, or measure one that leads there.`,
        related: wanted.slice(0, NAMED_METRICS).map((goalMetric) => ({ place: placeOf(goalMetric), message: `${label(goalMetric)} is what a goal is measured by` })),
      });
    }
  },
});

/** Whether this rule reports the metric of a key result. */
export function isUntraced(keyResult: KeyResult): boolean {
  if (!keyResult.active || keyResult.healthMeasure || keyResult.traced !== false) return false;
  return keyResult.objective.goalMetrics.length > 0;
}
