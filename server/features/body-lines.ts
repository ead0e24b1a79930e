/** Where a new line goes in the body of a declaration. Layout comes after it (see layout.ts). */

import type { Declaration, Property } from '../../grammar/tree.ts';
import { declarationWord } from '../../grammar/vocabulary.ts';
import type { Entity } from '../model/strategy.ts';
import type { Change } from './layout.ts';

/** Writes a property where people write it: behind those that come before it in the vocabulary. Places count from the start of the file. */
export function insertedProperty(entity: Entity, name: string, line: string): Change {
  const { properties } = declarationWord(entity.declaration.kind);
  const order = (word: string): number => properties.findIndex((property) => property.name === word);
  const before = inBody(entity.declaration).findLast((property) => order(property.name) !== -1 && order(property.name) <= order(name));
  return inFile(entity, lineAfter(entity, before ?? null, line));
}

/** Writes a line behind a property (null is the start of the body), or in a body of its own. Places count from the chunk. */
export function lineAfter({ declaration, origin }: Entity, property: Property | null, line: string): Change {
  const { text } = origin.chunk.chunk;
  const { body, span } = declaration;
  if (body === null) return { start: span.end, end: span.end, newText: ` {\n${line}\n}` };
  const after = property?.span.end ?? body.open.end;
  const end = body.close?.start ?? span.end;
  if (!/[\r\n]/.test(text.slice(body.open.end, end))) return { start: after, end: after, newText: ` ${line} ` };
  // What stands behind it on its line, a comment or another property, stays there.
  const rest = /^[^\r\n]*/.exec(text.slice(after, Math.max(after, end)))?.[0] ?? '';
  const stays = rest.trim() === '' || rest.trim().startsWith('//');
  const at = stays ? after + rest.trimEnd().length : after;
  return { start: at, end: at, newText: stays ? `\n${line}` : `\n${line}\n` };
}

/** The properties that stand in the body, in the order written; of a kr not those of its header. */
export function inBody({ body, properties }: Declaration): readonly Property[] {
  return body === null ? [] : properties.filter(({ word }) => word.start > body.open.start);
}

/** A change of the chunk of an entity as one of its file. */
export function inFile({ origin }: Entity, { start, end, newText }: Change): Change {
  const base = origin.chunk.start;
  return { start: base + start, end: base + end, newText };
}
