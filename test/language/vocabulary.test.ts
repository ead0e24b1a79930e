/** The words as data: what they say of the language is what the parser reads. */

import assert from 'node:assert/strict';
import { parseFile } from '../../grammar/parse.ts';
import type { Chunk } from '../../grammar/tree.ts';
import { DECLARATIONS, declarationWord, MEASURE_STARTS, MEASURES, NEVER_UNITS, propertyWord } from '../../grammar/vocabulary.ts';

function read(text: string): Chunk {
  const [placed] = parseFile(text).chunks;
  assert.ok(placed !== undefined);
  assert.deepEqual(placed.chunk.problems, [], text);
  return placed.chunk;
}

const INSIDE_OBJECTIVE = (text: string) => `objective o "O" {\n${text}\n}`;

describe('vocabulary', () => {
  for (const word of DECLARATIONS) {
    it(`${word.kind}: its example is one`, () => {
      const [declaration] = read(word.top ? word.example : INSIDE_OBJECTIVE(word.example)).declarations;
      assert.equal((word.top ? declaration : declaration?.children[0])?.kind, word.kind);
    });

    for (const property of word.properties) {
      it(`${property.name} of ${word.kind}: its example is one`, () => {
        const header = [word.kind, word.header.name === 'none' ? '' : 'n', word.header.title === 'none' ? '' : '"T"'].join(' ');
        const text = `${header} {\n  ${property.example}\n}`;
        const [top] = read(word.top ? text : INSIDE_OBJECTIVE(text)).declarations;
        const declaration = word.top ? top : top?.children[0];
        assert.deepEqual(declaration?.properties.map(({ name }) => name), [property.name]);
        assert.equal(propertyWord(word.kind, property.name), property);
      });
    }
  }

  for (const { words, form, example } of MEASURES) {
    it(`${words}: its example is one`, () => {
      const [objective] = read(INSIDE_OBJECTIVE(`kr "K" ${example}`)).declarations;
      const [property] = objective?.children[0]?.properties ?? [];
      assert.ok(property?.name === 'measure');
      const { measure } = property.value;
      assert.ok(measure !== null);
      assert.equal(measure.keep, words.startsWith('keep'));
      assert.equal(measure.form, words === 'from' && example.includes('up') ? 'up' : form);
    });
  }

  it('lists every first word of a measure, none of which is a unit', () => {
    assert.deepEqual([...MEASURE_STARTS].sort(), [...new Set(MEASURES.map(({ words }) => words.split(' ')[0]))].sort());
    for (const word of MEASURE_STARTS) assert.ok(NEVER_UNITS.has(word), word);
  });

  it('says everything in one sentence', () => {
    const sentences = DECLARATIONS.flatMap(({ documentation, properties }) => [
      documentation, ...properties.flatMap((property) => [property.documentation, ...property.choices.map((choice) => choice.documentation)]),
    ]);
    for (const sentence of [...sentences, ...MEASURES.map(({ documentation }) => documentation)]) assert.match(sentence, /^[A-Z`].*\.$/s);
  });

  it('knows a declaration by its word', () => {
    assert.equal(declarationWord('goal').kind, 'goal');
    assert.equal(declarationWord('roadmap'), undefined);
  });
});
