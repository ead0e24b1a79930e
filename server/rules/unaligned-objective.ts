import { label } from '../model/naming.ts';
import type { Goal, Objective, Strategy } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { insertedProperty } from './inserted-property.ts';
import { placeOf, placeOfLink } from './places.ts';
import { whatItSupports } from './reach.ts';
import { activeGoals, noGoalDeclared, unreadFiles } from './facts.ts';
import { defineRule, type Finding } from './rule.ts';
import { isUnaligned, lacksGoals, supportOfUnaligned } from './unaligned.ts';
import { namedUpTo } from './wording.ts';

/** How many goals the message names. */
const NAMED_GOALS = 8;

export const rule = defineRule({
  code: 'unaligned-objective',
  group: 'alignment',
  severity: 'error',
  title: 'Objective that serves no goal',
  summary: 'No path of `supports` leads from an active objective to a goal that is not dropped.',
  rationale: `Work that serves no goal of the business costs as much as work that does. Objectives of this kind are rarely useless; most often they are last
year's habit, a favourite idea, or the day-to-day work under a new name, and nobody had to say what they are for. Asked for the goal, a team either names it
in a minute, or finds that it has a quarter to spare for something that matters.`,
  sources: ['Doerr, Measure What Matters, 2018 (superpower 2: align and connect)', 'Niven and Lamorte, Objectives and Key Results, 2016', 'Rumelt, Good Strategy/Bad Strategy, 2011'],
  exceptions: `An objective may support a goal directly, or another objective or key result that does. A draft, a closed or a past one may be without. Where a name on
the way means nothing, or the way runs in a circle, alignment is unknown and only that is reported.`,
  related: ['no-goals', 'unaligned-support', 'unsupported-goal', 'supports-closed', 'untraced-metric'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['objective'], reach: [whatItSupports], facts: [activeGoals, noGoalDeclared, unreadFiles] },
  examples: {
    bad: [
      {
        title: 'A fine piece of work, and nobody can say which goal it serves.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
objective «brand» "Our brand feels modern" {
  owner growth
  period 2026-Q1
  kr "People who recognise the new logo" from 0% to 40%
}
`,
        fixed: {
          title: 'Add `supports win-midmarket`',
          source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
objective brand "Our brand feels modern" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "People who recognise the new logo" from 0% to 40%
}
`,
        },
      },
      {
        title: 'The goal it served was dropped in January.',
        source: `${COMPANY}goal platform "Sell the platform to partners" {
  kind growth
  owner maya
  metric arr
  status dropped 2026-01-20 "We win the mid-market first"
}
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
objective «partners» "Partners build on our API" {
  supports platform
  owner growth
  period 2026-Q1
  kr "Partners with an integration in use" from 2 to 12
}
`,
      },
    ],
    good: [
      {
        title: 'The way to a goal may lead through a key result of another team.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr deploys "More trial teams deploy in week one" from 18% to 35%
}
objective docs "Every question has its answer in the docs" {
  supports self-serve.deploys
  owner growth
  period 2026-Q1
  kr "Docs searches without a result" from 22% to 5%
}
`,
      },
    ],
  },
  check({ objectives, strategy }, report) {
    if (lacksGoals(strategy)) return;
    const alone = objectives.filter((objective) => isUnaligned(objective) && supportOfUnaligned(objective) === null);
    if (alone.length === 0) return;
    const goals = strategy.goals.filter((goal) => goal.active);
    for (const objective of alone) report(finding(objective, goals, strategy));
  },
});

function finding(objective: Objective, goals: readonly Goal[], strategy: Strategy): Finding {
  if (objective.supports.length === 0) {
    const [only] = goals;
    return {
      place: placeOf(objective),
      message: `${label(objective)} supports no goal. Add \`supports\` and the goal that it serves${goalsText(goals, strategy)}.`,
      fixes: only === undefined || goals.length > 1 ? [] : [{
        title: `Add \`supports ${only.id}\``,
        edits: () => [insertedProperty(objective, `supports ${only.id}`)],
      }],
    };
  }
  return {
    place: placeOf(objective),
    message: `${label(objective)} reaches no goal by what it supports. Add a goal that it serves to its \`supports\`${goalsText(goals, strategy)}.`,
    related: objective.supports.map(({ link, target }) => ({
      place: placeOfLink(link),
      message: target === null ? 'This leads to no goal' : `${label(target)} ${target.kind === 'goal' ? 'is dropped' : 'leads to no goal that is not dropped'}`,
    })),
  };
}

function goalsText(goals: readonly Goal[], { incomplete }: Strategy): string {
  if (goals.length > 0) return `; the ${goals.length === 1 ? 'goal of this strategy is' : 'goals of this strategy are'} ${namedUpTo(goals.map(({ id }) => id), NAMED_GOALS)}`;
  return incomplete ? '' : '; this strategy has no active goal, so declare one first';
}
