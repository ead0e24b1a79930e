import { COMPANY } from './example-company.ts';
import { judgedMeasures, measureLabel } from './judged-measures.ts';
import { placeIn } from './places.ts';
import { itsMetrics } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'ambiguous-change',
  group: 'measures',
  severity: 'warning',
  title: 'Change by a percentage of a percentage',
  summary: '`up` or `down` by a `%` where the start or the metric is itself in `%`.',
  rationale: `"Up 5%" from 18% means 18.9% to one reader and 23% to the next, and both are right: the first takes five per cent of the start, the
second five percentage points. The two teams find out in the last week of the quarter. Points (\`pp\`) or the target itself leave no doubt.`,
  exceptions: 'A percentage of anything that is not itself a percentage is clear: `from 1_200 up 25%` ends at 1,500.',
  related: ['relative-without-start', 'unit-mismatch'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics] },
  examples: {
    bad: [
      {
        title: 'To 18.9%, or to 23%?',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" from 18% up «5%»
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
        fixed: {
          title: 'Write 5pp',
          source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" from 18% up 5pp
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
        },
      },
      {
        title: 'The metric is in percent, though the measure does not repeat where it starts.',
        source: `${COMPANY}metric churn "Customers who leave in a quarter" { unit % better down drives arr now 8% }
objective renewals "Customers stay" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr churn "Fewer customers leave" { metric churn down «2%» }
  kr tickets "Tickets are answered faster" from 3d to 4h
}
`,
      },
    ],
    good: [
      {
        title: 'Percentage points, or the target, say which.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% up 5pp }
  kr invited "Trial teams of more than one" from 40% to 42%
}
`,
      },
      {
        title: 'A percentage of a count or of money is clear.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr signups "Signups grow" from 1_200 signups up 25%
  kr cost "Winning a customer costs less" from $900 down 10%
}
`,
      },
    ],
  },
  check(scope, report) {
    for (const judged of judgedMeasures(scope)) {
      const { entity, reading } = judged;
      const { size, form } = reading.measure;
      if (reading.problem?.rule !== 'ambiguous-change' || size === null) continue;
      const place = placeIn(entity, reading.problem.span);
      const points = `${size.text.replace(/ ?%$/, '')}pp`;
      report({
        place,
        message: `${measureLabel(judged)} is in percent already, so \`${form} ${size.text}\` can mean two things: ${size.text} of the start, or percentage points. `
          + `Write \`${form} ${points}\` for points, or the target itself with \`to\`.`,
        fixes: [{ title: `Write ${points}`, edits: () => [{ place, newText: points }] }],
      });
    }
  },
});
