import { label } from '../model/naming.ts';
import type { KeyResult } from '../model/strategy.ts';
import { isBelow } from '../model/values.ts';
import { GOAL } from './example-goal.ts';
import { placeIn } from './places.ts';
import { itsObjective } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'low-confidence',
  group: 'time',
  severity: 'info',
  title: 'Key result that its owners doubt',
  summary: 'The last stated confidence of an active key result is low, or lower than a committed objective allows.',
  rationale: `Confidence is the earliest sign there is: it falls weeks before the number does. A low one is no reproach. It is a request for a decision:
help, drop something else, or say now that this will not come. A committed objective is a promise that others build on, so doubt about it must be
heard sooner than doubt about a bet.`,
  sources: ['Wodtke, Radical Focus, 2016', 'Google\'s OKR playbook, in Doerr, Measure What Matters, 2018 (committed and aspirational OKRs)'],
  exceptions: 'What is reached already, and what is not active, is passed over. A hard bet may begin at 5/10: the limits are meant to let it.',
  related: ['stale-checkin', 'overdue'],
  options: {
    min: { type: 'share', default: 0.4, description: 'Confidence below which any key result is reported.' },
    committed: { type: 'share', default: 0.7, description: 'Confidence below which a key result of a committed objective is reported.' },
  },
  dependsOnAsOf: true,
  looksAt: { subjects: ['kr'], reach: [itsObjective] },
  examples: {
    bad: [
      {
        title: 'The latest check-in counts: confidence fell from seven to three.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" {
    from 12% to 20%
    confidence 7/10
    checkin 2026-02-24 13% confidence «3/10» "Two of three experiments changed nothing"
  }
}
`,
      },
      {
        title: 'Six out of ten is fine for a bet, and too little for a promise.',
        source: `${GOAL}objective billing "Invoices are right the first time" {
  supports europe
  owner ada
  period 2026-Q1
  type committed
  kr "Invoices corrected by hand" {
    from 9% to 1%
    confidence «60%»
  }
}
`,
      },
      {
        title: 'Limits of one\'s own.',
        options: { min: '50%' },
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" {
    from 12% to 20%
    confidence «4.5/10»
  }
}
`,
      },
    ],
    good: [
      {
        title: 'An even bet on an aspirational objective, a sure thing on a committed one, and doubt that a later check-in took back.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  type aspirational
  kr "Trials that buy within a month" from 12% to 20% {
    confidence 5/10
  }
  kr "Time to the first report" from 6d to 1d {
    confidence 2/10
    checkin 2026-02-02 5d confidence 3/10
    checkin 2026-02-23 3d confidence 6/10
  }
}
objective billing "Invoices are right the first time" {
  supports europe
  owner ada
  period 2026-Q1
  type committed
  kr "Invoices corrected by hand" from 9% to 1% {
    confidence 70%
  }
}
`,
      },
      {
        title: 'Once it is reached, what was doubted before does not matter.',
        source: `${GOAL}objective trials "Trial teams become customers" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Trials that buy within a month" from 12% to 20% {
    confidence 2/10
    now 21%
  }
}
`,
      },
    ],
  },
  check({ keyResults }, report, { min, committed }) {
    for (const keyResult of keyResults) {
      const { confidence, score, objective } = keyResult;
      if (!keyResult.active || confidence === null || hasUnreadCheckin(keyResult) || (score !== null && !isBelow(score, 1))) continue;
      const promised = objective.type === 'committed' && isBelow(confidence.value, committed);
      if (!promised && !isBelow(confidence.value, min)) continue;
      const limit = promised && committed > min ? `below ${percent(committed)}, though its objective is committed` : `below ${percent(min)}`;
      report({
        place: placeIn(keyResult, confidence.span),
        message: `${label(keyResult)} has a confidence of ${percent(confidence.value)}, ${limit}. Decide what would raise it: help, less beside it, or a target that can be reached.`,
      });
    }
  },
});

/** A check-in that could not be read may be the latest, and hold another confidence. */
function hasUnreadCheckin({ declaration, checkins }: KeyResult): boolean {
  return declaration.properties.some(({ name, broken }) => name === 'checkin' && broken) || checkins.some(({ day, problem }) => day === null && problem === null);
}

/** A share in percent, rounded to a tenth. */
function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
