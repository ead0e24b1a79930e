/** A key result on one line, or with a body. */

import type { KeyResult } from '../../model/strategy.ts';
import { inBody, inFile } from '../body-lines.ts';
import type { Plan } from '../plan.ts';
import type { Given, Offer, Refactoring } from './refactoring.ts';

export const body: Refactoring = { kind: 'refactor.rewrite', offers };

function offers({ entity }: Given): readonly Offer[] {
  if (entity.kind !== 'kr' || entity.declaration.broken || entity.declaration.title === null) return [];
  const { declaration } = entity;
  if (declaration.body === null) return declaration.properties.length === 0 ? [] : [{ title: 'Write it with a body', plan: () => opened(entity) }];
  return isClosable(entity) ? [{ title: 'Write it on one line', plan: () => closed(entity) }] : [];
}

/** Nothing in the body but what may stand in the header, and no comment. */
function isClosable({ declaration, origin: { chunk: { chunk } } }: KeyResult): boolean {
  const { body: braces, properties, title } = declaration;
  if (braces === null || title === null) return false;
  const { open, close } = braces;
  if (close === null) return false;
  const own = inBody(declaration);
  const header = properties.length - own.length;
  // A `now` and a `by` on lines of their own follow a measure on one line only behind it.
  const fits = own.every(({ name }) => name === 'measure' || name === 'now' || name === 'by')
    && own.filter(({ name }) => name === 'measure').length <= (header === 0 ? 1 : 0)
    && (header > 0 || own.length === 0 || own[0]?.name === 'measure' || own.every(({ name }) => name !== 'measure'));
  return fits && !chunk.comments.some(({ start }) => start > title.end && start < close.end) && open.start < close.start;
}

function opened(kr: KeyResult): Plan {
  const { title, span } = kr.declaration;
  const start = title?.end ?? span.end;
  const lines = kr.declaration.properties.map((property) => kr.origin.chunk.chunk.text.slice(property.span.start, property.span.end));
  return { changes: [{ file: kr.origin.file, ...inFile(kr, { start, end: span.end, newText: ` {\n${lines.join('\n')}\n}` }) }] };
}

function closed(kr: KeyResult): Plan {
  const { title, span, properties } = kr.declaration;
  const start = title?.end ?? span.end;
  const facts = properties.map((property) => ` ${kr.origin.chunk.chunk.text.slice(property.span.start, property.span.end).replace(/\s+/g, ' ')}`);
  return { changes: [{ file: kr.origin.file, ...inFile(kr, { start, end: span.end, newText: facts.join('') }) }] };
}
