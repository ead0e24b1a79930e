import { label } from '../model/naming.ts';
import { countedKeyResults, writtenKeyResults } from './counted-key-results.ts';
import { GOAL } from './example-goal.ts';
import { placeOf } from './places.ts';
import { itsKeyResults } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'no-health-measure',
  group: 'words',
  severity: 'off',
  title: 'Objective without a health measure',
  summary: 'An objective has key results with change or threshold measures and no health measure.',
  rationale: `Whatever is measured gets done, also at the cost of what is not. Sign-ups rise because the wrong people sign up; tickets are closed faster
because they are closed too early. Grove's answer is to pair every indicator with one for its opposite. A \`keep\` measure is that pair: what must
not suffer while the rest changes. Teams that want one in each objective turn the rule on.`,
  sources: ['Grove, High Output Management, 1983 (paired indicators)', 'Wodtke, Radical Focus, 2016 (health metrics)'],
  exceptions: 'Off unless turned on in `throughline.json`. Objectives of milestones alone are passed over. Dropped key results count neither way.',
  related: ['health-broken', 'all-milestones', 'single-key-result'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [itsKeyResults] },
  reportsAbsence: true,
  examples: {
    bad: [
      {
        title: 'Tickets can be closed faster by not solving them.',
        source: `${GOAL}objective «care» "Customers get help at once" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Time until a ticket is closed" from 3d to 8h
  kr "Help page in German online" done by 2026-03-20
}
`,
      },
    ],
    good: [
      {
        title: 'Faster, and still solved. What has milestones alone needs no pair.',
        source: `${GOAL}objective care "Customers get help at once" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Time until a ticket is closed" from 3d to 8h
  kr "Tickets that are opened again" keep at most 5%
}
objective moving "The office in Vienna is open" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Lease signed" done by 2026-01-31 now done
  kr "First day in Vienna" done by 2026-03-20
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      if (!objective.judged) continue;
      const keyResults = countedKeyResults(objective);
      const moves = keyResults.some(({ reading }) => reading !== null && !reading.keep && reading.kind !== 'milestone');
      if (!moves || writtenKeyResults(objective).some(({ healthMeasure }) => healthMeasure)) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} has no health measure. Add a key result with \`keep\` for what must not suffer while the others change, such as \`keep at most 2%\`.`,
      });
    }
  },
});
