import { circleFindings } from './circles.ts';
import { COMPANY } from './example-company.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'dependency-cycle',
  group: 'structure',
  severity: 'error',
  title: 'Circle of `needs`',
  summary: 'Objectives, key results or initiatives need each other in a circle. It stands once for each circle, on its first reference.',
  rationale: `If each waits for the other, neither can be first. On paper both plans are sound; in the quarter both teams report that they are blocked.
The way out is to cut one of the pieces in two: the part that is needed first, and the rest.`,
  sources: ['Grove, High Output Management, 1983'],
  exceptions: 'A key result is itself here, not its objective: that one needs the objective of another is no circle by that alone.',
  related: ['needs-later', 'needs-dropped', 'alignment-cycle'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { facts: [], circles: ['needs'] },
  examples: {
    bad: [
      {
        title: 'The launch waits for the certificate, and the certificate for a system that is live.',
        source: `${COMPANY}objective banks "Banks can buy from us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr live "First bank is live" done {
    needs «audit»
  }
  initiative audit "Security audit" {
    advances live
    owner growth
    needs live
  }
}
`,
      },
    ],
    good: [
      {
        title: 'The audit needs a test system, which is a step of its own.',
        source: `${COMPANY}objective banks "Banks can buy from us" {
  supports win-midmarket
  owner maya
  period 2026-Q1
  kr live "First bank is live" done {
    needs audit
  }
  initiative audit "Security audit" {
    advances live
    owner growth
    needs test-system
  }
  initiative test-system "Test system with a bank's data" {
    advances live
    owner growth
  }
}
`,
      },
    ],
  },
  check(scope, report) {
    const advice = 'Remove one of these `needs`, or divide one of the things into the part that comes first and the rest.';
    circleFindings(scope, 'needs', advice).forEach(report);
  },
});
