/** What holds for any text. Set `FC_SEED` to repeat a failure with the seed that it prints. */

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { MOST_PROBLEMS, parseFile } from '../../../grammar/parse.ts';
import { parseText } from '../../../grammar/parser/parser.ts';
import type { SyntaxTree } from '../../../grammar/tree.ts';
import { applied, edits, texts } from './texts.ts';

const RUNS = { numRuns: 1500, ...(process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) }) };

/** The value with every place in it moved. */
function moved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, by));
  if (typeof value !== 'object' || value === null) return value;
  const isSpan = 'start' in value && 'end' in value && !('id' in value);
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => {
    const isPlace = isSpan && (key === 'start' || key === 'end') && typeof part === 'number';
    return [key, isPlace ? part + by : moved(part, by)];
  }));
}

/** All of a tree with places from the start of the file, as if it were one chunk. */
function flattened({ chunks }: SyntaxTree) {
  return {
    declarations: chunks.flatMap(({ start, chunk }) => moved(chunk.declarations, start)),
    problems: chunks.flatMap(({ start, chunk }) => moved(chunk.problems, start)),
    comments: chunks.flatMap(({ start, chunk }) => moved(chunk.comments, start)),
  };
}

function eachSpan(value: unknown, check: (start: number, end: number) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && !('id' in value)) check(Number(value.start), Number(value.end));
  for (const part of Object.values(value)) eachSpan(part, check);
}

describe('any text', () => {
  it('is covered by its chunks without a gap', () => {
    fc.assert(fc.property(texts, (text) => {
      const { chunks } = parseFile(text);
      assert.equal(chunks.map(({ chunk }) => chunk.text).join(''), text);
      let start = 0;
      for (const placed of chunks) {
        assert.equal(placed.start, start);
        start += placed.chunk.text.length;
      }
    }), RUNS);
  });

  it('has every place within its chunk', () => {
    fc.assert(fc.property(texts, (text) => {
      for (const { chunk } of parseFile(text).chunks) {
        eachSpan([chunk.declarations, chunk.problems, chunk.comments], (start, end) => {
          assert.ok(start >= 0 && start <= end && end <= chunk.text.length, `${start} .. ${end} in a chunk of ${chunk.text.length}`);
        });
      }
    }), RUNS);
  });

  it('means the same divided into chunks and whole', () => {
    fc.assert(fc.property(texts, (text) => {
      const { declarations, problems, comments } = parseText(text, MOST_PROBLEMS, false);
      assert.deepEqual(flattened(parseFile(text)), { declarations, problems, comments });
    }), RUNS);
  });

  it('means the same after any edits as read from scratch', () => {
    fc.assert(fc.property(texts, edits, (text, changes) => {
      let tree = parseFile(text);
      let current = text;
      for (const change of changes) {
        current = applied(current, change);
        tree = parseFile(current, tree);
        assert.deepEqual(tree, parseFile(current));
      }
    }), RUNS);
  });

  it('has a problem wherever a declaration is broken', () => {
    fc.assert(fc.property(texts, (text) => {
      for (const { chunk } of parseFile(text).chunks) {
        if (chunk.problems.length > 0) continue;
        for (const declaration of chunk.declarations) {
          assert.equal(declaration.broken, false);
          for (const property of declaration.properties) assert.equal(property.broken, false);
        }
      }
    }), RUNS);
  });
});

describe('an edit', () => {
  it('leaves the chunks that it does not touch as they were', () => {
    const before = 'team a "A"\n\ngoal g "G" {\n  owner a\n}\n\nobjective o "O" {\n  supports g\n}\n';
    const tree = parseFile(before);
    const after = parseFile(before.replace('owner a', 'owner a, b'), tree);
    assert.equal(after.chunks.length, 3);
    assert.equal(after.chunks[0], tree.chunks[0]);
    assert.notEqual(after.chunks[1]?.chunk, tree.chunks[1]?.chunk);
    assert.equal(after.chunks[2]?.chunk, tree.chunks[2]?.chunk);
    assert.equal(after.chunks[2]?.start, (tree.chunks[2]?.start ?? 0) + ', b'.length);
  });
});
