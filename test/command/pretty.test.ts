import assert from 'node:assert/strict';
import { pretty } from '../../server/cli/formats/pretty.ts';
import { coloured } from '../../server/cli/style.ts';
import { finding, HOSTILE, range, report } from './report.ts';

type Parts = Parameters<typeof report>;

function written(...parts: Parts): string {
  return [...pretty(report(...parts))].join('');
}

/** The lines of the one finding, without the summary. */
function lines(...parts: Parts): readonly string[] {
  const [first = ''] = written(...parts).split('\n\n');
  return first.split('\n');
}

describe('check --format pretty', () => {
  it('shows code, message, place, source line, underline, related places and fixes', () => {
    assert.equal(written([finding({
      file: 'okrs/a.strategy', range: '1:10-20', code: 'duplicate-name', message: 'Objective self-serve is declared twice.',
      related: [{ file: 'okrs/b.strategy', range: range('11:5-15'), message: 'The first declaration is here.' }],
      fixes: [{ title: 'Rename this one', edits: () => [] }],
    })], {
      texts: {
        'okrs/a.strategy': '// growth\nobjective self-serve "S" {\n}\n',
        'okrs/b.strategy': `${'\n'.repeat(11)}goal self-serve "G"\n`,
      },
      past: 2,
    }), `error[duplicate-name]: Objective self-serve is declared twice.
  --> okrs/a.strategy:2:11
   |
 2 | objective self-serve "S" {
   |           ^^^^^^^^^^
   = see: The first declaration is here.
  --> okrs/b.strategy:12:6
   |
12 | goal self-serve "G"
   |      ----------
   = fix: Rename this one

1 error in 2 files, as of 2026-03-01. 2 objectives are past and no longer judged.
What a finding means, and what to do: throughline explain duplicate-name
`);
  });

  it('shows ten of many related places, and how many more there are', () => {
    const related = Array.from({ length: 13 }, (_, i) => ({ file: 'a.strategy', range: range('0:0-1'), message: `Place ${i}` }));
    const text = written([finding({ related })]);
    assert.deepEqual(text.match(/ = (see: .*|and .*)/g)?.slice(-2), [' = see: Place 9', ' = and 3 more places']);
  });

  it('says so where nothing was found', () => {
    assert.equal(written([]), 'No findings in 1 file, as of 2026-03-01.\n');
  });

  it('says nothing where there was nothing to read', () => {
    assert.equal(written([], { texts: {} }), '');
  });

  it('counts each severity in words', () => {
    const found = (['error', 'warning', 'warning', 'info', 'hint'] as const).map((severity) => finding({ severity }));
    assert.match(written(found), /^1 error, 2 warnings, 1 note, 1 hint in 1 file, as of 2026-03-01\.$/m);
  });

  it('tells how many findings --quiet hides', () => {
    assert.match(
      written([finding({})], { counts: { error: 1, warning: 2, info: 0, hint: 0 } }),
      /^1 error, 2 warnings in 1 file, as of 2026-03-01\. 2 below error level are not shown\.$/m,
    );
  });

  it('puts the caret right after tabs and wide characters', () => {
    assert.deepEqual(lines([finding({ range: '0:9-11' })], { texts: { 'a.strategy': '\tgoal 目标 名字 "x"' } }).slice(3), [
      '1 |     goal 目标 名字 "x"',
      '  |               ^^^^',
    ]);
  });

  it('puts the caret right after an emoji of several characters', () => {
    const line = 'goal x "👩‍💻 y" oops';
    assert.deepEqual(lines([finding({ range: `0:${line.indexOf('oops')}-${line.length}` })], { texts: { 'a.strategy': line } }).slice(3), [
      `1 | ${line}`,
      '  |               ^^^^',
    ]);
  });

  it('underlines the first line of a range over several to its end', () => {
    assert.deepEqual(lines([finding({ range: '0:5-2:1' })], { texts: { 'a.strategy': 'goal x "X" {\n  owner y\n}\n' } }).slice(3), [
      '1 | goal x "X" {',
      '  |      ^^^^^^^',
    ]);
  });

  it('puts one caret where a range is empty, at the end of the file too', () => {
    assert.deepEqual(lines([finding({ range: '1:0-0' })], { texts: { 'a.strategy': 'goal\n' } }).slice(3), ['2 |', '  | ^']);
  });

  it('ends lines at \\r and \\r\\n too', () => {
    assert.deepEqual(lines([finding({ range: '2:0-1' })], { texts: { 'a.strategy': 'a\r\nb\rc\n' } }).slice(3, 4), ['3 | c']);
  });

  it('crops a line of megabytes around the place', () => {
    const text = `${'x'.repeat(2_000_000)} oops ${'y'.repeat(2_000_000)}`;
    const [, , , source = '', carets = ''] = lines([finding({ range: '0:2000001-2000005' })], { texts: { 'a.strategy': text } });
    assert.ok(source.length <= 160, `${source.length} columns`);
    assert.equal(source.indexOf('oops'), carets.indexOf('^^^^'));
    assert.ok(source.startsWith('1 | …x') && source.endsWith('y…'), source);
  });

  it('crops wide characters by the columns that they take', () => {
    const [, , , source = ''] = lines([finding({})], { texts: { 'a.strategy': '目'.repeat(500) } });
    assert.equal(source, `1 | ${'目'.repeat(77)}…`);
  });

  it('shows control characters and sends none, in messages, names of files, sources, related places and fixes', () => {
    const text = written([finding({
      file: HOSTILE, message: HOSTILE, related: [{ file: HOSTILE, range: range('0:0-1'), message: HOSTILE }], fixes: [{ title: HOSTILE, edits: () => [] }],
    })], { texts: { [HOSTILE]: HOSTILE } });
    assert.doesNotMatch(text, /[^\P{Cc}\n]|\u202e/u);
    assert.ok(text.includes('::error::i␊j␍␛[31mk␇l<U+202E>m'));
    assert.ok(!text.split('\n').some((line) => line.startsWith('::') || line.startsWith('j')));
  });

  it('is coloured where it is asked for', () => {
    assert.ok([...pretty(report([finding({})]), { paint: coloured, columns: 80 })].join('').includes('\u001b[31m'));
  });
});
