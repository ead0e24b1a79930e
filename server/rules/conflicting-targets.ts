import { formatDay } from '../../grammar/calendar.ts';
import { label, shortLabel } from '../model/naming.ts';
import type { KeyResult } from '../model/strategy.ts';
import { COMPANY } from './example-company.ts';
import { placeOfLink } from './places.ts';
import { othersOnItsMetric, supportAmongItsMetric } from './reach.ts';
import { defineRule } from './rule.ts';
import { findTargetConflicts, type Conflict, type ConflictReason } from './target-conflicts.ts';

const PRICE = 'metric price "Average price of a seat" { unit $ drives arr }\n';

export const rule = defineRule({
  code: 'conflicting-targets',
  group: 'alignment',
  severity: 'warning',
  title: 'Targets that cannot both be meant',
  summary: 'Active key results of different objectives, whose periods overlap, bind one metric to what cannot both be meant.',
  rationale: `Two teams can each have a sound plan and still undo each other's work: one raises the price, the other lowers it, and both are on track.
A strategy is worth the name only where its actions pull in one direction. What two teams want of one number has to be agreed before the quarter, by those
who lead both.`,
  sources: ['Rumelt, Good Strategy Bad Strategy, 2011 (coherent action)', 'Niven and Lamorte, Objectives and Key Results, 2016'],
  exceptions: `It looks for opposite directions, different targets for one last day, a later target that goes less far, a target outside the other's bounds, and bounds that exclude
each other. Different targets are well where one of the objectives supports the other, directly or not: then one is a part of the other. Key results for different segments do
not meet. An objective without a period, or whose period cannot be read, is left alone, and so is a measure with something else wrong in it.`,
  related: ['against-better', 'overlapping-key-results', 'untraced-metric'],
  options: {},
  dependsOnAsOf: false,
  looksAt: { subjects: ['kr'], reach: [othersOnItsMetric, supportAmongItsMetric] },
  examples: {
    bad: [
      {
        title: 'One raises the price, the other lowers it.',
        source: `${COMPANY}${PRICE}objective entry "Small teams can afford to start" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr price "The first seat costs less" { metric «price» from $40 to $25 }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
objective margin "Every customer pays for itself" {
  supports win-midmarket  owner maya  period 2026-Q1
  kr price "Seats earn more" { metric «price» up 10% now $40 }
  kr support "Support costs less" from $9 to $7
}
`,
      },
      {
        title: 'Two targets for the same last day, in objectives of which neither serves the other.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric «activation» from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective guided "Trials are guided" {
  supports win-midmarket  owner maya  period 2026-Q1
  kr activation "Guided trials deploy in week one" { metric «activation» from 18% to 30% by 2026-03-31 }
  kr calls "Fewer calls before the first deploy" from 3 to 1 calls
}
`,
      },
      {
        title: 'The later one goes less far than the earlier one.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric «activation» from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective guided "Trials are guided" {
  supports win-midmarket  owner maya  period 2026-H1
  kr activation "Guided trials deploy in week one" { metric «activation» from 18% to 30% }
  kr calls "Fewer calls before the first deploy" from 3 to 1 calls
}
`,
      },
      {
        title: 'A target outside what another team has promised to keep, though one serves the other.',
        source: `${COMPANY}${PRICE}objective entry "Small teams can afford to start" {
  supports margin  owner growth  period 2026-Q1
  kr price "The first seat costs less" { metric «price» from $40 to $25 }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
objective margin "Every customer pays for itself" {
  supports win-midmarket  owner maya  period 2026-Q1
  kr price "The price holds" { metric «price» keep at least $35 }
  kr support "Support costs less" from $9 to $7
}
`,
      },
      {
        title: 'Bounds that exclude each other.',
        source: `${COMPANY}${PRICE}objective entry "Small teams can afford to start" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr price "A seat is cheap" { metric «price» at most $25 }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
objective margin "Every customer pays for itself" {
  supports win-midmarket  owner maya  period 2026-Q1
  kr price "The price holds" { metric «price» keep between $35 and $45 }
  kr support "Support costs less" from $9 to $7
}
`,
      },
    ],
    good: [
      {
        title: 'A part of a larger change, in an objective that supports the other.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective guided "Trials are guided" {
  supports self-serve.activation  owner maya  period 2026-Q1
  kr activation "Guided trials deploy in week one" { metric activation from 18% to 30% }
  kr calls "Fewer calls before the first deploy" from 3 to 1 calls
}
`,
      },
      {
        title: 'Each for its own segment.',
        source: `${COMPANY}${PRICE}objective entry "Small teams can afford to start" {
  supports win-midmarket  owner growth  period 2026-Q1
  kr price "The first seat costs less" { metric price from $40 to $25 segment "Small teams" }
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% }
}
objective margin "Every customer pays for itself" {
  supports win-midmarket  owner maya  period 2026-Q1
  kr price "Seats earn more" { metric price from $40 to $44 segment "Enterprise" }
  kr support "Support costs less" from $9 to $7
}
`,
      },
      {
        title: 'One after the other, and the later one goes further.',
        source: `${COMPANY}objective self-serve "Mid-market teams start without talking to us" {
  supports win-midmarket  owner growth  period 2026-H1
  kr activation "More trial teams deploy in week one" { metric activation from 18% to 35% by 2026-03-31 }
  kr deploy "Time to first deploy falls" from 3d to 4h
}
objective guided "Trials are guided" {
  supports win-midmarket  owner maya  period 2026-H1
  kr activation "Guided trials deploy in week one" { metric activation from 18% to 42% }
  kr calls "Fewer calls before the first deploy" from 3 to 1 calls
}
`,
      },
    ],
  },
  check({ keyResults, overview }, report) {
    const conflicts = overview.once(findTargetConflicts);
    for (const keyResult of keyResults) {
      const conflict = conflicts.of(keyResult);
      if (conflict === null || keyResult.metricLink === null) continue;
      report({
        place: placeOfLink(keyResult.metricLink),
        message: messageOf(keyResult, conflict),
        related: conflict.others.flatMap(({ keyResult: other }) => other.metricLink === null ? [] : [{
          place: placeOfLink(other.metricLink),
          message: `${label(other)} of objective ${shortLabel(other.objective)}: ${measureText(other)}.`,
        }]),
      });
    }
  },
});

/** What is wrong with two key results, and what mends it. */
const WORDING: Readonly<Record<ConflictReason, { readonly what: string; readonly advice: string }>> = {
  'opposite-directions': { what: 'pull it in opposite directions', advice: 'Agree on one direction' },
  'same-day': { what: 'set different targets for it on the same last day', advice: 'Agree on one target, let one objective support the other' },
  'less-far': { what: 'contradict each other: the later one goes less far than the earlier one', advice: 'Agree on one course, let one objective support the other' },
  'outside-bounds': { what: 'contradict each other: the target of one lies outside the bounds of the other', advice: 'Agree on one of them' },
  'bounds-apart': { what: 'contradict each other: their bounds leave nothing in common', advice: 'Agree on one of them' },
};

function messageOf(keyResult: KeyResult, { others }: Conflict): string {
  const [first] = others;
  if (first === undefined || keyResult.metric === null) return '';
  const { what, advice } = WORDING[first.reason];
  const more = others.length === 1 ? '' : ` It is in conflict with ${others.length - 1} more.`;
  return `Metric ${shortLabel(keyResult.metric)}: ${shortLabel(keyResult)} (${measureText(keyResult)}) and ${shortLabel(first.keyResult)} of objective `
    + `${shortLabel(first.keyResult.objective)} (${measureText(first.keyResult)}) ${what}. ${advice}, or say with \`segment\` whom each is about.${more}`;
}

/** The measure as written, with its last day. */
function measureText({ reading, origin, lastDay }: KeyResult): string {
  if (reading === null) return 'no measure';
  const { start, end } = reading.measure.span;
  const text = origin.chunk.chunk.text.slice(start, end).replace(/\s+/g, ' ');
  return lastDay === null ? `\`${text}\`` : `\`${text}\` by ${formatDay(lastDay)}`;
}
