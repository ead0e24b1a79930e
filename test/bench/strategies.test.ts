import { strict as assert } from 'node:assert';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze } from '../../server/analysis.ts';
import { asData, asYaml } from './data.ts';
import { asOf, generateStrategy, placeToType } from './strategies.ts';

const day = parseDate(asOf);
if (day === null) throw new Error(`${asOf} is no date`);

describe('generated strategies', () => {
  const { files, long } = generateStrategy(60);

  it('have 20 declarations a file, and one file of 2,000 lines', () => {
    const declarations = files.slice(1).map(({ text }) => parseFile(text).chunks.reduce((sum, { chunk }) => sum + chunk.declarations.length, 0));
    assert.deepEqual([...new Set(declarations)], [20]);
    const lines = long.text.split('\n').length;
    assert.ok(lines >= 2000 && lines < 2050, `${lines} lines`);
  });

  it('are read without a syntax error and have mistakes of the kinds that are compared', () => {
    const { diagnostics } = analyze({ files: [...files, long].map(({ path, text }) => ({ path, tree: parseFile(text) })), settingsText: null, asOf: day, today: day });
    const codes = new Set(diagnostics.map(({ code }) => code));
    assert.ok(!codes.has('syntax'));
    for (const code of ['unaligned-objective', 'unmeasured-key-result', 'missing-owner', 'unknown-reference']) assert.ok(codes.has(code), code);
  });

  it('have a place to type in the title of an objective in the middle', () => {
    assert.match(long.text.slice(0, placeToType(long)).split('\n').at(-1) ?? '', /^objective [\w-]+ "\w{3}$/);
  });

  it('can be said as JSON and as YAML', () => {
    const tree = parseFile('person maya "Maya Okafor"\ngoal win "Win" {\n  owner  maya\n  period 2026\n}\n');
    const data = asData(tree);
    assert.deepEqual(data, [
      { declaration: 'person', id: 'maya', title: 'Maya Okafor' },
      { declaration: 'goal', id: 'win', title: 'Win', owner: ['maya'], period: '2026' },
    ]);
    assert.equal(asYaml(data), '\n- declaration: person\n  id: maya\n  title: "Maya Okafor"\n- declaration: goal\n  id: win\n  title: Win\n  owner: \n    - maya\n  period: "2026"');
  });
});
