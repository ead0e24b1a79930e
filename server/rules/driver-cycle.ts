import { circleFindings } from './circles.ts';
import { defineRule } from './rule.ts';

const OKRS = `person maya "Maya Okafor"
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
metric arr "Annual recurring revenue" { unit $ better up }
`;

export const rule = defineRule({
  code: 'driver-cycle',
  group: 'structure',
  severity: 'error',
  title: 'Circle of `drives`',
  summary: 'Metrics drive each other in a circle. It stands once for each circle, on its first reference.',
  rationale: `\`drives\` says which number moves first: a team can work on activation today and see revenue follow. In a circle there is no first number
and no last one, so no metric can be traced to what the business wants. Growth loops are real, but a measure tree needs the one direction in which you
intend to push.`,
  sources: ['Castro, The North Star Playbook, 2019'],
  exceptions: 'Whether a metric on a circle is traced is unknown, and not reported as well.',
  related: ['untraced-metric', 'alignment-cycle'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { facts: [], circles: ['drives'] },
  examples: {
    bad: [
      {
        title: 'Activation drives retention, which drives activation: neither leads to revenue.',
        source: `${OKRS}metric activation "Trial teams that deploy in week one" { unit % better up drives «retention» }
metric retention "Teams still active after a quarter" { unit % better up drives activation }
`,
      },
    ],
    good: [
      {
        title: 'The direction in which we push.',
        source: `${OKRS}metric activation "Trial teams that deploy in week one" { unit % better up drives retention }
metric retention "Teams still active after a quarter" { unit % better up drives arr }
`,
      },
    ],
  },
  check(scope, report) {
    const advice = 'Remove one of these `drives`: keep the direction in which you intend to push.';
    circleFindings(scope, 'drives', advice).forEach(report);
  },
});
