/** Where a fix writes a new property. */

import type { Entity } from '../model/strategy.ts';
import { placeIn } from './places.ts';
import type { TextEdit } from './rule.ts';

/** Writes a property (`supports win-midmarket`) as the first of a top-level declaration's body; a body is opened where there is none. */
export function insertedProperty(entity: Entity, property: string): TextEdit {
  const { declaration, origin } = entity;
  const { body } = declaration;
  if (body === null) {
    const { end } = declaration.span;
    return { place: placeIn(entity, { start: end, end }), newText: ` {\n  ${property}\n}` };
  }
  const { end } = body.open;
  const restOfLine = /^[^\r\n]*/.exec(origin.chunk.chunk.text.slice(end, body.close?.start))?.[0] ?? '';
  const onOneLine = restOfLine.trim() !== '' && !restOfLine.trim().startsWith('//');
  return { place: placeIn(entity, { start: end, end }), newText: onOneLine ? ` ${property}` : `\n  ${property}` };
}
