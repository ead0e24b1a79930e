/** Hover: cards of things, quantities, dates and periods. */

import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover.ts';
import type { ClientAbilities, Snapshot } from '../../server/features/snapshot.ts';
import { marked } from './marked.ts';

function told(source: string | Readonly<Record<string, string>>, client: Partial<ClientAbilities> = {}, more: Partial<Snapshot> = {}): string {
  const { snapshot, params } = marked(source, client);
  const answer = hover({ ...snapshot, ...more }, params);
  const contents = answer?.contents ?? '';
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

const firstLine = (source: string): string => told(source).split('\n')[0] ?? '';

describe('hover on a name', () => {
  const source = 'team t "T"\ngoal ‸g "G" { owner t }\n';

  it('leads to what it names', () => {
    assert.match(told(source), /owner \[T\]\(file:\/\/\/a\.strategy#L1,6\) \(`t`\)/);
  });

  it('leads nowhere in a file that an editor does not open from a hover, and for a client without Markdown', () => {
    assert.match(told(source, {}, { uriOf: (path) => `vscode-vfs://github/x/${path}` }), /owner T \(`t`\)/);
    assert.match(told(source, { markdown: false }), /owner T \(`t`\)/);
  });

  it('keeps names of files and titles from being more than text', () => {
    const text = told({ 'a.strategy': 'goal ‸g "G" { owner t }\n', 'x](command:evil) (y).strategy': 'team t "T](command:evil)"\n' });
    assert.match(text, /owner \[T\\\]\(command:evil\)\]\(file:\/\/\/x%5D%28command:evil%29%20%28y%29\.strategy#L1,6\)/);
  });

  it('tells what supports, advances and needs it, each once', () => {
    const text = told('goal g "G"\nobjective ‸a "A" { supports g\n  kr k "K" from 1 to 2\n}\nobjective b "B" { supports a.k, a  needs a }\ninitiative i "I" { advances a.k }\n');
    assert.match(text, /^supports \[G\]/m);
    assert.match(text, /^supported by \[B\]\([^)]*\) \(`b`\)$/m);
    assert.match(text, /^advanced by \[I\]/m);
    assert.match(text, /^needed by \[B\]/m);
  });

  it('counts what it does not list', () => {
    const objectives = Array.from({ length: 20 }, (_, index) => `objective o${index} "O" { supports g }\n`).join('');
    assert.match(told(`goal ‸g "G"\n${objectives}`), /and 12 more$/m);
  });

  it('of a metric says what drives it and what it measures', () => {
    const text = told('metric ‸m "M" { unit % }\nmetric n "N" { unit %  drives m }\ngoal g "G" { metric m }\n');
    assert.match(text, /^driven by \[N\]/m);
    assert.match(text, /^measured by \[G\]/m);
  });

  it('of a period has what lies in it', () => {
    const text = told('period ‸FY 2026-01-01 .. 2026-12-31\nperiod Q1 2026-01-01 .. 2026-03-31 in FY\ngoal g "G" { period FY }\n');
    assert.match(text, /^2026-01-01 \.\. 2026-12-31 · 365 days · 16% elapsed, 305 days left$/m);
    assert.match(text, /^holds \[`Q1`\]/m);
    assert.match(text, /^period of \[G\]/m);
  });
});

describe('hover on a quantity', () => {
  const inKr = (measure: string, period = 'period 2026-Q1'): string => `objective a "A" { ${period}\n  kr "K" ${measure}\n}\n`;

  it('says it in full', () => {
    assert.equal(firstLine(inKr('from $4.‸2M to $9M')), '**$4.2M** = 4\\_200\\_000 USD');
    assert.equal(firstLine(inKr('from 1 to 10‸k users')), '**10k users** = 10\\_000');
    assert.equal(firstLine(inKr('from 36‸h to 1h')), '**36h** = 2\\_160 minutes');
    assert.equal(firstLine(inKr('from 3 wee‸ks to 1d')), '**3 weeks** = 21 days');
    assert.equal(firstLine(inKr('at least 4.5‸/5')), '**4\\.5/5** = 90%');
    assert.equal(firstLine(inKr('at most 2G‸B')), '**2GB** = 2\\_000\\_000\\_000 bytes');
    assert.equal(firstLine(inKr('from ‸? to 5')), '**?**: not known, or not told');
  });

  it('says what it is in its measure', () => {
    const roles: Readonly<Record<string, string>> = {
      'from ‸1 to 2': 'Where the change starts.', 'from 1 to ‸2': 'The target.', 'from 4 up ‸50%': 'The size of the change: to 6.',
      'at least ‸5': 'The least to reach.', 'at most ‸5': 'The most to get under.', 'keep at most ‸5': 'The most to hold.',
      'keep between 1 and ‸5': 'The upper bound to hold.', 'from 1 to 3 now ‸2': 'The current value.',
    };
    assert.deepEqual(Object.keys(roles).map((measure) => told(inKr(measure)).split('\n\n')[1]), Object.values(roles));
  });

  it('says how fast the rest has to go', () => {
    assert.match(told(inKr('from 10 to ‸40 now 20')), /33% of the way\n\nStill \+20 to go in 30 days, by 2026-03-31: \+4\.67 a week; so far \+1\.17 a week\./);
    assert.match(told(inKr('from 10 to ‸40 now 20 by 2026-03-05')), /by 2026-03-05: \+5 a day/);
    assert.match(told(inKr('from 10 to ‸40 now 20', 'period 2025-Q4')), /Still \+20 to go; the last day was 2025-12-31\./);
    assert.match(told(inKr('at most ‸4h now 6h')), /Still -2h to go in 30 days/);
  });

  it('says no pace where there is none', () => {
    assert.match(told(inKr('from 10 to ‸40 now 40')), /Reached\.$/);
    assert.match(told(inKr('from 10 to ‸40')), /No value yet\.$/);
    for (const measure of ['from 10 to ‸40 now 20', 'keep at most ‸5 now 6', 'between 1 and ‸5 now 7', 'from ? to ‸5 now 3']) {
      assert.doesNotMatch(told(inKr(measure, '')), /to go/);
    }
  });

  it('says what a check-in had reached', () => {
    assert.match(told(inKr('from 10 to 40 { checkin 2026-01-15 ‸16 checkin 2026-02-28 20 }')), /20% of the way on that day/);
  });

  it('says of others what their property is for', () => {
    assert.match(told('team t "T" { capacity ‸6 engineers }\n'), /How much work can be done at one time/);
    assert.match(told('goal g "G"\nobjective a "A" { supports g ‸50% }\n'), /How much of this objective counts there\./);
  });
});

describe('hover on days', () => {
  it('says of a date the weekday and how far it is', () => {
    assert.equal(told('goal g "G" { evidence data 2026-‸02-28 "x" }\n'), 'Saturday, 2026-02-28 · 1 day ago');
    assert.equal(told('goal g "G" { evidence data 2026-‸03-01 "x" }\n'), 'Sunday, 2026-03-01 · as-of day');
  });

  it('says of a date in a range how much of the range has elapsed', () => {
    assert.match(told('goal g "G" { period 2026-0‸2-01 .. 2026-03-31 }\n'), /2026-02-01 \.\. 2026-03-31 · 59 days · 49% elapsed, 30 days left$/);
  });

  it('says of a calendar period when it begins or ended', () => {
    assert.match(told('goal g "G" { period 2026-‸Q2 }\n'), /91 days · begins in 31 days$/);
    assert.match(told('goal g "G" { period 20‸25 }\n'), /365 days · ended 60 days ago$/);
  });

  it('says nothing of what is no date', () => {
    assert.equal(told('goal g "G" { period 2026-‸Q7 }\n'), '');
    assert.equal(told('goal g "G" { evidence data 2026-02‸-30 "x" }\n'), '');
  });
});
