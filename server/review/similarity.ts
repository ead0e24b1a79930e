/** How alike two things are (review.md section 2): symmetric, a weighted mean of what either has. */

import { unitsComparable } from '../../grammar/quantity.ts';
import { firstProperty } from '../../grammar/tree.ts';
import type { Entity, KeyResult, Metric, Objective } from '../model/strategy.ts';
import { sameExact } from './exact.ts';
import { linksByReference, periodKey, setKey, type Identity } from './keys.ts';
import { goalMeasureOf, measureOf, type WorkedMeasure } from './worked-measure.ts';

const WEIGHTS = { title: 4, measure: 3, id: 2, children: 4, owner: 1, period: 1, supports: 1 } as const;

/** Of each part that either has, how alike it is, 0 … 1. */
type Parts = Partial<Record<keyof typeof WEIGHTS, number>>;

/** 0 (nothing in common) … 1. Both are of one kind. */
export function similarity(a: Entity, b: Entity, identity: Identity): number {
  const parts: Parts = { ...titles(a, b), ...measures(a, b, identity), ...ids(a, b), ...children(a, b), ...links(a, b, identity), ...periods(a, b, identity) };
  let sum = 0;
  let weights = 0;
  for (const [part, alike] of Object.entries(parts) as [keyof typeof WEIGHTS, number][]) {
    sum += WEIGHTS[part] * alike;
    weights += WEIGHTS[part];
  }
  return weights === 0 ? 0 : sum / weights;
}

/** The local name as declared; null for what has none. */
function localId(entity: Entity): string | null {
  return entity.declaration.name?.text ?? null;
}

/** Twice what two sets share, of what they hold together; two empty ones are equal. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return 2 * shared / (a.size + b.size);
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function titles(a: Entity, b: Entity): Parts {
  if (a.title === null && b.title === null) return {};
  return { title: a.title === null || b.title === null ? 0 : a.title === b.title ? 1 : dice(wordsOf(a.title), wordsOf(b.title)) };
}

function ids(a: Entity, b: Entity): Parts {
  const [one, other] = [localId(a), localId(b)];
  return one === null && other === null ? {} : { id: one === other ? 1 : 0 };
}

/** Of more metrics than this the rest say no more about which goal it is. */
const MOST_METRICS = 50;

interface Measured {
  readonly metric: Metric | null;
  readonly worked: WorkedMeasure | null;
}

/** Each measure with the one on the other side that is most like it. */
function measures(a: Entity, b: Entity, identity: Identity): Parts {
  const [one, other] = [measuresOf(a), measuresOf(b)];
  const count = one.length + other.length;
  if (count === 0) return {};
  const rows = one.map((measured) => other.map((candidate) => measureLikeness(measured, candidate, identity)));
  const best = [...rows, ...other.map((_, index) => rows.map((row) => row[index] ?? 0))].map((likenesses) => Math.max(0, ...likenesses));
  return { measure: best.reduce((sum, likeness) => sum + likeness, 0) / count };
}

/** What a kr or a goal is measured by; a kr has one measure at most. */
function measuresOf(entity: Entity): readonly Measured[] {
  if (entity.kind === 'goal') return entity.metrics.slice(0, MOST_METRICS).map((metric) => ({ metric: metric.metric, worked: goalMeasureOf(entity, metric) }));
  if (entity.kind !== 'kr' || (entity.reading === null && entity.metric === null)) return [];
  return [{ metric: entity.metric, worked: measureOf(entity) }];
}

/** A third each for equal metric and unit, kind, target. */
function measureLikeness(a: Measured, b: Measured, identity: Identity): number {
  const metric = (a.metric === null ? null : identity(a.metric)) === (b.metric === null ? null : identity(b.metric)) && sameUnits(a.worked, b.worked);
  const [one, other] = [a.worked, b.worked];
  if (one === null || other === null) return one === other && metric ? 1 : metric ? 1 / 3 : 0;
  const kind = one.kind === other.kind && one.keep === other.keep;
  const target = kind && sameExact(one.target, other.target) && sameExact(one.low, other.low) && sameExact(one.high, other.high);
  return (Number(metric) + Number(kind) + Number(target)) / 3;
}

function sameUnits(a: WorkedMeasure | null, b: WorkedMeasure | null): boolean {
  const [one, other] = [a?.unit ?? null, b?.unit ?? null];
  if (one === null || other === null) return one === other || a === null || b === null;
  return unitsComparable(one, other);
}

function children(a: Entity, b: Entity): Parts {
  if (a.kind !== 'objective' || b.kind !== 'objective' || a.keyResults.length + b.keyResults.length === 0) return {};
  return { children: 2 * matchingChildren(a, b) / (a.keyResults.length + b.keyResults.length) };
}

/** How many krs match by local id, else by title. */
function matchingChildren(a: Objective, b: Objective): number {
  const [one, other] = [byName(a), byName(b)];
  let matching = 0;
  const [restA, restB] = [new Map<string, number>(), new Map<string, number>()];
  for (const [id, keyResult] of one.named) {
    if (other.named.has(id)) matching += 1;
    else count(restA, keyResult.title);
  }
  for (const [id, keyResult] of other.named) if (!one.named.has(id)) count(restB, keyResult.title);
  for (const { title } of one.nameless) count(restA, title);
  for (const { title } of other.nameless) count(restB, title);
  for (const [title, times] of restA) matching += Math.min(times, restB.get(title) ?? 0);
  return matching;
}

function byName({ keyResults }: Objective): { readonly named: ReadonlyMap<string, KeyResult>; readonly nameless: readonly KeyResult[] } {
  const named = new Map<string, KeyResult>();
  const nameless: KeyResult[] = [];
  for (const keyResult of keyResults) {
    const id = localId(keyResult);
    if (id === null || named.has(id)) nameless.push(keyResult);
    else named.set(id, keyResult);
  }
  return { named, nameless };
}

function count(counts: Map<string, number>, title: string | null): void {
  if (title !== null) counts.set(title, (counts.get(title) ?? 0) + 1);
}

/** Owners and what is supported, as written on the thing itself. */
function links(a: Entity, b: Entity, identity: Identity): Parts {
  const parts: Parts = {};
  for (const kind of ['owner', 'supports'] as const) {
    const [one, other] = [namedBy(a, kind, identity), namedBy(b, kind, identity)];
    if (one !== '[]' || other !== '[]') parts[kind] = one === other ? 1 : 0;
  }
  return parts;
}

function namedBy(entity: Entity, kind: 'owner' | 'supports', identity: Identity): string {
  const named = entity.links.filter((link) => link.kind === kind);
  return setKey(named.map(({ target, reference }) => (target === null ? `?${reference.text}` : identity(target))));
}

/** The days that are written on the thing itself. */
function periods(a: Entity, b: Entity, identity: Identity): Parts {
  const [one, other] = [daysOf(a, identity), daysOf(b, identity)];
  return one === '' && other === '' ? {} : { period: one === other ? 1 : 0 };
}

function daysOf(entity: Entity, identity: Identity): string {
  if (entity.kind === 'period') return entity.days === null ? '' : `${entity.days.start}..${entity.days.end}`;
  const expression = firstProperty(entity.declaration, 'period')?.value ?? null;
  if (expression === null) return '';
  if (expression.type === 'name') {
    const target = entity.links.find((link) => link.reference === expression.reference)?.target;
    if (target?.kind === 'period' && target.days !== null) return `${target.days.start}..${target.days.end}`;
  }
  return periodKey(expression, linksByReference(entity), identity);
}
