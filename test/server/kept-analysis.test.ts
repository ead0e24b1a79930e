/** An analysis that is kept up says what one from scratch says, whatever is typed, read, set or dated. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDate, type Day } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { analyze, type Analysis } from '../../server/analysis.ts';
import { KeptAnalysis, type AnalysisChange } from '../../server/kept-analysis.ts';
import { complete } from '../../server/model/steps.ts';
import type { Entity, SourceFile } from '../../server/model/strategy.ts';
import { SETTINGS_FILE, type Diagnostic } from '../../server/rules/diagnostic.ts';
import { edited, Numbers, randomStrategy, type RandomEdit, type Texts } from '../model/live/edits.ts';

function day(text: string): Day {
  const found = parseDate(text);
  assert.ok(found !== null);
  return found;
}

const DAYS = [day('2026-03-01'), day('2026-03-02'), day('2026-09-01')] as const;
const SETTINGS = [
  null, '{}', '{ "asOf": "2026-03-01" }', '{ "asOf": "2025-12-01", "rules": { "no-evidence": "info" } }', '{ "past": 10 }',
  '{ "rules": { "missing-owner": "off", "unused-declaration": "error", "stale-checkin": ["hint", { "days": 5 }] } }', '{ "rules": { "missing-owner": "of', '{ "past": -1 }',
] as const;

/** What is known of a strategy: its texts, its settings, the day. */
interface World {
  readonly texts: Texts;
  readonly settingsText: string | null;
  readonly today: Day;
}

function told({ fixes, ...diagnostic }: Diagnostic): unknown {
  return { ...diagnostic, fixes: fixes.map(({ title, edits }) => ({ title, edits: edits() })) };
}

/** Symbols, links and scores, a line each. */
function summary({ strategy, past }: Analysis): readonly string[] {
  const line = (entity: Entity): string => {
    const links = entity.links.map(({ kind, reference, resolution, target }) => `${kind} ${reference.text} ${resolution} ${target?.id ?? ''}`);
    const place = `${entity.origin.file.path}:${entity.origin.chunk.start + entity.declaration.span.start}`;
    const standing = 'health' in entity ? `${entity.score} ${entity.expected} ${entity.health} ${entity.status.value} ${entity.past}` : '';
    const alignment = entity.kind === 'objective' ? `${entity.alignment} ${[...entity.goals].map(({ id }) => id).sort().join()}` : '';
    return [entity.kind, entity.id, place, entity.laterThan?.id ?? '', links.join(), entity.usedBy.length, standing, alignment].join(' | ');
  };
  return [`${past} past, ${strategy.cycles.length} circles`, ...strategy.entities.map(line)];
}

class Kept {
  readonly #failures: unknown[] = [];
  readonly #kept = new KeptAnalysis((error) => { this.#failures.push(error); });
  #files = new Map<string, SourceFile>();
  #analysis: Analysis | null = null;
  /** What was told of each file, told anew only where an update says so. */
  readonly #told = new Map<string, readonly unknown[]>();

