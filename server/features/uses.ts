/** Where a thing is named: by itself, after a dot, and before one (`objective.kr` names both). */

import type { Span } from '../../grammar/tree.ts';
import { topOf } from '../model/order.ts';
import type { Entity, Link, Objective, Strategy } from '../model/strategy.ts';
import { compareText } from '../rules/diagnostic.ts';

/** `span` is the part of the reference that names the thing, in the chunk of `link.from`. */
export interface Use {
  readonly link: Link;
  readonly span: Span;
}

/** Every use of a thing by file and place, those where something of its kind cannot stand included. */
export function usesOf(strategy: Strategy, entity: Entity): readonly Use[] {
  const direct = entity.usedBy.map((link) => ({ link, span: ownPart(link) }));
  const indirect = indirectUses(strategy, entity);
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

/** The uses that `usedBy` does not know: before a dot, and of a wrong kind. */
function indirectUses(strategy: Strategy, entity: Entity): readonly Use[] {
  const { name } = topOf(entity).declaration;
  const unresolved = name === null ? [] : [...strategy.unresolved.get(name.text) ?? []];
  const alone = entity.declaration.name === null ? [] : [...strategy.unresolved.get(entity.declaration.name.text) ?? []];
  const borne = new Set([...unresolved, ...alone].filter(({ bearer }) => bearer === entity));
  return [
    ...Array.from(borne, (link): Use => ({ link, span: ownPart(link) })),
    ...entity.kind === 'objective' ? usesBeforeDot(strategy, entity, unresolved) : [],
  ];
}

/** References to what stands in an objective, or does not, by its name. */
function usesBeforeDot(strategy: Strategy, objective: Objective, unresolved: readonly Link[]): readonly Use[] {
  const children: readonly Entity[] = [...objective.keyResults, ...objective.initiatives];
  return [...children.flatMap(({ usedBy }) => usedBy), ...unresolved]
    .filter((link) => headOf(strategy, link) === objective)
    .map((link) => ({ link, span: headPart(link) }));
}

function byFileAndPlace({ link: a, span: one }: Use, { link: b, span: other }: Use): number {
  return compareText(a.from.origin.file.path, b.from.origin.file.path)
    || a.from.origin.chunk.start + one.start - b.from.origin.chunk.start - other.start;
}
