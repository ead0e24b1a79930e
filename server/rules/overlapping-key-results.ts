import { label, shortLabel } from '../model/naming.ts';
import type { KeyResult, Metric, Objective } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeOf, placeOfLink } from './places.ts';
import { itsMetrics, itsNeighbours, itsObjective } from './reach.ts';
import { defineRule } from './rule.ts';
import { segmentKey } from './segments.ts';

export const rule = defineRule({
  code: 'overlapping-key-results',
  group: 'alignment',
  severity: 'warning',
  title: 'The same metric twice in one objective',
  summary: 'Key results of one objective, neither dropped nor draft, all or none of them `keep`, name one metric and segment.',
  rationale: `Two key results that read the same dial count one success twice, or set two targets for it of which only one can be meant. The place is
better spent on another view of success. Three key results that say three things tell more than five that say two.`,
  sources: ['Wodtke, Radical Focus, 2016', 'Doerr, Measure What Matters, 2018'],
  exceptions: 'A change and a health measure of one metric may stand side by side, and so may key results for different segments.',
  related: ['conflicting-targets', 'too-many-key-results'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'], reach: [itsObjective, itsNeighbours, itsMetrics] },
  examples: {
    bad: [
      {
        title: 'Both read the same dial; a measure is not even needed for that.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr week-one "A third of the trials is live within a week" { metric «activation» at least 33% }
}
`,
      },
      {
        title: 'The same segment, written twice.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr germany "German trials deploy" { metric activation from 18% to 35% segment "Germany" }
  kr munich "They deploy in Munich too" { metric «activation» at least 30% segment "germany " }
}
`,
      },
    ],
    good: [
      {
        title: 'Two segments, and a floor beside a change.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr germany "German trials deploy" { metric activation from 18% to 35% segment "Germany" }
  kr france "French trials deploy" { metric activation from 11% to 20% segment "France" }
  kr floor "No week is worse than the last year's" { metric activation keep at least 15% segment "France" }
}
`,
      },
      {
        title: 'One of them was dropped.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr week-one "A third of the trials is live within a week" { metric activation at least 33% status dropped }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
    ],
  },
  check({ keyResults }, report) {
    for (const objective of new Set(keyResults.map((keyResult) => keyResult.objective))) {
      if (!objective.judged) continue;
      for (const [first, ...others] of groupsOf(objective)) {
        for (const keyResult of others) {
          if (!keyResult.judged || keyResult.metricLink === null || keyResult.metric === null || first === undefined) continue;
          report({
            place: placeOfLink(keyResult.metricLink),
            message: `${label(keyResult)} reads the same metric as ${shortLabel(first)}: ${shortLabel(keyResult.metric)}. `
              + 'Keep the one that matters, give the other its own metric, or say whom each is about with `segment`.',
            related: [{ place: placeOf(first), message: `${label(first)} reads it first.` }],
          });
        }
      }
    }
  },
});

/** Key results that name one metric and segment, all or none of them `keep`, as written. */
function groupsOf(objective: Objective): Iterable<readonly KeyResult[]> {
  const groups = new Map<string, KeyResult[]>();
  const numbers = new Map<Metric, number>();
  for (const keyResult of objective.keyResults) {
    const { status, metric, laterThan, reading, declaration } = keyResult;
    const segment = segmentKey(keyResult);
    if (status.value === 'dropped' || status.value === 'draft' || laterThan !== null || metric === null || segment === null) continue;
    // A measure that could not be read may be one to keep.
    if (reading === null && declaration.broken) continue;
    const number = numbers.get(metric) ?? numbers.size;
    numbers.set(metric, number);
    const key = `${number} ${String(keyResult.healthMeasure)} ${segment}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [keyResult]);
    else group.push(keyResult);
  }
  return groups.values();
}
