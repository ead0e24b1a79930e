import assert from 'node:assert/strict';
import { ALIGNED } from '../command/command.ts';
import { reviewed, type ReviewedOptions } from './reviewed.ts';
import type { Source } from './reviewing.ts';

const verdict = (base: Source, head: Source, options?: ReviewedOptions): string => reviewed(base, head, options).summary.verdict;
const replaced = (...changes: readonly (readonly [string, string])[]): string => changes.reduce((text, [from, to]) => text.replace(from, to), ALIGNED);

const MEASURE = 'from 18% to 35%';
const OBJECTIVE = 'period   FY26-Q1\n\n';

describe('The verdict of a review', () => {
  for (const [name, head, expected] of [
    ['a target lowered', replaced([MEASURE, 'from 18% to 30%']), '1 promise weakened.'],
    ['a target withdrawn', replaced([MEASURE, 'from 18% to ?%']), '1 promise weakened.'],
    ['a target turned round', replaced([MEASURE, 'from 18% to 10%']), '1 promise weakened.'],
    ['no bound that became a band', replaced(['at most 0.5%', 'between 0.1% and 0.6%']), 'No promise is weakened.'],
    ['a start moved so that less is to do', replaced([MEASURE, 'from 21% to 35%']), '1 promise weakened.'],
    ['a start moved so that more is to do', replaced([MEASURE, 'from 12% to 35%']), 'No promise is weakened.'],
    ['a target raised', replaced([MEASURE, 'from 18% to 40%']), 'No promise is weakened.'],
    ['an objective dropped once begun', replaced([OBJECTIVE, 'period   FY26-Q1\n  status dropped\n\n']), '1 promise weakened.'],
    ['a key result removed once begun', replaced(['  kr "Onboarding stays reliable" keep at most 0.5% now 0.4%\n', '']), '1 promise weakened.'],
    ['one promise weakened in two ways', replaced([MEASURE, 'from 21% to 30%']), '1 promise weakened.'],
    ['two promises weakened', replaced([MEASURE, 'from 18% to 30%'], ['from 18% to 50%', 'from 18% to 40%']), '2 promises weakened.'],
    ['an objective that serves nothing any more', replaced(['  supports win\n', '']), '1 objective no longer serves any goal.'],
    ['both, a date that slips and a check-in', replaced(['  supports win\n', ''], [MEASURE, 'from 18% to 30%'], ['now 0.4%', 'now 0.4% by 2026-04-30'], ['22%\n', '22%\n    checkin 2026-03-01 23%\n']).replace('from 18% to 50%', 'from 18% to 50%'),
      '1 promise weakened and 1 objective no longer serves any goal; 1 check-in reported.'],
    ['a past check-in rewritten', replaced(['2026-02-28 22%', '2026-02-28 24%']), 'No promise is weakened; 1 past check-in rewritten.'],
    ['a past check-in removed', replaced(['    checkin 2026-02-28 22%\n', '']), 'No promise is weakened; 1 past check-in removed.'],
    ['a new title', replaced(['Win the mid-market', 'Win every mid-market']), 'No promise is weakened.'],
  ] as const) {
    it(`counts ${name}`, () => assert.equal(verdict(ALIGNED, head), expected));
  }

  it('counts a band that was shifted', () => {
    const between = (bounds: string): string => ALIGNED.replace('at most 0.5%', `between ${bounds}`);
    assert.equal(verdict(between('0.1% and 0.5%'), between('0.3% and 0.7%')), '1 promise weakened.');
    assert.equal(verdict(between('0.1% and 0.5%'), between('0.2% and 0.5%')), 'No promise is weakened.');
  });

  it('counts what slips', () => {
    const dated = (day: string): string => ALIGNED.replace('now 0.4%', `now 0.4% by ${day}`);
    assert.equal(verdict(dated('2026-04-01'), dated('2026-04-20')), 'No promise is weakened; 1 date slips.');
    assert.equal(verdict(dated('2026-04-20'), dated('2026-04-01')), 'No promise is weakened.');
  });

  it('counts nothing that has not begun, was a draft or is closed already', () => {
    const without = ALIGNED.replace('  kr "Onboarding stays reliable" keep at most 0.5% now 0.4%\n', '');
    assert.equal(verdict(ALIGNED, without, { asOf: '2026-01-15' }), 'No promise is weakened.');
    const withStatus = (status: string, text: string): string => text.replace(OBJECTIVE, `period   FY26-Q1\n  status ${status}\n\n`);
    for (const status of ['draft', 'done', 'dropped']) assert.equal(verdict(withStatus(status, ALIGNED), withStatus(status, without)), 'No promise is weakened.', status);
  });

  it('says that nothing changed, and how many files were reformatted', () => {
    assert.equal(verdict(ALIGNED, ALIGNED), 'No change in meaning.');
    assert.equal(verdict({ 'a.strategy': ALIGNED, 'b.strategy': '' }, { 'a.strategy': `// Read this.\n${ALIGNED}`, 'b.strategy': '\n', 'c.strategy': '' }), 'No change in meaning (3 files reformatted).');
  });

  it('begins with what could not be read', () => {
    assert.equal(verdict(ALIGNED, `${replaced([MEASURE, 'from 18% to 30%'])}goal 5 "x" {\n`), 'incomplete, 1 file could not be read whole: 1 promise weakened.');
    assert.match(verdict(`${ALIGNED}goal 5 "x" {\n`, ALIGNED), /^No promise is weakened/);
  });

  it('sums over all that changed', () => {
    const { summary } = reviewed(ALIGNED, replaced([MEASURE, 'from 18% to 30%'], ['Win the mid-market', 'Win every mid-market'], ['now 0.4%', 'now 0.3%']));
    assert.deepEqual(summary, { total: 3, high: 1, medium: 1, low: 0, info: 1, accepted: 0, worst: 'high', verdict: '1 promise weakened.' });
  });

  it('names the worst of what is not accepted', () => {
    const head = replaced([MEASURE, 'from 18% to 30%'], ['now 0.4%', 'now 0.3%']);
    const [lowered] = reviewed(ALIGNED, head).changes;
    const { changes, summary } = reviewed(ALIGNED, head, { accepted: { [lowered?.fingerprint ?? '']: 'Agreed on Monday' } });
    assert.deepEqual(changes.map(({ accepted }) => accepted), ['Agreed on Monday', null]);
    assert.deepEqual([summary.accepted, summary.worst, summary.high], [1, 'info', 1]);
  });
});
