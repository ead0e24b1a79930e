import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { mergeTexts } from '../../server/merge/merge.ts';
import { texts } from '../language/syntax/texts.ts';
import { declared, merged, resolved, syntaxProblems } from './merging.ts';

/** A strategy as data: what an edit changes is found by its name. */
interface Plan {
  readonly objectives: ReadonlyMap<string, Objective>;
}
interface Objective {
  readonly title: string;
  readonly owner: string;
  readonly comment: string;
  readonly krs: ReadonlyMap<string, KeyResult>;
}
interface KeyResult {
  readonly title: string;
  readonly target: number;
  readonly now: number;
  readonly checkins: ReadonlyMap<number, string>;
}

/** What one person does; each has a mark of its own that stands in the text afterwards. */
type Step = (plan: Plan) => Plan;

const OBJECTIVES = ['one', 'two', 'three'];
const KRS = ['a', 'b', 'c'];

const BASE: Plan = {
  objectives: new Map(OBJECTIVES.map((name) => [name, {
    title: `Objective ${name}`, owner: 'maya', comment: `about ${name}`,
    krs: new Map(KRS.map((kr) => [kr, { title: `${name} ${kr}`, target: 10, now: 2, checkins: new Map([[3, 'begun']]) }])),
  }])),
};

function written({ objectives }: Plan): string {
  return [...objectives].map(([name, { title, owner, comment, krs }]) => [
    `// ${comment}`, `objective ${name} "${title}" {`, `  owner ${owner}`, '',
    ...[...krs].flatMap(([kr, one]) => [
      `  kr ${kr} "${one.title}" from 1 to ${one.target} now ${one.now} {`,
      ...[...one.checkins].sort(([x], [y]) => x - y).map(([day, note]) => `    checkin 2026-02-${String(day).padStart(2, '0')} 4 "${note}"`),
      '  }',
    ]),
    '}', '',
  ].join('\n')).join('\n');
}

function changed<V>(map: ReadonlyMap<string, V>, key: string, change: (value: V) => V): ReadonlyMap<string, V> {
  const value = map.get(key);
  return value === undefined ? map : new Map(map).set(key, change(value));
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([one]) => one !== key));
}

const inObjective = (name: string, change: (objective: Objective) => Objective): Step => ({ objectives }) => ({ objectives: changed(objectives, name, change) });
const inKr = (name: string, kr: string, change: (one: KeyResult) => KeyResult): Step => inObjective(name, (objective) => ({ ...objective, krs: changed(objective.krs, kr, change) }));

/** Every step touches something that no other step touches; `mark` makes its words its own. */
function steps(mark: string): ReadonlyMap<string, Step> {
  const all = new Map<string, Step>();
  for (const name of OBJECTIVES) {
    all.set(`${name} owner`, inObjective(name, (one) => ({ ...one, owner: `owner-${mark}` })));
    all.set(`${name} title`, inObjective(name, (one) => ({ ...one, title: `title ${mark} ${name}` })));
    all.set(`${name} comment`, inObjective(name, (one) => ({ ...one, comment: `comment ${mark}` })));
    all.set(`${name} new kr`, inObjective(name, (one) => ({ ...one, krs: new Map(one.krs).set(`new-${mark}`, { title: `new ${mark} ${name}`, target: 5, now: 1, checkins: new Map() }) })));
    all.set(`${name} order`, inObjective(name, (one) => ({ ...one, krs: new Map([...one.krs].reverse()) })));
    for (const kr of KRS) {
      all.set(`${name} ${kr} target`, inKr(name, kr, (one) => ({ ...one, target: 70 + mark.length })));
      all.set(`${name} ${kr} now`, inKr(name, kr, (one) => ({ ...one, now: 6 + mark.length })));
      all.set(`${name} ${kr} title`, inKr(name, kr, (one) => ({ ...one, title: `kr ${mark} ${name} ${kr}` })));
      all.set(`${name} ${kr} check-in`, inKr(name, kr, (one) => ({ ...one, checkins: new Map(one.checkins).set(mark === 'ours' ? 10 : 12, `note ${mark}`) })));
      all.set(`${name} ${kr} first check-in`, inKr(name, kr, (one) => ({ ...one, checkins: new Map(one.checkins).set(3, `rewritten ${mark}`) })));
    }
  }
  for (const name of OBJECTIVES) all.set(`${name} removed`, ({ objectives }) => ({ objectives: without(objectives, name) }));
  all.set('new objective', ({ objectives }) => ({ objectives: new Map(objectives).set(`new-${mark}`, { title: `new ${mark}`, owner: 'jonas', comment: `why ${mark}`, krs: new Map() }) }));
  return all;
}

const OURS = steps('ours');
const THEIRS = steps('theirs-side');
const names = [...OURS.keys()];
const chosen = fc.subarray(names, { maxLength: 8 });
const apply = (plan: Plan, all: ReadonlyMap<string, Step>, which: readonly string[]): Plan => which.reduce((one, name) => all.get(name)?.(one) ?? one, plan);

/** Steps that both sides may take together: those that add, each under a name of its own. */
const TOGETHER = /new|check-in$/;

function areDisjoint(ours: readonly string[], theirs: readonly string[]): boolean {
  const meet = (one: string, other: string): boolean => (
    (one === other && (!TOGETHER.test(one) || one.endsWith('first check-in')))
    || (one.endsWith('removed') && one.split(' ')[0] === other.split(' ')[0])
    || (other.endsWith('removed') && one.split(' ')[0] === other.split(' ')[0])
  );
  return !ours.some((one) => theirs.some((other) => meet(one, other)));
}

