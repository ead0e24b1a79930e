/** Whether two strategies of the same trees say the same: every field of every entity, every link, every cycle. */

import assert from 'node:assert/strict';
import type { Entity, Link, Strategy } from '../../../server/model/strategy.ts';

/** Names the things of one strategy by their place in it. */
class Numbering {
  readonly #names = new Map<unknown, string>();

  constructor({ entities }: Strategy) {
    for (const [index, entity] of entities.entries()) {
      this.#names.set(entity, `${index} ${entity.kind} ${entity.id}`);
      for (const [nth, link] of entity.links.entries()) this.#names.set(link, `link ${nth} of ${index} ${entity.id}`);
    }
  }

  nameOf(thing: unknown): string | undefined {
    return this.#names.get(thing);
  }
}

function isEntityOrLink(value: object): boolean {
  return 'declaration' in value || ('reference' in value && 'from' in value);
}

/** Says where the strategies differ; passes where they do not. */
export function assertSameStrategy(actual: Strategy, expected: Strategy): void {
  const one = new Numbering(actual);
  const other = new Numbering(expected);
  const at = (path: string): string => `${path} differs`;
  assert.deepEqual(actual.entities.map((entity) => one.nameOf(entity)), expected.entities.map((entity) => other.nameOf(entity)), 'entities differ');
  for (const [index, entity] of actual.entities.entries()) same(entity, expected.entities[index], one.nameOf(entity) ?? '', true);
  for (const key of Object.keys(expected) as (keyof Strategy)[]) if (key !== 'byId' && key !== 'entities') same(actual[key], expected[key], key, false);
  assert.deepEqual(Array.from(actual.byId, ([id, entity]) => [id, one.nameOf(entity)]), Array.from(expected.byId, ([id, entity]) => [id, other.nameOf(entity)]), at('byId'));
  for (const { id } of expected.entities) assert.equal(one.nameOf(actual.byId.get(id)), other.nameOf(expected.byId.get(id)), at(`byId ${id}`));

  function same(a: unknown, b: unknown, path: string, isWhole: boolean): void {
    if (a === b || (typeof a === 'number' && typeof b === 'number' && Object.is(a, b))) return;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
      assert.fail(`${at(path)}: ${String(a)}, not ${String(b)}`);
    }
    if (!isWhole && (isEntityOrLink(a) || isEntityOrLink(b))) {
      const name = one.nameOf(a);
      if (name === undefined || name !== other.nameOf(b)) assert.fail(`${at(path)}: ${name ?? 'something gone'}, not ${other.nameOf(b) ?? ''}`);
      return;
    }
    if (a instanceof Set && b instanceof Set) return same(sorted([...a], one), sorted([...b], other), path, false);
    if (a instanceof Map && b instanceof Map) {
      for (const key of new Set<unknown>([...a.keys(), ...b.keys()])) same(a.get(key), b.get(key), `${path} of ${String(key)}`, false);
      return;
    }
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) assert.fail(`${at(path)}: ${a.length} of them, not ${b.length}`);
      // The links of an entity are compared whole where they stand.
      for (const [index, item] of a.entries()) same(item, b[index], `${path}[${index}]`, path.endsWith('.links'));
      return;
    }
    const keys = new Set([...Object.keys(a), ...Object.keys(b), ...'keyResults' in a ? ['goals'] : []]);
    for (const key of keys) {
      // Where a quantity stands in the text of a metric is nobody's business but the metric's.
      if (path.endsWith('.quantity') && (key === 'start' || key === 'end')) continue;
      same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`, false);
    }
  }
}

function sorted(things: readonly unknown[], names: Numbering): unknown[] {
  return [...things].sort((a, b) => ((names.nameOf(a) ?? '') < (names.nameOf(b) ?? '') ? -1 : 1));
}

/** What an entity says, by aspect, places aside: to see whether an update that did not tell of an aspect left it as it was. */
export function saidOf(entity: Entity, nameOf: (entity: Entity | null) => string): Readonly<Record<string, string>> {
  const link = (one: Link): unknown => [one.kind, one.reference.text, one.resolution, nameOf(one.target), nameOf(one.bearer)];
  const told = (value: unknown): string => JSON.stringify(value, (key, part: unknown): unknown => {
    // What a link says is an aspect of its own.
    if (key === 'span' || key === 'found' || key === 'link' || key === 'metricLink') return undefined;
    if (typeof part !== 'object' || part === null) return part;
    // A quantity stands there for its unit; what else it says is told by what it is part of.
    if (key === 'expected') return 'value' in part && 'unit' in part && 'per' in part ? [part.unit, part.per] : part;
    if ('declaration' in part) return nameOf(part as Entity);
    if ('reference' in part && 'from' in part) return link(part as Link);
    if (key === 'property' || key === 'measure' || key === 'now') return 'word' in part ? undefined : part;
    if (key === 'unit' && 'per' in part) return { per: part.per, unit: (part as { unit?: unknown }).unit };
    if ('text' in part && 'start' in part) return (part as { text: string }).text;
    if (part instanceof Set) return [...part] as unknown[];
    return part;
  });
  const all = entity as unknown as Readonly<Record<string, unknown>>;
  const some = (...keys: string[]): string => told(keys.map((key) => all[key] ?? null));
  return {
    name: nameOf(entity.laterThan),
    links: told(entity.links.map(link)),
    usedBy: told(entity.usedBy.map((one) => [nameOf(one.from), one.kind, one.reference.text]).sort()),
    plan: some('status', 'past', 'active', 'closed', 'judged', 'period', 'lastDay'),
    owners: some('owners', 'ownerWritten'),
    facts: some('days', 'within', 'parent', 'capacity', 'team', 'unit', 'better', 'drives', 'checkins', 'current', 'goalKind', 'metrics', 'type', 'metric', 'reading', 'segment', 'weight', 'progress', 'confidence', 'effort', 'healthMeasure', 'noData', 'brokenHealth'),
    standing: some('score', 'expected', 'health'),
    supports: some('supports'),
    alignment: some('alignment', 'goalMetrics'),
    traced: some('traced'),
    children: some('keyResults', 'initiatives'),
  };
}
