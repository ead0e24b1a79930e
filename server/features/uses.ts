/** Where a thing is named: by itself, after a dot, and before one (`objective.kr` names both). */

import type { Span } from '../../grammar/tree.ts';
import type { Entity, Link, Strategy } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';

/** `span` is the part of the reference that names the thing, in the chunk of `link.from`. */
export interface Use {
  readonly link: Link;
  readonly span: Span;
}

/** Every use of a thing by file and place, those where something of its kind cannot stand included. */
export function usesOf(strategy: Strategy, entity: Entity): readonly Use[] {
  const direct = entity.usedBy.map((link) => ({ link, span: ownPart(link) }));
  const indirect = indirectUses(strategy).get(entity) ?? [];
  return [...direct, ...indirect].sort(byFileAndPlace);
}

/** What the part of a reference before the dot means; null without a dot, and where it means nothing. */
export function headOf(strategy: Strategy, { reference }: Link): Entity | null {
  if (reference.local === null) return null;
  const head = strategy.byId.get(reference.head);
  return head?.kind === 'objective' ? head : null;
}

/** The part of a reference before the dot. */
export function headPart(link: Link): Span {
  return { start: link.reference.start, end: dotOf(link) };
}

/** The part of a reference that names what the whole means: what stands after the dot, else all of it. */
export function ownPart(link: Link): Span {
  const { reference } = link;
  return reference.local === null ? reference : { start: dotOf(link) + 1, end: reference.end };
}

/** Where the dot stands in the text: what is written may be longer than the name, which is composed (NFC). */
function dotOf({ reference, from }: Link): number {
  return from.origin.chunk.chunk.text.indexOf('.', reference.start);
}

const indexes = new WeakMap<Strategy, ReadonlyMap<Entity, readonly Use[]>>();

/** The uses that `usedBy` does not know: before a dot, and of a wrong kind. Worked out once for a strategy. */
function indirectUses(strategy: Strategy): ReadonlyMap<Entity, readonly Use[]> {
  const known = indexes.get(strategy);
  if (known !== undefined) return known;
  const index = new Map<Entity, Use[]>();
  const add = (entity: Entity | null, use: Use): void => {
    if (entity === null) return;
    const uses = index.get(entity);
    if (uses === undefined) index.set(entity, [use]);
    else uses.push(use);
  };
  for (const entity of strategy.entities) {
    for (const link of entity.links) {
      add(headOf(strategy, link), { link, span: headPart(link) });
      add(link.bearer, { link, span: ownPart(link) });
    }
  }
  indexes.set(strategy, index);
  return index;
}

function byFileAndPlace({ link: a, span: one }: Use, { link: b, span: other }: Use): number {
  return compareText(a.from.origin.file.path, b.from.origin.file.path)
    || a.from.origin.chunk.start + one.start - b.from.origin.chunk.start - other.start;
}
