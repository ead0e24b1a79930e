/** Whatever is typed, every finding stands in its file, every fix can be applied, and nothing throws. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../grammar/positions.ts';
import { compareDiagnostics } from '../../server/rules/diagnostic.ts';
import { rules } from '../../server/rules/index.ts';
import { applyFix, check, unmarkedSources, type Sources } from './checking.ts';

const examples: readonly Sources[] = rules.flatMap((rule) => [...rule.examples.bad, ...rule.examples.good]).map(({ source }) => unmarkedSources(source));

/** What an author in a hurry, or an attacker, leaves behind. */
const scraps = [
  '{', '}', '"', '"""', '\n', '\r', '//', '///', '// throughline-ignore no-change, x: y\n', '// throughline-ignore-file overdue\n', '.', '..', ',', '?', '%', '$', '-',
  'supports', 'metric arr', 'from 1 to 2', 'now done', 'by 2026-02-30', 'period 2026-Q9', 'objective a "A"', 'kr "K"', 'status draft', 'checkin 2026-02-01 4%', '\uFEFF', '\u0000', '\uD800', '😀',
];

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly scrap: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat({ max: 12 }), scrap: fc.constantFrom('', ...scraps) });

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((result, { at, removed, scrap }) => {
    const start = Math.floor(at * result.length);
    return result.slice(0, start) + scrap + result.slice(start + removed);
  }, text);
}

describe('checking a damaged strategy', () => {
  it('tells ordered findings, each within its file, and fixes that can be applied', () => {
    fc.assert(fc.property(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 4 }), (example, edits) => {
      const sources = Object.fromEntries(Object.entries(example).map(([path, text]) => [path, edited(text, edits)]));
      const { diagnostics } = check(sources);
      assert.deepEqual([...diagnostics].sort(compareDiagnostics), diagnostics);
      for (const { file, range, related, fixes, message } of diagnostics) {
        for (const place of [{ file, range }, ...related]) {
          const lines = lineIndex(sources[place.file] ?? assert.fail(place.file));
          const [start, end] = [lines.offsetAt(place.range.start), lines.offsetAt(place.range.end)];
          assert.deepEqual(lines.positionAt(start), place.range.start, message);
          assert.deepEqual(lines.positionAt(end), place.range.end, message);
          assert.ok(start <= end, message);
        }
        assert.doesNotMatch(message, /undefined|null|NaN|\[object/);
        for (const fix of fixes) applyFix(sources, fix);
      }
    }), { numRuns: 500 });
  });
});
