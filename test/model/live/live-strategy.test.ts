/** A strategy that is kept up with edits says what one built anew would say, after each of them. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Aspect } from '../../../server/model/change.ts';
import type { Entity } from '../../../server/model/strategy.ts';
import { edited, randomStrategy, type RandomEdit, type Texts } from './edits.ts';
import { Kept } from './kept.ts';
import { saidOf } from './same-strategy.ts';

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
