/**
 * What an edit of one file means for its entities. Chunks of which nothing changed are the same objects in the tree before
 * and after, at its beginning and at its end; what is declared between is matched by kind and id, so that a declaration
 * in which something was typed stays the same entity, with everything that names it.
 */

import type { PlacedChunk } from '../../../grammar/tree.ts';
import { declarePart, type Mutable } from '../declare.ts';
import { firstNotBefore, topOf } from '../order.ts';
import type { Entity, Initiative, KeyResult, Objective, Origin, SourceFile } from '../strategy.ts';

export interface FileEdit {
  readonly path: string;
  /** null for a file that is new. */
  readonly before: SourceFile | null;
  /** null for a file that is no more. */
  readonly after: SourceFile | null;
  /** What stood in the chunks that changed. */
  readonly old: readonly Entity[];
  /** What stands there now: new entities, and those that are kept, which still say what they said before. */
  readonly now: readonly Entity[];
  /** As they are declared now, those that are kept. */
  readonly kept: ReadonlyMap<Entity, Entity>;
  /** Those of them that stand in another order than before. */
  readonly moved: ReadonlySet<Entity>;
  readonly added: readonly Entity[];
  readonly removed: readonly Entity[];
  /** Where the rest of the file stands now. */
  readonly unchanged: readonly { readonly origin: Origin; readonly chunk: PlacedChunk }[];
  /** In the text before: no entity of the file that stands before this offset changed. */
  readonly start: number;
}

/** Compares a file with what it was; changes nothing. */
export function editOf(entities: readonly Entity[], before: SourceFile | null, after: SourceFile | null): FileEdit {
  const path = (after ?? before)?.path ?? '';
  const was = before?.tree?.chunks ?? [];
  const is = after?.tree?.chunks ?? [];
  const prefix = equalChunks(was, is, Math.min(was.length, is.length), 'start');
  const suffix = equalChunks(was, is, Math.min(was.length, is.length) - prefix, 'end');
  const { old, unchanged } = partition(entities, path, before, { was, is, prefix, suffix });
  const part = after === null ? [] : declarePart(after, is.slice(prefix, is.length - suffix)).entities;
  const kept = match(old, part);
  const counterpart = new Map(Array.from(kept, ([entity, next]) => [next, entity]));
  const now = part.map((entity) => counterpart.get(entity) ?? entity);
  for (const entity of now) if (!kept.has(entity)) adopt(entity, counterpart);
  return {
    path, before, after, old, now, kept, moved: movedAmong(old, now), unchanged,
    added: now.filter((entity) => !kept.has(entity)),
    removed: old.filter((entity) => !kept.has(entity)),
    start: was[prefix]?.start ?? Infinity,
  };
}

function equalChunks(was: readonly PlacedChunk[], is: readonly PlacedChunk[], most: number, from: 'start' | 'end'): number {
  let count = 0;
  while (count < most) {
    const [a, b] = from === 'start' ? [was[count], is[count]] : [was[was.length - 1 - count], is[is.length - 1 - count]];
    if (a?.chunk !== b?.chunk) break;
    count += 1;
  }
  return count;
}

interface Chunks {
  readonly was: readonly PlacedChunk[];
  readonly is: readonly PlacedChunk[];
  readonly prefix: number;
  readonly suffix: number;
}

/** Parts the entities of a file into those of chunks that changed, and the rest. */
function partition(entities: readonly Entity[], path: string, before: SourceFile | null, { was, is, prefix, suffix }: Chunks) {
  const first = firstNotBefore(entities, ({ origin: { file } }) => (file.path < path ? -1 : 1));
  const old: Entity[] = [];
  const unchanged: { readonly origin: Origin; readonly chunk: PlacedChunk }[] = [];
  let chunk = 0;
  for (let at = first; before !== null && at < entities.length; at += 1) {
    const entity = entities[at];
    if (entity?.origin.file !== before) break;
    const { origin } = entity;
    while (chunk < was.length && was[chunk] !== origin.chunk) chunk += 1;
    if (chunk === was.length) throw new Error(`An entity of ${path} stands in no chunk of it`);
    const now = chunk < prefix ? is[chunk] : chunk >= was.length - suffix ? is[chunk - was.length + is.length] : undefined;
    if (now === undefined) old.push(entity);
    else if (unchanged.at(-1)?.origin !== origin) unchanged.push({ origin, chunk: now });
  }
  return { old, unchanged };
}

