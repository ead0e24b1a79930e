/** Names that change together. */

import assert from 'node:assert/strict';
import { lineIndex } from '../../grammar/positions.ts';
import { linkedEditing } from '../../server/features/linked-editing.ts';
import { takeCursor } from '../protocol/case-file.ts';
import { marked } from './marked.ts';

/** The file with what changes together in `«»`; null where nothing does. */
function linked(source: string, others: Readonly<Record<string, string>> = {}): string | null {
  const { snapshot, params } = marked({ ...others, 'a.strategy': source });
  const found = linkedEditing(snapshot, params);
  if (found === null) return null;
  const text = takeCursor({ 'a.strategy': source }).files['a.strategy'] ?? '';
  const lines = lineIndex(text);
  return found.ranges.map(({ start, end }) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) })).sort((a, b) => b.start - a.start)
    .reduce((shown, { start, end }) => `${shown.slice(0, start)}«${shown.slice(start, end)}»${shown.slice(end)}`, text);
}

describe('linked editing', () => {
  it('links a name with its uses in the file, from each of them', () => {
    const expected = 'objective o "O" {\n  kr «k» "K" from 1 to 2\n  initiative i "I" { advances «k» }\n}\nobjective p "P" { supports o.«k» }\n';
    assert.equal(linked('objective o "O" {\n  kr ‸k "K" from 1 to 2\n  initiative i "I" { advances k }\n}\nobjective p "P" { supports o.k }\n'), expected);
    assert.equal(linked('objective o "O" {\n  kr k "K" from 1 to 2\n  initiative i "I" { advances k }\n}\nobjective p "P" { supports o.k‸ }\n'), expected);
  });

  it('links nothing where another file uses the name', () => {
    assert.equal(linked('goal ‸g "G"\nobjective o "O" { supports g }\n', { 'b.strategy': 'objective p "P" { supports g }\n' }), null);
    assert.equal(linked('objective o "O" { supports g‸ }\n', { 'b.strategy': 'goal g "G"\n' }), null);
  });

  it('links nothing on a title, on a name that nothing uses, and on one that stands twice', () => {
    assert.equal(linked('goal g "G‸"\nobjective o "O" { supports g }\n'), null);
    assert.equal(linked('goal ‸g "G"\n'), null);
    assert.equal(linked('goal g "G"\ngoal ‸g "G"\nobjective o "O" { supports g }\n'), null);
  });

  it('links only what is written alike', () => {
    assert.equal(linked('goal ‸\u00e9 "E"\nobjective o "O" { supports e\u0301 }\n'), null);
  });
});
