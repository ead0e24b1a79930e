/** The parts of a declaration that a change is about. */

import { firstProperty, type Property, type PropertyName, type Span } from '../../grammar/tree.ts';
import type { Entity } from '../model/strategy.ts';

/** The span without the white space at its ends; all of it where it holds nothing else. */
export function trimmed(entity: Entity, { start, end }: Span): Span {
  const text = entity.origin.chunk.chunk.text.slice(start, end);
  const lead = text.length - text.trimStart().length;
  const tail = text.length - text.trimEnd().length;
  return lead === text.length ? { start, end } : { start: start + lead, end: end - tail };
}

/** What stands after a property's word. A measure has no word of its own before it. */
export function valueSpan({ name, word, span }: Property): Span {
  return name === 'measure' ? span : { start: Math.min(word.end, span.end), end: span.end };
}

/** The value of the first property of that name; null without one. */
export function spanOf(entity: Entity | null, name: PropertyName): Span | null {
  const property = entity === null ? undefined : firstProperty(entity.declaration, name);
  return property === undefined ? null : valueSpan(property);
}
