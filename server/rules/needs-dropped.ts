import { label, shortLabel } from '../model/naming.ts';
import { GOAL } from './example-goal.ts';
import { isPlanned } from './planned.ts';
import { placeOf, placeOfLink } from './places.ts';
import { whatItNeeds } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'needs-dropped',
  group: 'time',
  severity: 'warning',
  title: 'Need that was dropped',
  summary: 'Something active needs something that was dropped.',
  rationale: `Whoever drops a piece of work rarely knows everybody who counts on it. The plan that needs it still stands, looks fine, and fails
on the day it reaches for what will never come. A plan is only as good as what it rests on, so a dropped dependency must be seen on both sides at once.`,
  sources: ['Doerr, Measure What Matters, 2018 (on cross-team dependencies)'],
  exceptions: 'What stands in a dropped objective is dropped with it, unless it is done.',
  related: ['needs-later', 'supports-closed', 'unshared-dependency'],
  options: {},
  dependsOnAsOf: true,
  looksAt: { subjects: ['goal', 'objective', 'kr', 'initiative'], reach: [whatItNeeds] },
  examples: {
    bad: [
      {
        title: 'The import that this key result counts on was given up.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Teams that moved all their data" {
    from 0 to 40 teams
    needs «import»
  }
  initiative import "Spreadsheet import" {
    status dropped 2026-02-10 "The supplier went out of business"
  }
}
`,
      },
      {
        title: 'With an objective goes what stands in it.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  needs «platform.import-api»
  kr "Teams that moved all their data" from 0 to 40 teams
}
objective platform "Partners build on our platform" {
  supports europe
  owner ada
  period 2026-Q1
  status dropped
  kr import-api "Import interface open to partners" done
}
`,
      },
    ],
    good: [
      {
        title: 'What is needed is on its way, or done already, though the objective around it was dropped.',
        source: `${GOAL}objective switchers "Teams switch to us from spreadsheets" {
  supports europe
  owner ada
  period 2026-Q1
  needs import, platform.import-api
  kr "Teams that moved all their data" from 0 to 40 teams
  initiative import "Spreadsheet import"
}
objective platform "Partners build on our platform" {
  supports europe
  owner ada
  period 2026-Q1
  status dropped
  kr import-api "Import interface open to partners" {
    done now done
    status done
  }
}
`,
      },
    ],
  },
  check({ entities }, report) {
    for (const entity of entities) {
      if (!isPlanned(entity) || !entity.active) continue;
      for (const link of entity.links) {
        const { target } = link;
        if (link.kind !== 'needs' || target === null || !isPlanned(target) || target.status.value !== 'dropped') continue;
        const reason = target.status.reason === null ? '' : `: "${target.status.reason}"`;
        report({
          place: placeOfLink(link),
          message: `${label(entity)} needs ${shortLabel(target)}, which was dropped. Find another way and take the need out, or take ${shortLabel(target)} up again.`,
          related: [{ place: placeOf(target), message: `Dropped here${reason}` }],
        });
      }
    }
  },
});
