import { label, shortLabel } from '../model/naming.ts';
import type { Entity } from '../model/strategy.ts';
import { GOAL } from './example-goal.ts';
import { wordsOf } from './phrases.ts';
import { placeOf } from './places.ts';
import { whatItSupports } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'copied-cascade',
  group: 'words',
  severity: 'off',
  title: 'Objective copied from above',
  summary: 'An objective repeats the title of what it supports.',
  rationale: `Cascading by copying hands the goal down without a thought: each level repeats the sentence above it, and none says what it will do about it.
An objective should be a team's own answer to the question how it can help. Alignment comes from the link, not from the same words. Teams that want
to hold themselves to it turn the rule on.`,
  sources: ['Niven and Lamorte, Objectives and Key Results, 2016', 'Doerr, Measure What Matters, 2018 (on cascading too much)'],
  exceptions: 'Off unless turned on in `throughline.json`. Case, spaces and punctuation make no difference; other words do.',
  related: ['unaligned-objective', 'unsupported-goal'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [whatItSupports] },
  examples: {
    bad: [
      {
        title: 'The team repeats the company\'s goal.',
        source: `${GOAL}objective «sales-europe» "Win the German-speaking market!" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Deals won in Austria" from 4 to 12 deals
}
`,
      },
      {
        title: 'A key result of the level above becomes the objective of the next.',
        source: `${GOAL}objective sales "Resellers bring us in" {
  supports europe
  owner ada
  period 2026-Q1
  kr deals "Deals that a reseller brings" from 0 to 12 deals
}
objective «partners» "Deals that a reseller brings" {
  supports sales.deals
  owner ada
  period 2026-Q1
  kr "Resellers with a trained salesperson" from 1 to 8
}
`,
      },
    ],
    good: [
      {
        title: 'An answer of the team\'s own.',
        source: `${GOAL}objective sales-europe "Resellers bring us in" {
  supports europe
  owner ada
  period 2026-Q1
  kr "Deals that a reseller brings" from 0 to 12 deals
}
`,
      },
    ],
  },
  check({ objectives }, report) {
    for (const objective of objectives) {
      const words = sameWords(objective);
      if (!objective.judged || words === '') continue;
      const copied = objective.supports.map(({ target }) => target).find((target) => target !== null && sameWords(target) === words) ?? null;
      if (copied === null) continue;
      report({
        place: placeOf(objective),
        message: `${label(objective)} repeats the title of ${shortLabel(copied)}, which it supports. Say in its own words what this team will bring about for it.`,
        related: [{ place: placeOf(copied), message: 'The title that is repeated' }],
      });
    }
  },
});

/** A title reduced to its words. */
function sameWords(entity: Entity): string {
  return wordsOf(entity.title ?? '').map(({ text }) => text).join(' ');
}
