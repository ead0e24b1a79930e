/** Properties as the formatter would write them, on one line (review.md section 6, `before` and `after`). */

import { quoted } from '../model/declare.ts';
import { tokenize } from '../../grammar/tokens.ts';
import { firstProperty, type Property, type PropertyName, type Span, type Text } from '../../grammar/tree.ts';
import type { Entity } from '../model/strategy.ts';
import { valueSpan } from './spans.ts';

/** What stands in a span of an entity's chunk, with single spaces and without comments. */
export function textOf(entity: Entity, { start, end }: Span): string {
  const source = entity.origin.chunk.chunk.text.slice(start, end);
  let text = '';
  let last = 0;
  for (const { image, startOffset } of tokenize(source).tokens) {
    const isFirst = text === '';
    const isSpaced = image !== ',' && (startOffset > last || text.endsWith(','));
    text += `${!isFirst && isSpaced ? ' ' : ''}${oneLine(image)}`;
    last = startOffset + image.length;
  }
  return text;
}

/** Text that spans lines keeps them apart by a space. */
function oneLine(image: string): string {
  return /[\r\n]/.test(image) ? image.replace(/\s*(?:\r\n|\r|\n)\s*/g, ' ') : image;
}

/** A string, whatever quotes it is written in. */
export function stringText(text: Text | null): string | null {
  return text === null ? null : quoted(text.value);
}

/** What stands after a property's word; of a string in plain quotes. */
export function valueText(entity: Entity, property: Property): string {
  const value = property.value;
  if (value !== null && 'triple' in value) return quoted(value.value);
  return textOf(entity, valueSpan(property));
}

/** The value of the first property of that name; null without one. */
export function propertyText(entity: Entity, name: PropertyName): string | null {
  const property = firstProperty(entity.declaration, name);
  return property === undefined ? null : valueText(entity, property);
}
