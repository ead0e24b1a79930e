/** Source text to a strategy, for the tests of the model. */

import assert from 'node:assert/strict';
import { parseDate } from '../../grammar/calendar.ts';
import { parseFile } from '../../grammar/parse.ts';
import { buildStrategy } from '../../server/model/build.ts';
import type { Entity, EntityKind, Goal, KeyResult, Objective, Strategy } from '../../server/model/strategy.ts';

/** The strategy of one file, or of several by path, as of a day (2026-03-01 unless told). */
export function strategyOf(source: string | Readonly<Record<string, string>>, asOf = '2026-03-01'): Strategy {
  const day = parseDate(asOf);
  assert.ok(day !== null);
  const texts = typeof source === 'string' ? { 'a.strategy': source } : source;
  const files = Object.entries(texts).map(([path, text]) => ({ path, tree: parseFile(text) }));
  return buildStrategy(files, { asOf: day, pastDays: 90 });
}

function entity<K extends EntityKind>(strategy: Strategy, id: string, kind: K): Extract<Entity, { kind: K }> {
  const found = strategy.byId.get(id);
  assert.ok(found?.kind === kind, `${kind} ${id}`);
  return found as Extract<Entity, { kind: K }>;
}

export function goal(strategy: Strategy, id: string): Goal { return entity(strategy, id, 'goal'); }
export function objective(strategy: Strategy, id: string): Objective { return entity(strategy, id, 'objective'); }
export function keyResult(strategy: Strategy, id: string): KeyResult { return entity(strategy, id, 'kr'); }

/** The kr `k` of an objective `o` in the first quarter of 2026, as of 2026-03-01 unless told. */
export function onlyKeyResult(kr: string, rest = '', asOf?: string): KeyResult {
  return keyResult(strategyOf(`objective o "O" {\n period 2026-Q1\n ${kr}\n}\n${rest}`, asOf), 'o.k');
}

/** Within rounding. */
export function assertClose(actual: number | null, expected: number | null): void {
  if (expected === null || actual === null) assert.equal(actual, expected);
  else assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}
