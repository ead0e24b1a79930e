/** Where findings stand: on a declaration's name, on a reference, on a part of a declaration. */

import type { Declaration, Span } from '../../grammar/tree.ts';
import type { Entity, Link } from '../model/strategy.ts';
import type { Place } from './rule.ts';

/** A part of an entity's declaration. */
export function placeIn(entity: Entity, span: Span): Place {
  return { origin: entity.origin, span };
}

/** The name of a declaration; of a kr without one, or a strategy, its title. */
export function placeOf(entity: Entity): Place {
  return placeIn(entity, nameSpan(entity.declaration));
}

/** A reference as written. */
export function placeOfLink(link: Link): Place {
  return placeIn(link.from, link.reference);
}

function nameSpan(declaration: Declaration): Span {
  return declaration.name ?? declaration.title ?? declaration.word;
}
