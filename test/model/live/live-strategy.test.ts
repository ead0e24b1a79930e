/** A strategy that is kept up with edits says what one built anew would say, after each of them. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDate } from '../../../grammar/calendar.ts';
import { parseFile } from '../../../grammar/parse.ts';
import type { SyntaxTree } from '../../../grammar/tree.ts';
import { buildStrategy } from '../../../server/model/build.ts';
import { Aspect, type StrategyChange } from '../../../server/model/change.ts';
import { liveStrategySteps, type LiveStrategy } from '../../../server/model/live/strategy.ts';
import { complete } from '../../../server/model/steps.ts';
import type { Entity, SourceFile } from '../../../server/model/strategy.ts';
import { edited, randomStrategy, type RandomEdit, type Texts } from './edits.ts';
import { assertSameStrategy, saidOf } from './same-strategy.ts';

const asOf = parseDate('2026-03-01');
assert.ok(asOf !== null);
const OPTIONS = { asOf, pastDays: 90 };

function treeOf(text: string | null, before: SourceFile | undefined): SyntaxTree | null {
  return text === null ? null : parseFile(text, before?.tree ?? undefined);
}

/** A live strategy with its files, and the same built anew beside it. */
class Kept {
  #files: ReadonlyMap<string, SourceFile>;
  readonly live: LiveStrategy;

  constructor(texts: Texts) {
    this.#files = new Map(Array.from(texts, ([path, text]) => [path, { path, tree: treeOf(text, undefined) }]));
    this.live = complete(liveStrategySteps([...this.#files.values()], OPTIONS));
  }

  update(texts: Texts): StrategyChange {
    const files = new Map<string, SourceFile>();
    const changed: SourceFile[] = [];
    for (const [path, text] of texts) {
      const before = this.#files.get(path);
      if (before !== undefined && (before.tree?.text ?? null) === text) {
        files.set(path, before);
        continue;
      }
      const file = { path, tree: treeOf(text, before) };
      files.set(path, file);
      changed.push(file);
    }
    const removed = [...this.#files.keys()].filter((path) => !texts.has(path));
    this.#files = files;
    return complete(this.live.update({ changed, removed }));
  }

  check(): void {
    assertSameStrategy(this.live.strategy, buildStrategy([...this.#files.values()], OPTIONS));
  }
}

/** Plays edits one after the other; checks after each. */
function play(seed: number, edits: readonly RandomEdit[], told = false): void {
  const first = randomStrategy(seed);
  let texts = first;
  const kept = new Kept(texts);
  for (const edit of edits) {
    texts = edited(texts, edit, first);
    if (told) checkTold(kept, texts);
    else kept.update(texts);
    kept.check();
  }
}

/** What an update does not tell of has not changed. */
function checkTold(kept: Kept, texts: Texts): void {
  const names = new Map<Entity, string>();
  const nameOf = (entity: Entity | null): string => {
    if (entity === null) return '';
    const name = names.get(entity) ?? `${names.size}`;
    names.set(entity, name);
    return name;
  };
  const before = new Map(kept.live.strategy.entities.map((entity) => [entity, saidOf(entity, nameOf)]));
  const { touched, removed } = kept.update(texts);
  const now = new Set(kept.live.strategy.entities);
  for (const [entity, said] of before) {
    assert.equal(removed.has(entity), !now.has(entity), `${entity.id} is told to be ${removed.has(entity) ? 'gone' : 'there'}`);
    if (!now.has(entity)) continue;
    const aspects = touched.get(entity) ?? 0;
    for (const [aspect, value] of Object.entries(saidOf(entity, nameOf))) {
      if ((aspects & Aspect[aspect as keyof typeof Aspect]) === 0) assert.equal(value, said[aspect], `${aspect} of ${entity.kind} ${entity.id} changed and was not told`);
    }
  }
  for (const entity of now) if (!before.has(entity)) assert.ok(touched.has(entity), `${entity.id} is new and was not told`);
}

const number = fc.integer({ min: 0, max: 0x7fffffff });
const sequence = fc.tuple(number, fc.array(fc.record({ kind: fc.nat({ max: 13 }), seed: number }), { minLength: 1, maxLength: 6 }));
const RUNS = Number(process.env.LIVE_RUNS ?? 4000);

describe('a live strategy', () => {
  it('says what one built anew would say, after each of many random edits', () => {
    fc.assert(fc.property(sequence, ([seed, edits]) => { play(seed, edits); }), { numRuns: RUNS });
  }).timeout(0);

  it('tells of everything that an update changes', () => {
    fc.assert(fc.property(sequence, ([seed, edits]) => { play(seed, edits, true); }), { numRuns: RUNS / 4 });
  }).timeout(0);
});
