/** The names that are suggested for a mistyped one. */

import assert from 'node:assert/strict';
import { editDistance, NamesByLength, NearestNames, nearestWord } from '../../server/rules/nearest.ts';

describe('nearest names', () => {
  it('count insertions, deletions, substitutions and swaps as one edit each', () => {
    for (const [a, b, edits] of [['goal', 'goal', 0], ['gaol', 'goal', 1], ['gol', 'goal', 1], ['goall', 'goal', 1], ['goat', 'goal', 1], ['ca', 'abc', 3], ['', 'abc', 3]] as const) {
      assert.equal(editDistance(a, b, 5), edits, `${a} to ${b}`);
      assert.equal(editDistance(b, a, 5), edits, `${b} to ${a}`);
    }
  });

  it('end a comparison at the limit', () => {
    assert.equal(editDistance('kitten', 'sitting', 2), 3);
    assert.equal(editDistance('a'.repeat(60), 'b'.repeat(60), 3), 4);
  });

  it('give the nearest first, and none that is clearly farther', () => {
    const names = new NearestNames([new NamesByLength(['win-midmarket', 'win-midmarkets', 'retain-core', 'win-enterprise'])]);
    assert.deepEqual(names.find('win-midmarkt'), ['win-midmarket', 'win-midmarkets']);
    assert.deepEqual(names.find('something-else'), []);
  });

  it('find what differs in case alone', () => {
    assert.equal(nearestWord('fy26-q1', ['FY26-Q1', 'FY26-Q2']), 'FY26-Q1');
  });

  it('suggest nothing for names of one letter that share none, nor the name itself', () => {
    assert.equal(nearestWord('maya', ['maya']), null);
    assert.deepEqual(new NearestNames([new NamesByLength(['goal'])]).find('xyzw'), []);
  });

  it('are those of the names there are by now', () => {
    const names = new NamesByLength(['win-midmarket', 'retain-core']);
    const nearest = new NearestNames([names]);
    assert.deepEqual(nearest.find('win-midmarkt'), ['win-midmarket']);
    names.add('win-midmarkets');
    nearest.onChange('win-midmarkets');
    assert.deepEqual(nearest.find('win-midmarkt'), ['win-midmarket', 'win-midmarkets']);
    names.delete('win-midmarket');
    nearest.onChange('win-midmarket');
    assert.deepEqual(nearest.find('win-midmarkt'), ['win-midmarkets']);
  });

  it('stay bounded whatever is typed', () => {
    const names = new NearestNames([new NamesByLength(Array.from({ length: 500 }, (_, index) => `name-${index}`))]);
    const typed = Array.from({ length: 500 }, (_, index) => `nmae-${index}x`);
    assert.deepEqual(names.findEach(new Set(typed)).get('nmae-7x'), [], 'where so many are to be compared it says nothing');
    assert.deepEqual(names.findEach(new Set(['nmae-7x'])).get('nmae-7x')?.[0], 'name-7');
    assert.deepEqual(names.find('a'.repeat(100_000)), []);
  });
});
