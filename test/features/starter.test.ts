/** The files of a new strategy. */

import assert from 'node:assert/strict';
import { parseDate, type Day } from '../../grammar/calendar.ts';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import { starter, starterChoices } from '../../server/features/starter.ts';
import type { StarterAnswers } from '../../server/protocol.ts';

function day(text: string): Day {
  const parsed = parseDate(text);
  assert.ok(parsed !== null);
  return parsed;
}

const ANSWERS: StarterAnswers = {
  organisation: 'Acme Cloud', goal: 'Win the mid-market', team: 'Growth', owner: 'Maya Okafor', quarter: '2026-Q2',
  objective: 'Mid-market teams start without talking to us',
};

function check(answers: StarterAnswers, today = '2026-05-01'): Analysis {
  const { files } = starter(answers);
  return analyze({
    files: files.filter(({ path }) => path.endsWith('.strategy')).map(({ path, text }) => ({ path, tree: parseFile(text) })),
    settingsText: files.find(({ path }) => path === 'throughline.json')?.text ?? null,
    asOf: null, today: day(today),
  });
}

describe('a new strategy', () => {
  it('has nothing to find in it', () => {
    assert.deepEqual(check(ANSWERS).diagnostics.map(({ code, message }) => `${code}: ${message}`), []);
  });

  it('is laid out as the formatter would', () => {
    for (const { path, text } of starter(ANSWERS).files) {
      if (path.endsWith('.strategy')) assert.equal(formatTree(parseFile(text)), text, path);
    }
  });

  it('says what was answered', () => {
    const { strategy } = check(ANSWERS);
    assert.equal(strategy.header?.title, 'Acme Cloud');
    assert.deepEqual(strategy.goals.map(({ id, title }) => [id, title]), [['win-mid-market', 'Win the mid-market']]);
    assert.deepEqual(strategy.objectives.map(({ title, alignment }) => [title, alignment]), [[ANSWERS.objective, 'aligned']]);
    assert.deepEqual(strategy.people.map(({ id, title }) => [id, title]), [['maya', 'Maya Okafor']]);
  });

  it('opens a file that is there', () => {
    const { files, open } = starter(ANSWERS);
    assert.ok(files.some(({ path }) => path === open));
  });

  for (const hostile of ['" } goal evil "x', '\\', 'a\nb', '"""', '', '   ', '123', '目標', '🚀', '// x', 'the', 'x'.repeat(5000), '../../etc', '{}', 'Ünïcödé Tëam']) {
    it(`can be read whatever was answered: ${JSON.stringify(hostile.slice(0, 20))}`, () => {
      const answers = { ...ANSWERS, organisation: hostile, goal: hostile, team: hostile, owner: hostile, objective: hostile };
      const { diagnostics, strategy } = check(answers);
      assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`), []);
      assert.equal(strategy.goals.length, 1);
      assert.equal(strategy.objectives.length, 1);
      for (const { path } of starter(answers).files) assert.match(path, /^[a-z0-9.-]+(\/[a-z0-9.-]+)?$/);
    });
  }

  it('takes no quarter that is none', () => {
    assert.deepEqual(check({ ...ANSWERS, quarter: '../x' }).diagnostics.filter(({ severity }) => severity === 'error'), []);
  });

  it('offers the quarter that runs now and the next ones', () => {
    assert.deepEqual(starterChoices(day('2026-11-24')).quarters, [
      { id: '2026-Q4', days: '2026-10-01 .. 2026-12-31' },
      { id: '2027-Q1', days: '2027-01-01 .. 2027-03-31' },
      { id: '2027-Q2', days: '2027-04-01 .. 2027-06-30' },
      { id: '2027-Q3', days: '2027-07-01 .. 2027-09-30' },
      { id: '2027-Q4', days: '2027-10-01 .. 2027-12-31' },
    ]);
  });
});
