import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { formatEdits, formatTree } from '../../../grammar/format.ts';
import { parseFile } from '../../../grammar/parse.ts';
import { commentsOf, meaningOf, suppressedText } from './meaning.ts';

const root = new URL('../../../', import.meta.url);
const files = ['test/conformance/', 'samples/'].flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.strategy'))
  .map((name) => ({ name: `${folder}${name}`, text: readFileSync(new URL(`${folder}${name}`, root), 'utf8') })));

/** Declarations with comments, text in three quotes and lists, which most of those files lack. */
const RICH = [
  '/// About *it*.\n// plain\nstrategy "S" {\n  vision """\n    One\n\n      two  \n    """ // after\n  link "https://x" // y\n}\n',
  'objective o "O" {\n  supports a, // first\n           b.c 40%,\n           d\n  // throughline-ignore unknown-reference: soon\n  owner x\n  /// About k.\n  kr k "K" from 1 user up 5 users per month now 2 by 2026-Q1 // end\n  kr "L" {\n    at least 5 % // unit\n    now 3%\n    checkin 2026-01-01 3% confidence 5/10 "n"\n  }\n}\n',
  'person ann "Ann" in core // one\nperson 営業 "B" // throughline-ignore unused-declaration\nteam core\nperiod p 2026-01-01 .. 2026-02-01 in 2026\n',
  'metric m "M" { unit demos per month better up now ? demos per month } // throughline-ignore unused-declaration: x\n',
];

/** What may stand between two words. */
const GAPS = ['', ' ', '   ', '\t', '\u00A0', '\n', '\r\n', '\r', '\n\n\n', ' // c\n', '\n// c\n', '\n\n// throughline-ignore no-goals: x\n', ' /// d\n', '\n  /// d\n\n'];

/** Text, and a part of the ways in which its white space could have been written otherwise. */
const relaid = fc.record({
  text: fc.constantFrom(...RICH, ...files.flatMap(({ text }) => text.split(/\n\n+/)).filter((part) => part.length < 1_500)),
  changes: fc.array(fc.record({ at: fc.nat(), gap: fc.constantFrom(...GAPS) }), { maxLength: 12 }),
}).map(({ text, changes }) => {
  const parts = text.match(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\s+|[{},]|[^\s"{},]+/g) ?? [];
  const gaps = parts.flatMap((part, index) => (part.trim() === '' ? [index] : []));
  for (const { at, gap } of changes) {
    const index = gaps[at % Math.max(gaps.length, 1)];
    if (index !== undefined) parts[index] = gap;
  }
  return parts.join('');
});

/** Holds for every text: what formatting must keep. */
function keepsMeaning(text: string): 'formatted' | 'left alone' {
  const tree = parseFile(text);
  const formatted = formatTree(tree);
  if (formatted === null) return 'left alone';
  const again = parseFile(formatted);
  assert.deepEqual(meaningOf(again), meaningOf(tree));
  assert.deepEqual(commentsOf(again), commentsOf(tree));
  assert.deepEqual(suppressedText(formatted), suppressedText(text));
  assert.equal(formatTree(again), formatted);
  assert.equal(formatted.replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''), 'no word is added, lost or moved');
  return 'formatted';
}

describe('formatting any file', () => {
  for (const { name, text } of files) {
    it(`keeps what ${name} means`, () => assert.equal(keepsMeaning(text), 'formatted'));
  }

  it('keeps what a file means, however its white space was written', () => {
    let formatted = 0;
    const runs = 3_000;
    fc.assert(fc.property(relaid, (text) => {
      if (keepsMeaning(text) === 'formatted') formatted += 1;
    }), { numRuns: runs, endOnFailure: true });
    assert.ok(formatted > runs / 4, `only ${formatted} of ${runs} texts had no syntax error`);
  });

  it('keeps what is left of a file from which parts were taken, or leaves it alone', () => {
    fc.assert(fc.property(relaid, fc.nat(), fc.nat({ max: 12 }), (text, at, length) => {
      const start = at % Math.max(text.length, 1);
      keepsMeaning(text.slice(0, start) + text.slice(start + length));
    }), { numRuns: 2_000, endOnFailure: true });
  });

  it('says the same as edits and as a text', () => {
    fc.assert(fc.property(relaid, (text) => {
      const tree = parseFile(text);
      const edits = formatEdits(tree);
      const edited = edits?.reduceRight((sum, { start, end, newText }) => sum.slice(0, start) + newText + sum.slice(end), text) ?? null;
      assert.equal(edited, formatTree(tree));
    }), { numRuns: 500, endOnFailure: true });
  });

  it('takes time that grows with the text', () => {
    const one = 'person a "A" in b // c\n';
    const many = formatTree(parseFile(one.repeat(20_000)));
    assert.equal(many, one.repeat(20_000));
  });
});
