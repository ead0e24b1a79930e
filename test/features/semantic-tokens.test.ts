/** Semantic tokens: sound whatever the text, the same in parts and by differences as whole. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFile } from '../../grammar/parse.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from '../../server/features/semantic-tokens.ts';
import type { Snapshot } from '../../server/features/snapshot.ts';
import { showTokens } from '../protocol/answers.ts';
import { marked } from './marked.ts';

const LIVE = { isCancellationRequested: false };

function shown(source: string): string[] {
  const { snapshot } = marked(`‸${source}`);
  return showTokens(semanticTokens(snapshot, null, LIVE), { path: '', text: source });
}

interface Placed { readonly line: number; readonly character: number; readonly length: number }

function places(data: readonly number[]): Placed[] {
  const found: Placed[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(index, index + 3);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    found.push({ line, character, length });
  }
  return found;
}

/** Pieces of the language, well and badly put together. */
const text = fc.array(fc.constantFrom(
  'goal g "G" {', '}', '\n', ' ', 'objective a "A" {', 'kr b "B" from 1 to 2', 'supports g 50%', '"""x\r\ny"""', '// c', '/// d', '😀', '"', 'owner', 'a.b', ',',
  'period 2026-Q1', 'now 22%', 'by 2026-02-30', 'status dropped 2026-01-01 "x"', 'unit $ per month', 'keep at most', 'in', '\ud800', '\r',
), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('semantic tokens', () => {
  it('colour a name by what it means, wherever it is declared', () => {
    assert.deepEqual(shown('goal g "G" { owner x  sponsor y }\nteam x "X"\nperson y "Y"\n').filter((line) => /^1:(?:20|31) /.test(line)), ['1:20 namespace x', '1:31 parameter y']);
  });

  it('leave a name alone that means nothing', () => {
    assert.deepEqual(shown('goal g "G" { owner x }\n').filter((line) => line.endsWith(' x')), []);
  });

  it('take the words of the language for names where names stand', () => {
    assert.deepEqual(shown('team owner "O"\ngoal to "T" { owner owner }\n'), [
      '1:1 keyword team', '1:6 namespace.declaration owner', '1:12 string "O"',
      '2:1 keyword goal', '2:6 interface.declaration to', '2:9 string "T"', '2:15 property owner', '2:21 namespace owner',
    ]);
  });

  it('know names in a declaration that the strategy has not read yet', () => {
    const { snapshot } = marked('‸goal g "G" { }\nobjective a "A" { supports g }\n');
    const source = 'goal g "G" { }\nobjective a "A" { supports g 1 }\n';
    const typed: Snapshot = { ...snapshot, document: { ...snapshot.document, tree: parseFile(source) } };
    assert.ok(showTokens(semanticTokens(typed, null, LIVE), { path: '', text: source }).includes('2:28 interface g'));
  });

  it('colour what is written, without any strategy', () => {
    const { snapshot } = marked('‸goal g "G" { kind business }\n');
    assert.equal(semanticTokens({ ...snapshot, analysis: null }, null, LIVE).data.length, 5 * 5);
  });

  it('lie on one line each, in order, none over another, on any text', () => {
    fc.assert(fc.property(text, (source) => {
      const { snapshot } = marked(`${source}‸`);
      const lines = source.split(/\r\n|\r|\n/);
      let last = { line: 0, character: 0 };
      for (const { line, character, length } of places(semanticTokens(snapshot, null, LIVE).data)) {
        assert.ok(line > last.line || (line === last.line && character >= last.character));
        assert.ok(length > 0 && character + length <= (lines[line]?.length ?? 0));
        last = { line, character: character + length };
      }
    }), { numRuns: 300 });
  });

  it('are the same by differences as whole', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const first = semanticTokens(marked(`${before}‸`).snapshot, null, LIVE);
      const { snapshot } = marked(`${after}‸`);
      const answer = semanticTokensDelta(snapshot, { previousResultId: first.resultId }, LIVE);
      assert.ok('edits' in answer);
      const data = [...first.data];
      for (const { start, deleteCount, data: added = [] } of answer.edits) data.splice(start, deleteCount, ...added);
      assert.deepEqual(data, semanticTokens(snapshot, null, LIVE).data);
    }), { numRuns: 200 });
  });

  it('come whole where the last answer was another one', () => {
    const { snapshot } = marked('‸goal g "G"\n');
    semanticTokens(snapshot, null, LIVE);
    assert.ok('data' in semanticTokensDelta(snapshot, { previousResultId: 'another' }, LIVE));
  });

  it('of a range are those of the whole in it', () => {
    const { snapshot } = marked('‸goal g "G"\ngoal h "H"\ngoal i "I"\n');
    const whole = places(semanticTokens(snapshot, null, LIVE).data);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    assert.deepEqual(places(semanticTokensRange(snapshot, { range }, LIVE).data), whole.filter(({ line }) => line === 1));
  });
});
