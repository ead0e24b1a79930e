import { label, shortLabel } from '../model/naming.ts';
import { COMPANY } from './example-company.ts';
import { judgedMeasures } from './judged-measures.ts';
import { placeIn, placeOf } from './places.ts';
import { itsMetrics, othersOnItsMetric, supportAmongItsMetric } from './reach.ts';
import { defineRule } from './rule.ts';
import { findTargetConflicts } from './target-conflicts.ts';

export const rule = defineRule({
  code: 'against-better',
  group: 'measures',
  severity: 'warning',
  title: 'Change for the worse',
  summary: 'A change measure moves its metric against `better`.',
  rationale: `The metric says which way is better; this measure pays for going the other way. Sometimes start and target were swapped, sometimes
\`better\` is wrong, and sometimes the trade is meant: a lower price for more customers. Whichever it is, it should be decided and not be
overlooked, since the team will be praised for reaching it.`,
  sources: ['Goodhart, Problems of Monetary Management, 1975', 'Strathern, Improving Ratings, 1997'],
  exceptions: `A \`to\` without a start has no direction and is left alone. A key result that pulls against another one on the same metric is reported as \`conflicting-targets\` only.
Where the trade is meant, silence the finding with the reason.`,
  related: ['conflicting-targets', 'no-change'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal', 'kr'], reach: [itsMetrics, othersOnItsMetric, supportAmongItsMetric] },
  examples: {
    bad: [
      {
        title: 'Start and target are swapped.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation «from 35% to 18%» }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
`,
      },
      {
        title: 'The word tells the direction where no start does.',
        source: `${COMPANY}metric churn "Customers who leave in a quarter" { unit customers better down drives arr }
objective renewals "Customers stay" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr churn "Fewer customers leave" { metric churn «up 20%» }
  kr tickets "Tickets are answered faster" from 3d to 4h
}
`,
      },
      {
        title: 'A goal can have it as well.',
        source: `person maya "Maya Okafor"
metric arr "Annual recurring revenue" { unit $ better up }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr «from $9M to $4.2M» }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr deploy "Time to first deploy falls" from 3d to 4h
  kr signups "Signups grow" from 1_200 up 25%
}
`,
      },
    ],
    good: [
      {
        title: 'Up where up is better, down where down is.',
        source: `${COMPANY}metric churn "Customers who leave in a quarter" { unit customers better down drives arr }
objective renewals "Customers stay" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr churn "Fewer customers leave" { metric churn from 25 customers down 20% }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
`,
      },
      {
        title: 'A metric that does not say what is better takes any direction.',
        source: `${COMPANY}metric price "Average price of a seat" { unit $ drives arr }
objective entry "Small teams can afford to start" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr price "The first seat costs less" { metric price from $40 to $25 }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
`,
      },
    ],
  },
  check(scope, report) {
    const conflicts = scope.overview.once(findTargetConflicts);
    for (const { entity, reading } of judgedMeasures(scope)) {
      const { metric, direction } = reading;
      const better = metric?.better ?? null;
      if (metric === null || better === null || direction === null || direction === 0 || !reading.sound) continue;
      const way = direction === 1 ? 'up' : 'down';
      if (way === better) continue;
      if (entity.kind === 'kr' && conflicts.of(entity)?.pullsApart === true) continue;
      report({
        place: placeIn(entity, reading.measure.span),
        message: `${label(entity)} moves metric ${shortLabel(metric)} ${way}, but ${better} is better for it. Turn the measure round, or correct \`better\` of the metric.`,
        related: [{ place: placeOf(metric), message: `Better ${better} is said here.` }],
      });
    }
  },
});