/** Puts comments into a text, each of them unlike any other. */
function withComments(text: string, places: readonly number[], mark: string): string {
  const lines = text.split('\n');
  for (const [index, place] of places.entries()) lines.splice(Math.floor(place * lines.length), 0, `// ${mark} ${index}`);
  return lines.join('\n');
}

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

const SAMPLES = ['goals', 'metrics', 'initiatives', 'okrs/growth', 'okrs/people'].map((name) => (
  readFileSync(new URL(`../../samples/acme-cloud/${name}.strategy`, import.meta.url), 'utf8')
));

/** Lines are taken out, doubled, or put elsewhere; places as shares of the text. */
const lineEdits = fc.array(fc.record({
  what: fc.constantFrom('remove', 'double', 'move', 'number'), at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.double({ min: 0, max: 1, noNaN: true }),
  count: fc.integer({ min: 1, max: 3 }),
}), { maxLength: 4 });

function withLines(text: string, { what, at, to, count }: { what: string; at: number; to: number; count: number }): string {
  const lines = text.split('\n');
  const index = Math.floor(at * (lines.length - 1));
  const taken = lines.slice(index, index + count);
  if (what === 'number') lines[index] = (lines[index] ?? '').replace(/\d/, String(count));
  else if (what !== 'double') lines.splice(index, count);
  if (what === 'move' || what === 'double') lines.splice(Math.floor(to * lines.length), 0, ...taken);
  return lines.join('\n');
}

describe('a merge, whatever the edits', () => {
  it('of edits that do not meet means what both mean together', () => {
    fc.assert(fc.property(chosen, chosen, (ours, theirs) => {
      fc.pre(areDisjoint(ours, theirs));
      const base = written(BASE);
      const { text, conflicts } = merged(base, written(apply(BASE, OURS, ours)), written(apply(BASE, THEIRS, theirs)));
      assert.equal(conflicts, 0, text);
      const expected = written(apply(apply(BASE, OURS, ours), THEIRS, theirs));
      assert.deepEqual(declared(text), declared(expected));
      assert.deepEqual([...text.matchAll(/\/\/ .*/g)].map(String).sort(), [...expected.matchAll(/\/\/ .*/g)].map(String).sort());
    }), { numRuns: 200 });
  });

  it('loses nothing that either side wrote, and reads either way it is resolved', () => {
    fc.assert(fc.property(chosen, chosen, (ours, theirs) => {
      const sides = { ours: written(apply(BASE, OURS, ours)), theirs: written(apply(BASE, THEIRS, theirs)) };
      const { text, conflicts } = merged(written(BASE), sides.ours, sides.theirs);
      const words = (side: string, mark: string): readonly string[] => side.match(new RegExp(`[^"\\n]*\\b${mark}\\b[^"\\n]*`, 'g')) ?? [];
      for (const word of [...words(sides.ours, 'ours'), ...words(sides.theirs, 'theirs-side')]) assert.ok(text.includes(word.trim()), `${word} is lost:\n${text}`);
      for (const side of ['ours', 'theirs'] as const) assert.deepEqual(syntaxProblems(resolved(text, side)), [], text);
      assert.equal(conflicts > 0, text.includes('<<<<<<<'));
    }), { numRuns: 200 });
  });

  it('with a side that changed nothing is the other side, to the byte', () => {
    fc.assert(fc.property(texts, texts, (a, b) => {
      const textOf = (base: string, ours: string, theirs: string): string | undefined => mergeTexts(base, ours, theirs, { markerSize: 7 })?.text;
      assert.deepEqual([textOf(a, a, b), textOf(a, b, a), textOf(a, b, b)], [b, b, b]);
    }));
  });

  it('reads either way it is resolved, whatever happened to the lines of a real file', () => {
    let merges = 0;
    fc.assert(fc.property(fc.constantFrom(...SAMPLES), lineEdits, lineEdits, (base, ours, theirs) => {
      const sides = [ours, theirs].map((edits) => edits.reduce(withLines, base));
      // A side that changed nothing gives the other back, whatever is wrong in it.
      if (sides.some((side) => syntaxProblems(side).length > 0)) return;
      const result = mergeTexts(base, sides[0] ?? '', sides[1] ?? '', { markerSize: 7 });
      if (result === null) return;
      merges += 1;
      for (const side of ['ours', 'theirs'] as const) assert.deepEqual(syntaxProblems(resolved(result.text, side)), [], result.text);
    }), { numRuns: 300 });
    assert.ok(merges > 50, `only ${merges} were merged`);
  });

  it('loses no comment, wherever both sides put theirs and whatever else they did', () => {
    let merges = 0;
    fc.assert(fc.property(fc.constantFrom(...SAMPLES), lineEdits, lineEdits, places, places, (base, ours, theirs, ourPlaces, theirPlaces) => {
      const [one, other] = [withComments(ours.reduce(withLines, base), ourPlaces, 'ours'), withComments(theirs.reduce(withLines, base), theirPlaces, 'theirs')];
      if (syntaxProblems(one).length + syntaxProblems(other).length > 0) return;
      merges += 1;
      const text = mergeTexts(base, one, other, { markerSize: 7 })?.text ?? '';
      for (const [comment] of [...one.matchAll(/\/\/ ours \d+/g), ...other.matchAll(/\/\/ theirs \d+/g)]) assert.ok(text.includes(comment), `${comment} is lost in\n${text}`);
      for (const side of ['ours', 'theirs'] as const) assert.deepEqual(syntaxProblems(resolved(text, side)), [], text);
    }), { numRuns: 200 });
    assert.ok(merges > 40, `only ${merges} were merged`);
  });
});
