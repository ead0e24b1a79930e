/** What holds of every review, whatever was changed. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatTree } from '../../grammar/format.ts';
import { parseFile } from '../../grammar/parse.ts';
import { strategyData } from '../../server/exchange/strategy-data.ts';
import type { Change } from '../../server/review/review.ts';
import { compare, mirrored, sideOf, type Source } from './reviewing.ts';
import { pair, shuffled, strategy, written } from './strategies.ts';

function told({ kind, subject, property, before, after }: Change): string {
  return JSON.stringify([kind, subject.type, subject.id, subject.was, property, before, after]);
}

function formatted(files: Record<string, string>): Source {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, formatTree(parseFile(text)) ?? text]));
}

describe('every review', () => {
  it('of a strategy with itself is empty', () => {
    fc.assert(fc.property(strategy, (things) => {
      assert.deepEqual(compare(written(things), written(things)).changes, []);
    }), { numRuns: 100 });
  });

  it('of what was only reordered, spread over other files or formatted is empty', () => {
    fc.assert(fc.property(strategy, fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 }), (things, seed) => {
      const files = written(things);
      assert.deepEqual(compare(files, formatted(written(shuffled(things, seed)))).changes.map(told), []);
    }), { numRuns: 150 });
  });

  it('is its mirror when it is read backwards', () => {
    fc.assert(fc.property(pair, ([base, head]) => {
      const forward = compare(written(base), written(head)).changes.map(told).sort();
      assert.deepEqual(mirrored(compare(written(head), written(base)).changes), forward);
    }), { numRuns: 400 });
  });

  it('of two strategies that have nothing to do with one another is a mirror too', () => {
    fc.assert(fc.property(strategy, strategy, (base, head) => {
      const forward = compare(written(base), written(head)).changes.map(told).sort();
      assert.deepEqual(mirrored(compare(written(head), written(base)).changes), forward);
    }), { numRuns: 300 });
  });

  it('is empty only where both sides are the same as data', () => {
    let changed = 0;
    fc.assert(fc.property(pair, ([base, head]) => {
      if (compare(written(base), written(head)).changes.length > 0) {
        changed += 1;
        return;
      }
      assert.deepEqual(dataOf(written(head)), dataOf(written(base)));
    }), { numRuns: 400 });
    assert.ok(changed > 150, `only ${changed} pairs differed`);
  });

  it('says the same changes whatever the day', () => {
    fc.assert(fc.property(pair, ([base, head]) => {
      const [early, late] = ['2025-06-01', '2027-06-01'].map((day) => compare(written(base), written(head), day).changes.map(told).sort());
      assert.deepEqual(early, late);
    }), { numRuns: 150 });
  });

  it('says the same twice, in the same order', () => {
    fc.assert(fc.property(pair, ([base, head]) => {
      assert.equal(JSON.stringify(compare(written(base), written(head)).changes), JSON.stringify(compare(written(base), written(head)).changes));
    }), { numRuns: 60 });
  });

  it('tells each change once', () => {
    fc.assert(fc.property(pair, ([base, head]) => {
      const entries = compare(written(base), written(head)).changes.map(({ kind, subject, property, before, after }) => JSON.stringify([kind, subject.type, subject.id, property, before, after]));
      const repeatable = entries.filter((entry) => !/"(?:evidence|checkin|goal-metric)/.test(entry));
      assert.equal(new Set(repeatable).size, repeatable.length);
    }), { numRuns: 150 });
  });
});

/** A strategy as data, without its places, and with values as they compare. */
function dataOf(files: Record<string, string>): unknown {
  const { strategy: built } = sideOf(files);
  return withoutSpelling(JSON.parse(JSON.stringify(strategyData(built, (path) => path))));
}

const PLACES = new Set(['file', 'range', 'text']);

function withoutSpelling(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpelling).map((item) => JSON.stringify(item)).sort();
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => !PLACES.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutSpelling(value)]));
}
