/** Offsets and positions, both ways. */

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { lineIndex } from '../../grammar/positions.ts';

describe('positions', () => {
  it('count lines that end with \\n, \\r\\n and a lone \\r, and characters in UTF-16 units', () => {
    const text = 'a\nb\r\nc\rd😀e';
    const { positionAt } = lineIndex(text);
    const places = ['a', 'b', 'c', 'd', 'e'].map((letter) => positionAt(text.indexOf(letter)));
    assert.deepEqual(places, [
      { line: 0, character: 0 }, { line: 1, character: 0 }, { line: 2, character: 0 }, { line: 3, character: 0 }, { line: 3, character: 3 },
    ]);
  });

  it('beyond a line are its end, and beyond the text the end of it', () => {
    const { offsetAt } = lineIndex('ab\r\ncd\n');
    assert.equal(offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(offsetAt({ line: 1, character: 99 }), 6);
    assert.equal(offsetAt({ line: 2, character: 0 }), 7);
    assert.equal(offsetAt({ line: 9, character: 0 }), 7);
    assert.deepEqual(lineIndex('ab').positionAt(99), { line: 0, character: 2 });
  });

  it('lead back to the offset that they came from', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀', ' ')).map((parts) => parts.join(''));
    fc.assert(fc.property(pieces, (text) => {
      const { offsetAt, positionAt } = lineIndex(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        const isInLineBreak = text[offset - 1] === '\r' && text[offset] === '\n';
        assert.equal(offsetAt(positionAt(offset)), isInLineBreak ? offset - 1 : offset);
      }
    }));
  });
});
