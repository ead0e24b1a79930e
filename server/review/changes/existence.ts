/** Things that came, went, or now bear a name that meant another thing: `…-added`, `…-removed`, `replaced`, `renamed`. */

import { quoted } from '../../model/declare.ts';
import { measureText } from '../../model/measure-words.ts';
import { label, shortLabel } from '../../model/naming.ts';
import type { Entity, EntityKind, Strategy } from '../../model/strategy.ts';
import { isBelow } from '../../model/values.ts';
import { isDamagedDeclaration } from '../damage.ts';
import type { Hidden } from '../hidden.ts';
import type { FoundChange } from '../ledger.ts';
import { isFirst, isNamed, objectiveOf } from '../matching.ts';
import { counted, midLabel, wordAndTitle } from '../sentences.ts';
import type { Comparing, View } from '../view.ts';

/** Records what is on one side only; what may be hidden by a syntax error on the other is noted in `hidden` instead. */
export function compareExistence(comparing: Comparing, hidden: Hidden): void {
  const { base, head, pairs, ledger } = comparing;
  for (const entity of declared(base.strategy)) {
    if (pairs.ofBase(entity) !== undefined || isCountedElsewhere(entity, (objective) => pairs.ofBase(objective)?.by)) continue;
    if (!hidden.hides('head', entity) && !isMisread(entity)) ledger.record(removal(entity, head.strategy));
  }
  for (const entity of declared(head.strategy)) {
    if (pairs.ofHead(entity) !== undefined || isCountedElsewhere(entity, (objective) => pairs.ofHead(objective)?.by)) continue;
    if (!hidden.hides('base', entity) && !isMisread(entity)) ledger.record(addition(entity, base.strategy));
  }
}

/** A kr that is known by its title alone, in which a syntax error may stand. */
function isMisread(entity: Entity): boolean {
  return entity.declaration.name === null && isDamagedDeclaration(entity);
}

function* declared({ entities }: Strategy): Generator<Entity> {
  for (const entity of entities) if (entity.kind !== 'strategy' && isFirst(entity) && isNamed(entity)) yield entity;
}

/** It stands in something that was itself added, removed or replaced. */
function isCountedElsewhere(entity: Entity, matchedBy: (objective: Entity) => string | undefined): boolean {
  const objective = objectiveOf(entity);
  if (objective === null) return false;
  const by = matchedBy(objective);
  return by === undefined || by === 'replaced';
}

function removal(entity: Entity, head: Strategy): FoundChange {
  const becomes = otherKind(entity, head);
  const now = becomes === null ? '' : ` Its name now means the ${midLabel(becomes)}.`;
  return {
    kind: `${entity.kind}-removed`, base: entity, head: null, before: headline(entity), becomes: idOf(becomes),
    message: `${label(entity)} removed${inside(entity)}.${now}`,
  };
}

function addition(entity: Entity, base: Strategy): FoundChange {
  const becomes = otherKind(entity, base);
  const was = becomes === null ? '' : ` Its name meant the ${midLabel(becomes)} before.`;
  const isReached = entity.kind === 'kr' && entity.score !== null && !isBelow(entity.score, 1);
  return {
    kind: `${entity.kind}-added`, base: null, head: entity, after: headline(entity), becomes: idOf(becomes),
    ...isReached ? { risk: 'high' as const } : {},
    message: `${label(entity)} added${inside(entity)}${isReached ? ', reached from the start' : ''}.${was}`,
  };
}

/** What bears the same id on the other side and is of another kind. */
function otherKind(entity: Entity, other: Strategy): Entity | null {
  const bearer = other.byId.get(entity.id);
  return bearer === undefined || bearer.kind === entity.kind ? null : bearer;
}

function idOf(entity: Entity | null): { readonly type: EntityKind; readonly id: string } | null {
  return entity === null ? null : { type: entity.kind, id: entity.id };
}

/** Its title, of a kr with its measure: another one is another change. */
function headline(entity: Entity): string | null {
  const parts = entity.title === null ? [] : [quoted(entity.title)];
  if (entity.kind === 'kr' && entity.reading !== null) parts.push(measureText(entity.reading.measure));
  return parts.length === 0 ? null : parts.join(' ');
}

function inside(entity: Entity): string {
  if (entity.kind !== 'objective') return '';
  const parts = [
    ...entity.keyResults.length > 0 ? [counted(entity.keyResults.length, 'key result')] : [],
    ...entity.initiatives.length > 0 ? [counted(entity.initiatives.length, 'initiative')] : [],
  ];
  return parts.length === 0 ? '' : ` with ${parts.join(' and ')}`;
}

/** Records a pair that shares nothing but its name; true where it is one. */
export function compareReplaced({ pair, base, head, comparing }: View): boolean {
  if (pair.by !== 'replaced') return false;
  const [before, after] = [headline(base), headline(head)];
  comparing.ledger.record({
    kind: 'replaced', base, head, before, after,
    message: `The name ${head.id} now means another thing: ${shortLabel(head)} took the place of ${shortLabel(base)}.`,
  });
  return true;
}

/** Records another name. What stands in something renamed is not renamed itself, nor is what moved. */
export function compareName({ pair, base, head, comparing }: View, hasMoved: boolean): void {
  const [before, after] = [base.declaration.name?.text ?? null, head.declaration.name?.text ?? null];
  if (before === after || hasMoved) return;
  const confidence = pair.by === 'likely' ? 'likely' : 'proven';
  const sure = confidence === 'likely' ? ' It is likely the same: most of it is alike.' : '';
  const named = before === null ? ` has a name now: ${after ?? ''}` : after === null ? `, ${before}, has no name any more` : ` renamed from ${before} to ${after}`;
  comparing.ledger.record({
    kind: 'renamed', base, head, property: 'name', before, after, confidence,
    message: `${wordAndTitle(head)}${named}.${sure}`,
  });
}