/** Each old entity that is kept, with the new one that says what it says now. */
function match(old: readonly Entity[], part: readonly Entity[]): ReadonlyMap<Entity, Entity> {
  const kept = new Map<Entity, Entity>();
  const isTop = (entity: Entity): boolean => topOf(entity) === entity;
  pair(old.filter(isTop), part.filter(isTop), kept);
  for (const [entity, next] of [...kept]) {
    if (entity.kind !== 'objective' || next.kind !== 'objective') continue;
    pair([...entity.keyResults, ...entity.initiatives], [...next.keyResults, ...next.initiatives], kept);
  }
  return kept;
}

/** The first of a kind and id with the first, the second with the second. */
function pair(old: readonly Entity[], part: readonly Entity[], kept: Map<Entity, Entity>): void {
  const free = new Map<string, Entity[]>();
  for (const entity of [...old].reverse()) {
    const key = `${entity.kind} ${entity.id}`;
    const same = free.get(key);
    if (same === undefined) free.set(key, [entity]);
    else same.push(entity);
  }
  for (const next of part) {
    const entity = free.get(`${next.kind} ${next.id}`)?.pop();
    if (entity !== undefined) kept.set(entity, next);
  }
}

/** Has a new entity stand in the objective that is kept. */
function adopt(entity: Entity, counterpart: ReadonlyMap<Entity, Entity>): void {
  if (entity.kind !== 'kr' && entity.kind !== 'initiative') return;
  const objective = entity.objective === null ? undefined : counterpart.get(entity.objective);
  if (objective?.kind === 'objective') (entity as Mutable<KeyResult | Initiative>).objective = objective;
}

function movedAmong(old: readonly Entity[], now: readonly Entity[]): ReadonlySet<Entity> {
  const places = new Map(old.map((entity, index) => [entity, index]));
  const moved = new Set<Entity>();
  let last = -1;
  for (const entity of now) {
    const place = places.get(entity);
    if (place === undefined) continue;
    if (place < last) moved.add(entity);
    else last = place;
  }
  return moved;
}

/** Has the entities of a file say what they say now; the entities that they name, and their numbers, follow later. */
export function apply(edit: FileEdit): { readonly rechilded: readonly Objective[] } {
  const { after, kept, unchanged } = edit;
  if (after !== null) {
    for (const { origin, chunk } of unchanged) Object.assign(origin as Mutable<Origin>, { file: after, chunk });
  }
  const counterpart = new Map(Array.from(kept, ([entity, next]) => [next, entity]));
  const rechilded: Objective[] = [];
  for (const [entity, next] of kept) {
    const { declaration, title, origin } = next;
    Object.assign(entity, { declaration, title, origin });
    if (entity.kind !== 'objective' || next.kind !== 'objective') continue;
    const keyResults = next.keyResults.map((child) => (counterpart.get(child) ?? child) as KeyResult);
    const initiatives = next.initiatives.map((child) => (counterpart.get(child) ?? child) as Initiative);
    if (isSameList(entity.keyResults, keyResults) && isSameList(entity.initiatives, initiatives) && !hasMoved(edit, entity)) continue;
    rechilded.push(entity);
    const objective = entity as Mutable<Objective>;
    objective.keyResults = keyResults;
    objective.initiatives = initiatives;
  }
  return { rechilded };
}

/** Whether krs and initiatives of an objective stand in another order than before. */
function hasMoved({ moved }: FileEdit, objective: Objective): boolean {
  return moved.size > 0 && [...objective.keyResults, ...objective.initiatives].some((child) => moved.has(child));
}

/** Whether two lists hold the same things in the same order. */
export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((thing, index) => thing === b[index]);
}
