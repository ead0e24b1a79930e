import { describeUnit } from '../../grammar/quantity.ts';
import type { Quantity } from '../../grammar/tree.ts';
import { label, shortLabel } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { measureProblems, metricOf, type FoundProblem } from './measure-problems.ts';
import { placeIn, placeOf } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule, type Fix } from './rule.ts';
import { written } from './wording.ts';

export const rule = defineRule({
  code: 'unit-mismatch',
  group: 'structure',
  severity: 'error',
  title: 'Quantities that cannot be compared',
  summary: 'Quantities that belong together, of a measure, its metric and its values, are not in comparable units.',
  rationale: `Progress is the way from a start to a target. Between 18% and 35 customers there is no way, and so no progress, no score and no honest status.
Mostly a sign was forgotten (\`18\` for \`18%\`) or the wrong metric was named; sometimes it shows that two people understand the metric differently,
which is worth knowing before the quarter begins.`,
  exceptions: `Any two durations and any two sizes compare (\`3d\` with \`4h\`). A plain number stands for any unit word (\`from 1 to 10 teams\`), a plain 0 for anything,
and \`?\` is comparable with anything. After \`up\` and \`down\` a \`%\` is a share of the start; \`pp\` adds percentage points to a measure in \`%\`.`,
  related: ['missing-property', 'ambiguous-change', 'invalid-value'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['metric', 'goal', 'kr'], reach: [itsMetrics] },
  examples: {
    bad: [
      {
        title: 'The metric is in percent; the target forgot its sign.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploys "More trial teams deploy in week one" {
    metric activation from «18» to 35
  }
}
`,
        fixed: {
          title: 'Write them in %',
          source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploys "More trial teams deploy in week one" {
    metric activation from 18% to 35%
  }
}
`,
        },
      },
      {
        title: 'A check-in reports customers where the key result counts money.',
        source: `${COMPANY}objective self-serve "Mid-market teams buy without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr revenue "Revenue from self-service" from $0 to $300k {
    checkin 2026-02-15 «40 customers»
  }
}
`,
      },
    ],
    good: [
      {
        title: 'Durations compare with durations, and a plain 0 with anything.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "Time to first deploy falls" from 3d to 4h now 2 days
  kr "Revenue from self-service" from 0 to $300k
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const found of measureProblems(scope)) {
      const { entity, problem, reading } = found;
      if (problem.rule !== 'unit-mismatch' || problem.detail.type !== 'mismatch') continue;
      const metric = metricOf(entity, reading);
      const fromMetric = problem.detail.from === 'metric' && metric !== null && metric !== entity;
      report({
        place: placeIn(entity, problem.span),
        message: message(found),
        related: fromMetric ? [{ place: placeOf(metric), message: `${label(metric)} is in ${describeUnit(problem.detail.expected)}` }] : [],
        fixes: percentFix(found),
      });
    }
  },
});

function message({ entity, problem, reading }: FoundProblem): string {
  const { detail } = problem;
  if (detail.type !== 'mismatch') return '';
  const expected = describeUnit(detail.expected);
  const metric = metricOf(entity, reading);
  const owner = detail.from === 'measure' || metric === null ? 'the measure is' : metric === entity ? 'it is' : `its metric ${shortLabel(metric)} is`;
  const rate = detail.found.per ?? detail.expected.per;
  if (detail.found.per !== detail.expected.per && describeUnit({ ...detail.found, per: null }) === describeUnit({ ...detail.expected, per: null })) {
    return `${label(entity)} says \`${written(entity, problem.span)}\`, while ${owner} in ${expected}. Write \`per ${rate ?? ''}\` after each of the amounts, or after none.`;
  }
  const other = detail.from === 'measure' || metric === null || metric === entity ? '' : ', or name the metric that is meant';
  return `${label(entity)} says \`${written(entity, problem.span)}\`, which is in ${describeUnit(detail.found)}, while ${owner} in ${expected}. Write it in ${expected}${other}.`;
}

/** Plain numbers throughout, where the metric is in percent: the signs were forgotten. */
function percentFix({ entity, problem, reading }: FoundProblem): readonly Fix[] {
  if (reading === null || problem.detail.type !== 'mismatch' || problem.detail.expected.unit.kind !== 'percent') return [];
  const { from, to, size, low, high } = reading.measure;
  const now = reading.now?.value?.type === 'quantity' ? reading.now.value.quantity : null;
  const parts = [from, to, low, high, now].filter((part) => part !== null);
  if (size !== null || !parts.every(isPlain)) return [];
  return [{
    title: 'Write them in %',
    edits: () => parts.map((part) => ({ place: placeIn(entity, { start: part.end, end: part.end }), newText: '%' })),
  }];
}

function isPlain(quantity: Quantity): boolean {
  return quantity.unit.kind === 'none' && quantity.per === null;
}
