/** What a rule looks at: an edit in one file changes what it says in another. */

import assert from 'node:assert/strict';
import { COMPANY } from '../../server/rules/example-company.ts';
import type { Texts } from '../model/live/edits.ts';
import { KeptFindings } from './kept-findings.ts';

interface Case {
  readonly looksAt: string;
  readonly code: string;
  /** Where the rule reports. */
  readonly here: string;
  /** What is edited: before and after. */
  readonly there: readonly [string | null, string | null];
}

/** An objective with what every one has. */
function objective(id: string, more: string, supports = 'win-midmarket'): string {
  return `objective ${id} "Objective ${id}" {\n  supports ${supports}\n  owner growth\n  period 2026-Q1\n${more}\n}\n`;
}

const SIX = ['a', 'b', 'c', 'd', 'e', 'f'];

const cases: readonly Case[] = [
  {
    looksAt: 'the objective of a key result', code: 'untraced-metric',
    here: `${COMPANY}metric nps "NPS" { unit /10 better up }\n${objective('self-serve', '  kr "Praise" { metric nps from 3/10 to 5/10 }', 'more')}`,
    there: ['goal more "More" { kind business owner maya metric arr }\n', 'goal more "More" { kind business owner maya metric activation }\n'],
  },
  {
    looksAt: 'the metric of a key result', code: 'relative-without-start',
    here: objective('self-serve', '  kr "Deploys" { metric activation up 5pp }'),
    there: [COMPANY, COMPANY.replace('better up drives arr', 'better up drives arr checkin 2025-12-01 20%')],
  },
  {
    looksAt: 'the title of a metric', code: 'untraced-metric',
    here: `${COMPANY}${objective('self-serve', '  kr "Praise" { metric nps from 3/10 to 5/10 }')}`,
    there: ['metric nps "NPS" { unit /10 better up }\n', 'metric nps "Praise" { unit /10 better up }\n'],
  },
  {
    looksAt: 'what is needed', code: 'needs-dropped',
    here: `${COMPANY}${objective('self-serve', '  needs next')}`,
    there: [objective('next', ''), objective('next', '  status dropped')],
  },
  {
    looksAt: 'when what is needed ends', code: 'needs-later',
    here: `${COMPANY}${objective('self-serve', '  needs next')}`,
    there: [objective('next', ''), objective('next', '').replace('2026-Q1', '2026-Q2')],
  },
  {
    looksAt: 'whether what is supported is closed', code: 'supports-closed',
    here: objective('self-serve', ''),
    there: [COMPANY, COMPANY.replace('kind business', 'kind business status done')],
  },
  {
    looksAt: 'the period of a goal', code: 'outside-goal-period',
    here: objective('self-serve', ''),
    there: [COMPANY, COMPANY.replace('period 2026 ', 'period 2025 ')],
  },
  {
    looksAt: 'whether what is supported is aligned', code: 'unaligned-support',
    here: `${COMPANY}${objective('self-serve', '', 'next.k')}`,
    there: [objective('next', '  kr k "K" from 1 to 2'), objective('next', '  kr k "K" from 1 to 2').replace('  supports win-midmarket\n', '')],
  },
  {
    looksAt: 'whether what is supported is to be mended itself', code: 'unaligned-objective',
    here: `${COMPANY}${objective('self-serve', '', 'next')}`,
    there: [objective('next', '').replace('  supports win-midmarket\n', ''), objective('next', '  status draft').replace('  supports win-midmarket\n', '')],
  },
  {
    looksAt: 'whether a goal is declared, of whatever status', code: 'unaligned-support',
    here: objective('self-serve', '', 'next') + objective('next', '').replace('  supports win-midmarket\n', ''),
    there: ['', 'goal more "More" { status draft }\n'],
  },
  {
    looksAt: 'whether goals may stand in what could not be read', code: 'unaligned-objective',
    here: `goal more "More" { status draft }\n${objective('self-serve', '').replace('  supports win-midmarket\n', '')}`,
    there: ['', null],
  },
  {
    looksAt: 'the title of what is supported', code: 'copied-cascade',
    here: objective('self-serve', '').replace('Objective self-serve', 'Win the mid-market'),
    there: [COMPANY, COMPANY.replace('"Win the', '"Conquer the')],
  },
  {
    looksAt: 'what supports a goal by way of another', code: 'unsupported-goal',
    here: `${COMPANY}goal more "More" { kind business owner maya metric arr supports win-midmarket }\n`,
    there: [objective('self-serve', '', 'more'), objective('self-serve', '  status dropped', 'more')],
  },
  {
    looksAt: 'whether the key results on a metric are traced', code: 'vanity-metric',
    here: `${COMPANY}metric views "Page views" { unit views better up }\n`,
    there: [objective('self-serve', '  kr "Views" { metric views from 3 to 5 }', 'more'), objective('self-serve', '  kr "Views" { metric views from 3 to 5 }')],
  },
  {
    looksAt: 'the other key results on a metric', code: 'conflicting-targets',
    here: `${COMPANY}${objective('self-serve', '  kr "Deploys" { metric activation from 10% to 20% }')}`,
    there: [objective('next', '  kr "Trials" { metric activation from 10% to 20% }'), objective('next', '  kr "Trials" { metric activation from 10% to 5% }')],
  },
  {
    looksAt: 'whether a key result is in conflict because of its direction', code: 'against-better',
    here: `${COMPANY}${objective('self-serve', '  kr "Deploys" { metric activation from 20% to 10% }')}`,
    there: [objective('next', '  kr "Trials" { metric activation from 20% to 10% }'), objective('next', '  kr "Trials" { metric activation from 20% to 30% }')],
  },
  {
    looksAt: 'which objectives on a metric support which, over several steps', code: 'conflicting-targets',
    here: `${COMPANY}${objective('self-serve', '  kr "Deploys" { metric activation from 10% to 20% }', 'first')}${objective('first', '', 'second')}`
      + `${objective('third', '', 'next')}${objective('next', '  kr "Trials" { metric activation from 10% to 30% }')}`,
    there: [objective('second', '', 'third'), objective('second', '')],
  },
  {
    looksAt: 'whether what an objective stands beside is reached', code: 'overdue',
    here: `${COMPANY}${objective('self-serve', '  kr "Rate" { metric rate from 10% to 20% }\n  initiative work "Work" { advances self-serve period 2025-12-01 .. 2025-12-24 }').replace('2026-Q1', '2025-Q4')}`,
    there: ['metric rate "Rate" { unit % better up now 15% }\n', 'metric rate "Rate" { unit % better up now 20% }\n'],
  },
  {
    looksAt: 'when the key results of an objective are due', code: 'same-last-day',
    here: `${COMPANY}${objective('self-serve', '  kr "A" done by early\n  kr "B" done by early\n  kr "C" done by early')}`,
    there: ['period early 2026-01-01 .. 2026-03-15\n', 'period early 2026-01-01 .. 2026-03-31\n'],
  },
  {
    looksAt: 'whether the work of an owner is active', code: 'too-many-objectives',
    here: COMPANY,
    there: [SIX.map((id) => objective(id, id === 'f' ? '  status draft' : '')).join(''), SIX.map((id) => objective(id, '')).join('')],
  },
  {
    looksAt: 'what is better for the metric of a goal', code: 'against-better',
    here: COMPANY.replace('metric arr "Annual recurring revenue" { unit $ better up }\n', ''),
    there: ['metric arr "Annual recurring revenue" { unit $ better up }\n', 'metric arr "Annual recurring revenue" { unit $ better down }\n'],
  },
  {
    looksAt: 'the title of the metric of a goal', code: 'placeholder-target',
    here: COMPANY.replace('metric arr "Annual recurring revenue" { unit $ better up }\n', '').replace('$9M', '?'),
    there: ['metric arr "Annual recurring revenue" { unit $ better up }\n', 'metric arr "Revenue" { unit $ better up }\n'],
  },
  {
    looksAt: 'the objectives of an owner', code: 'too-many-objectives',
    here: COMPANY,
    there: [SIX.slice(1).map((id) => objective(id, '')).join(''), SIX.map((id) => objective(id, '')).join('')],
  },
  {
    looksAt: 'the initiatives of an owner, inherited ones among them', code: 'over-capacity',
    here: COMPANY.replace('"Growth"', '"Growth" { capacity 5d }'),
    there: [objective('next', '  initiative i "I" { effort 5d }'), objective('next', '  initiative i "I" { effort 6d }')],
  },
  {
    looksAt: 'the work of the teams within a team', code: 'unshared-dependency',
    here: `${COMPANY}team platform "Platform"\nteam storage "Storage" in platform\nperson jonas "Jonas" in storage\n${objective('self-serve', '  with platform')}`,
    there: ['initiative sandbox "Sandbox" { advances self-serve owner jonas period 2026-Q1 }\n', 'initiative sandbox "Sandbox" { advances self-serve owner maya period 2026-Q1 }\n'],
  },
  {
    looksAt: 'every reference of the strategy', code: 'unknown-reference',
    here: COMPANY,
    there: [objective('next', ''), objective('next', '  needs nothing-there')],
  },
  {
    looksAt: 'the words that could not be read', code: 'wrong-kind',
    here: `${COMPANY}${objective('self-serve', '  with win-midmarket')}`,
    there: ['', 'te win-midmarket "Platform"\n'],
  },
  {
    looksAt: 'the names that are declared', code: 'unknown-reference',
    here: `${COMPANY}${objective('self-serve', '  with platfrm')}`,
    there: ['team storage "Storage"\n', 'team platform "Platform"\n'],
  },
  {
    looksAt: 'the words that could not be read', code: 'unknown-reference',
    here: `${COMPANY}${objective('self-serve', '  with platform')}`,
    there: ['team storage "Storage"\n', 'team storage "Storage"\nte platform "Platform"\n'],
  },
  {
    looksAt: 'the declarations that have no name', code: 'unknown-reference',
    here: `${COMPANY}${objective('self-serve', '  with platform')}`,
    there: ['team storage "Storage"\n', 'team "Platform"\n'],
  },
  {
    looksAt: 'whether all files could be read', code: 'unknown-reference',
    here: `${COMPANY}${objective('self-serve', '  with platform')}`,
    there: ['team storage "Storage"\n', null],
  },
  {
    looksAt: 'what bears a name of another kind', code: 'wrong-kind',
    here: `${COMPANY}${objective('self-serve', '  with platform')}`,
    there: ['goal platform "Platform" { }\n', 'metric platform "Platform" { unit % }\n'],
  },
  {
    looksAt: 'whether a goal is declared', code: 'no-goals',
    here: objective('self-serve', '').replace('  supports win-midmarket\n', ''),
    there: ['', COMPANY],
  },
  {
    looksAt: 'which goals are active', code: 'unaligned-objective',
    here: objective('self-serve', '').replace('  supports win-midmarket\n', ''),
    there: [COMPANY, `${COMPANY}goal more "More" { kind business owner maya metric arr }\n`],
  },
  {
    looksAt: 'the periods in which as-of lies', code: 'missing-period',
    here: `${COMPANY}${objective('self-serve', '').replace('  period 2026-Q1\n', '')}`,
    there: ['period FY26 2026-04-01 .. 2027-01-31\n', 'period FY26 2026-02-01 .. 2027-01-31\n'],
  },
  {
    looksAt: 'whether there are check-ins at all', code: 'stale-checkin',
    here: `${COMPANY}${objective('self-serve', '  kr "Deploys" from 10% to 20%')}`,
    there: [objective('next', '  kr "Trials" from 10% to 20%'), objective('next', '  kr "Trials" { from 10% to 20% checkin 2026-02-28 12% }')],
  },
  {
    looksAt: 'what is named only where a property stands twice', code: 'unused-declaration',
    here: `${COMPANY}team storage "Storage"\n`,
    there: [objective('next', ''), objective('next', '  owner storage')],
  },
  {
    looksAt: 'whether there is a syntax error anywhere', code: 'unused-declaration',
    here: `${COMPANY}team storage "Storage"\n`,
    there: [objective('next', ''), objective('next', '  owner')],
  },
  {
    looksAt: 'the circles of the strategy', code: 'alignment-cycle',
    here: objective('self-serve', '', 'next'),
    there: [COMPANY + objective('next', ''), COMPANY + objective('next', '', 'self-serve')],
  },
  {
    looksAt: 'the circles of needs', code: 'dependency-cycle',
    here: `${objective('a', '  needs b')}${objective('b', '  needs c')}${objective('d', '  needs a')}`,
    there: [objective('c', ''), objective('c', '  needs d')],
  },
  {
    looksAt: 'whether what is needed runs in a circle', code: 'needs-later',
    here: `${objective('a', '  needs b')}${objective('b', '  needs c').replace('2026-Q1', '2026-Q2')}${objective('d', '  needs a')}`,
    there: [objective('c', ''), objective('c', '  needs d')],
  },
  {
    looksAt: 'the circles of what is in what', code: 'containment-cycle',
    here: 'team a "A" in b\nteam b "B" in c\nteam d "D" in a\n',
    there: ['team c "C"\n', 'team c "C" in d\n'],
  },
  {
    looksAt: 'whether periods are in each other', code: 'invalid-period',
    here: 'period a 2026-01-01 .. 2026-12-31 in b\nperiod b 2026-02-01 .. 2026-03-31 in c\nperiod d 2026-01-01 .. 2026-12-31 in a\n',
    there: ['period c 2026-01-01 .. 2026-12-31\n', 'period c 2026-01-01 .. 2026-12-31 in d\n'],
  },
  {
    looksAt: 'whether goals support each other in a circle', code: 'unsupported-goal',
    here: [['a', 'b'], ['b', 'c'], ['d', 'a']].map(([id, other]) => `goal ${id} "Goal ${id}" { kind business owner maya metric arr supports ${other} }\n`).join(''),
    there: [`${COMPANY}goal c "Goal c" { }\n`, `${COMPANY}goal c "Goal c" { supports d }\n`],
  },
  {
    looksAt: 'the first declaration of a name', code: 'duplicate-name',
    here: 'team storage "Storage"\n',
    there: ['', 'team storage "Store"\n'],
  },
  {
    looksAt: 'the title of what it names as a related place', code: 'conflicting-targets',
    here: `${COMPANY}${objective('self-serve', '  kr "Deploys" { metric activation from 10% to 20% }')}`,
    there: [objective('next', '  kr "Trials" { metric activation from 10% to 5% }'), objective('next', '  kr "Fewer trials" { metric activation from 10% to 5% }')],
  },
];

describe('a rule looks at', () => {
  for (const { looksAt, code, here, there: [before, after] } of cases) {
    it(`${looksAt} (${code})`, () => {
      // What is edited comes first by path, where that matters.
      const texts = (there: string | null): Texts => new Map([['a.strategy', there], ['b.strategy', here]]);
      const kept = new KeptFindings(texts(before));
      const messages = kept.messagesOf(code);
      kept.update(texts(after));
      assert.notDeepEqual(kept.messagesOf(code), messages, 'the edit makes a difference');
      kept.check();
      kept.update(texts(before));
      assert.deepEqual(kept.messagesOf(code), messages, 'taking it back too');
      kept.check();
    });
  }
});