  update({ texts, settingsText, today }: World): void {
    const before = this.#files;
    this.#files = new Map(Array.from(texts, ([path, text]) => {
      const known = before.get(path);
      if (known !== undefined && (known.tree?.text ?? null) === text) return [path, known];
      return [path, { path, tree: text === null ? null : parseFile(text, known?.tree ?? undefined) }];
    }));
    const changed = [...this.#files.values()].filter((file) => before.get(file.path) !== file);
    const removed = [...before.keys()].filter((path) => !this.#files.has(path));
    const change: AnalysisChange = complete(this.#kept.update({ files: () => [...this.#files.values()], changes: { changed, removed }, settingsText, today }));
    assert.deepEqual(this.#failures, []);
    this.#analysis = change.analysis;
    for (const path of change.files) this.#told.set(path, change.diagnosticsOf(path).map(told));
  }

  /** Against everything read anew. */
  check({ texts, settingsText, today }: World): void {
    const files = Array.from(texts, ([path, text]) => ({ path, tree: text === null ? null : parseFile(text) }));
    const expected = analyze({ files, settingsText, asOf: null, today });
    const actual = this.#analysis;
    assert.ok(actual !== null);
    assert.deepEqual([...this.#told.keys()].sort().flatMap((path) => this.#told.get(path) ?? []), expected.diagnostics.map(told));
    assert.deepEqual(summary(actual), summary(expected));
    assert.deepEqual(actual.diagnostics.map(told), expected.diagnostics.map(told));
    assert.equal(actual.asOf, expected.asOf);
  }
}

/** Most edits are of texts; of the others half change the settings and half the day. */
const KINDS = 18;

function changed(world: World, edit: RandomEdit, first: Texts): World {
  const numbers = new Numbers(edit.seed);
  if (edit.kind < 14) return { ...world, texts: edited(world.texts, edit, first) };
  if (edit.kind < 16) return { ...world, settingsText: numbers.pick(SETTINGS) };
  return { ...world, today: numbers.pick(DAYS) };
}

function play(seed: number, edits: readonly RandomEdit[]): void {
  const first = randomStrategy(seed);
  let world: World = { texts: first, settingsText: null, today: DAYS[0] };
  const kept = new Kept();
  kept.update(world);
  for (const edit of edits) {
    world = changed(world, edit, first);
    kept.update(world);
  }
  kept.check(world);
}

const number = fc.integer({ min: 0, max: 0x7fffffff });
const sequence = fc.tuple(number, fc.array(fc.record({ kind: fc.nat({ max: KINDS - 1 }), seed: number }), { minLength: 1, maxLength: 6 }));
const RUNS = Number(process.env.LIVE_RUNS ?? 4000);

describe('an analysis that is kept up', () => {
  it('says what one from scratch says, after any sequence of edits', () => {
    fc.assert(fc.property(sequence, ([seed, edits]) => { play(seed, edits); }), { numRuns: RUNS });
  }).timeout(0);

  it('says it where an edit changes what thousands of things mean', () => {
    const uses = Array.from({ length: 3 }, (_, file) => [`${file}.strategy`, Array.from({ length: 800 }, (__, index) => `objective o${file}-${index} "O" { period p owner t }\n`).join('')] as const);
    const world = (text: string): World => ({ texts: new Map([...uses, ['all.strategy', text]]), settingsText: null, today: DAYS[0] });
    const kept = new Kept();
    for (const text of ['period p 2026-01-01 .. 2026-03-31\nteam t "T"\n', 'period q 2026-01-01 .. 2026-03-31\nteam t "T"\n', 'period p 2026-01-01 .. 2025-03-31\n']) {
      kept.update(world(text));
      kept.check(world(text));
    }
  }).timeout(60_000);

  it('says it where most files change at once', () => {
    const world = (title: string, count: number): World => ({
      texts: new Map(Array.from({ length: count }, (_, file) => [`${file}.strategy`, `goal g${file % 90} "${title}"\n`])), settingsText: null, today: DAYS[0],
    });
    const kept = new Kept();
    for (const now of [world('A', 150), world('B', 140), world('B', 260)]) {
      kept.update(now);
      kept.check(now);
    }
  }).timeout(60_000);

  it('says of the settings file what is wrong in it', () => {
    const kept = new KeptAnalysis((error) => { throw error; });
    const known = { files: () => [], changes: { changed: [], removed: [] }, today: DAYS[0] };
    complete(kept.update({ ...known, settingsText: '{}' }));
    const { files, diagnosticsOf } = complete(kept.update({ ...known, settingsText: '{ "rules": 1 }' }));
    assert.deepEqual([...files], [SETTINGS_FILE]);
    assert.deepEqual(diagnosticsOf(SETTINGS_FILE).map(({ code }) => code), ['settings']);
  });
});
