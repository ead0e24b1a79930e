import { label } from '../model/naming.ts';
import { reachable } from '../model/reachability.ts';
import type { Goal, KeyResult, Objective, Strategy } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeOf } from './places.ts';
import { whatSupportsIt } from './reach.ts';
import { defineRule } from './rule.ts';

export const rule = defineRule({
  code: 'unsupported-goal',
  group: 'alignment',
  severity: 'warning',
  title: 'Goal that nobody works on',
  summary: 'No active objective supports an active goal, directly or through others.',
  rationale: `A goal without work behind it is a hope. It was announced, people agreed, and then every team planned something else, usually because each thought
that another one would take it. Finding it in the first week of the quarter costs one conversation; finding it in the last week costs the goal.`,
  sources: ['Doerr, Measure What Matters, 2018 (superpower 1: focus and commit to priorities)', 'Rumelt, Good Strategy/Bad Strategy, 2011'],
  exceptions: `Draft and dropped objectives count for nothing here, and nothing is handed on through them. Where a goal is supported only by another goal that has no
support itself, only that other one is reported. It is silent while a file of the strategy could not be read, and for goals on a circle of \`supports\`.`,
  related: ['unaligned-objective', 'no-goals', 'unmeasured-goal'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['goal'], reach: [whatSupportsIt], circles: ['supports'] },
  silentWhile: ['unread-files'],
  examples: {
    bad: [
      {
        title: 'Everybody works on the mid-market, nobody on keeping customers.',
        source: `${COMPANY}goal «stay» "Customers stay with us" { kind customer owner maya period 2026 metric arr }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
`,
      },
      {
        title: 'Only a draft supports it.',
        source: `${COMPANY}goal «stay» "Customers stay with us" { kind customer owner maya period 2026 metric arr }
objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket
  owner growth
  period 2026-Q1
  kr "More trial teams deploy in week one" from 18% to 35%
}
objective success "Every customer has a plan" {
  supports stay
  status draft
}
`,
      },
    ],
    good: [
      {
        title: 'A goal may be supported through another goal.',
        source: `${COMPANY}goal stay "Customers stay with us" { kind customer owner maya period 2026 metric arr supports win-midmarket }
objective success "Every customer reaches what they bought us for" {
  supports stay
  owner growth
  period 2026-Q1
  kr "Customers who reach their first goal" from 40% to 70%
}
`,
      },
    ],
  },
  check({ goals, strategy }, report) {
    for (const goal of unsupportedGoals(goals.filter(isWanting), strategy)) {
      report({
        place: placeOf(goal),
        message: `${label(goal)} is supported by no active objective. Let an objective say \`supports ${goal.id}\`, or set the goal's status to what it is.`,
      });
    }
  },
});

/** An active goal that no objective at work supports directly: what supports it in other ways is still to be looked for. */
function isWanting(goal: Goal): boolean {
  return goal.active && !goal.usedBy.some(({ kind, from }) => kind === 'supports' && from.kind === 'objective' && isAtWork(from));
}

/** A later declaration of a name is in no number, and what it supports while it is active is supported all the same. */
function isAtWork({ status, past }: Objective): boolean {
  return status.value === 'active' && !past;
}

/** Linear in all that supports the goals. */
function unsupportedGoals(goals: readonly Goal[], { cycles }: Strategy): readonly Goal[] {
  if (goals.length === 0) return goals;
  const below = reachable<Goal | Objective>(goals, supportersOf);
  const handsOn = (node: Goal | Objective): readonly (Goal | Objective)[] => handsOnTo(node).filter((target) => below.has(target));
  const supported = reachable([...below].filter((node) => node.kind === 'objective' && isAtWork(node)), handsOn);
  const isUnsupported = (node: Goal | Objective): node is Goal => node.kind === 'goal' && node.active && !supported.has(node);
  const followed = reachable([...below].filter(isUnsupported).flatMap(handsOn), handsOn);
  const circling = new Set(cycles.filter(({ kind }) => kind === 'supports').flatMap(({ members }) => [...members]));
  // Nothing could support a goal whose name could not be read: that is the one mistake.
  return goals.filter((goal) => isUnsupported(goal) && goal.declaration.name !== null && !followed.has(goal) && !circling.has(goal));
}

/** What supports a goal or objective, or a key result in it. */
function supportersOf(node: Goal | Objective): readonly (Goal | Objective)[] {
  const parts = node.kind === 'objective' ? [node, ...node.keyResults] : [node];
  return parts.flatMap(({ usedBy }) => usedBy.flatMap(({ kind, from }) => (kind === 'supports' && (from.kind === 'goal' || from.kind === 'objective') ? from : [])));
}

/** What a goal or objective supports; nothing through what is draft or dropped. A key result stands for its objective. */
function handsOnTo(node: Goal | Objective): readonly (Goal | Objective)[] {
  if (isIdle(node)) return [];
  if (node.kind === 'goal') return node.supports;
  return node.supports.flatMap(({ target }) => {
    if (target?.kind !== 'kr') return target ?? [];
    return isIdle(target) ? [] : [target.objective];
  });
}

function isIdle({ status }: Goal | Objective | KeyResult): boolean {
  return status.value === 'draft' || status.value === 'dropped';
}
