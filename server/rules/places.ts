/** Where findings stand: on a declaration's name, on a reference, on a part of a declaration. */

import type { Declaration, Span } from '../../grammar/tree.ts';
import type { Entity, Link, Origin } from '../model/strategy.ts';
import type { Place } from './rule.ts';

/** A part of a declaration, which an edit elsewhere in its file may move. */
class PlaceInEntity implements Place {
  readonly entity: Entity;
  readonly span: Span;

  constructor(entity: Entity, span: Span) {
    this.entity = entity;
    this.span = span;
  }

  get origin(): Origin {
    return this.entity.origin;
  }
}

/** A part of an entity's declaration. */
export function placeIn(entity: Entity, span: Span): Place {
  return new PlaceInEntity(entity, span);
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
