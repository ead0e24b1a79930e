/** Any text can be reviewed against any other: damaged, huge, or made to take long. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compare, mirrored, type Source } from './reviewing.ts';

const samples = new URL('../../samples/', import.meta.url);
const texts = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.strategy')).sort()
  .map((name) => readFileSync(new URL(name, samples), 'utf8')).filter((text) => text.length < 20_000);

/** A sample from which a part was taken, or into which one was put. */
const damaged = fc.record({ text: fc.constantFrom(...texts), at: fc.nat(), length: fc.nat({ max: 30 }), put: fc.constantFrom('', '{', '}', '"', '5K', 'kr', '\n', ' ? ', '..') })
  .map(({ text, at, length, put }) => {
    const start = at % text.length;
    return { text, cut: text.slice(0, start) + put + text.slice(start + length) };
  });

function many(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('\n');
}

describe('a review of any text', () => {
  it('never fails, and of a damaged text with itself is empty', () => {
    fc.assert(fc.property(damaged, ({ text, cut }) => {
      assert.deepEqual(compare(cut, cut).changes, []);
      const { complete, unreadable } = compare(text, cut);
      assert.equal(complete, !unreadable.some(({ side }) => side === 'head'));
      compare(cut, text);
    }), { numRuns: 60 });
  });

  it('tells nothing as removed that may stand in what could not be read', () => {
    fc.assert(fc.property(damaged, ({ text, cut }) => {
      const { changes, complete } = compare(text, cut);
      if (!complete) assert.deepEqual(changes.filter(({ kind }) => kind.endsWith('-removed') && !kind.startsWith('suppression')).map(({ kind, subject }) => `${kind} ${subject.id}`), []);
    }), { numRuns: 60 });
  });

  it('of text that could be read whole is a mirror, also where it was cut', () => {
    fc.assert(fc.property(damaged, ({ text, cut }) => {
      const forward = compare(text, cut);
      if (!forward.complete || forward.unreadable.length > 0) return;
      const told = forward.changes.map(({ kind, subject, property, before, after }) => JSON.stringify([kind, subject.type, subject.id, subject.was, property, before, after])).sort();
      assert.deepEqual(mirrored(compare(cut, text).changes), told);
    }), { numRuns: 60 });
  });

  const large: readonly (readonly [string, Source, Source])[] = [
    ['key results without a name', `objective o "O" {\n${many(3_000, (index) => `  kr "A${index}" at least ${index}`)}\n}`, `objective o "O" {\n${many(3_000, (index) => `  kr "B${index}" at most ${index}`)}\n}`],
    ['key results with one title', `objective o "O" {\n${many(3_000, () => '  kr "A" at least 5')}\n}`, `objective o "O" {\n${many(3_000, () => '  kr "A" at least 4')}\n}`],
    ['goals with one title and other names', many(3_000, (index) => `goal a${index} "A"`), many(3_000, (index) => `goal b${index} "A"`)],
    ['renamed objectives that support one another', many(2_500, (index) => `objective a${index} "A${index}" { supports a${index + 1} }`), many(2_500, (index) => `objective b${index} "A${index}" { supports b${index + 1} }`)],
    ['a chain that loses its goal', `goal g "G"\n${many(2_500, (index) => `objective o${index} "O" { supports ${index === 0 ? 'g' : `o${index - 1}`} }`)}`, many(2_500, (index) => `objective o${index} "O" { supports ${index === 0 ? 'g' : `o${index - 1}`} }`)],
    ['check-ins of one day', `metric m "M" { unit users\n${many(3_000, (index) => `checkin 2026-02-01 ${index}`)}\n}`, `metric m "M" { unit users\n${many(3_000, (index) => `checkin 2026-02-01 ${index + 1}`)}\n}`],
    ['metrics of one goal', `metric m "M" { unit users }\ngoal g "G" {\n${many(2_000, (index) => `metric m from 1 to ${index}`)}\n}`, `metric m "M" { unit users }\ngoal g "H" {\n${many(2_000, (index) => `metric m from 2 to ${index}`)}\n}`],
    ['suppressions', many(2_000, (index) => `goal g${index} "G"`), many(2_000, (index) => `// throughline-ignore unmeasured-goal: x\ngoal g${index} "G"`)],
    ['targets of one objective', `objective o "O" {\n${many(2_500, (index) => `  kr k${index} "K" from 1 to 9 now 3`)}\n}`, `objective o "O" {\n${many(2_500, (index) => `  kr k${index} "K" from 1 to 8 now 3`)}\n}`],
  ];
  for (const [what, base, head] of large) {
    it(`comes to its end with thousands of ${what}`, () => {
      assert.ok(compare(base, head).changes.length > 0);
    });
  }
});
