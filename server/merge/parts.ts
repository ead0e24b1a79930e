/** The parts of a header or a property that two people may change without being in each other's way. */

import type { Declaration, Measured, PeriodExpression, Property, Reference, Span } from '../../grammar/tree.ts';
import type { Part } from './items.ts';

type PartOf = (span: Span) => Part;

/** Parts by name; of a name that stands twice the second has a number. */
class Parts extends Map<string, Part> {
  readonly #partOf: PartOf;

  constructor(partOf: PartOf) {
    super();
    this.#partOf = partOf;
  }

  take(name: string, span: Span): void {
    let unique = name;
    for (let nth = 2; this.has(unique); nth += 1) unique = `${name} #${nth}`;
    this.set(unique, this.#partOf(span));
  }

  /** A measure with the name of its metric, which are one fact: a target means nothing for another metric. */
  takeMeasured({ measure, now, by }: Measured, metric: Span | null): void {
    const clauses: [string, Span][] = [...now.map(({ span }): [string, Span] => ['now', span]), ...by.map(({ span }): [string, Span] => ['by', span])];
    const measured = metric ?? measure?.span ?? null;
    if (measured !== null) clauses.push(['measure', { start: measured.start, end: measure?.span.end ?? measured.end }]);
    for (const [name, span] of clauses.sort(([, a], [, b]) => a.start - b.start)) this.take(name, span);
  }
}

/** Word, name, title, the days of a period, what it is `in`, and the measure, `now` and `by` of a key result. */
export function headerParts(declaration: Declaration, partOf: PartOf): ReadonlyMap<string, Part> {
  const parts = new Parts(partOf);
  const { word, name, title, properties, body } = declaration;
  parts.take('word', word);
  let { end } = word;
  const takeNext = (part: string, span: Span | null): void => {
    if (span === null) return;
    parts.take(part, span);
    ({ end } = span);
  };
  takeNext('name', name);
  takeNext('title', title);
  if (declaration.kind === 'period') takeNext('range', declaration.range);
  // The word `in` has no place of its own in the tree: it stands between what is before and the name after.
  if (declaration.in !== null) takeNext('in', { start: end, end: spanOf(declaration.in).end });
  for (const property of properties) {
    if (body !== null && property.span.start > body.open.start) continue;
    takeProperty(parts, property);
  }
  return parts;
}

/** The word and the value of a property; of a measure also `now` and `by` on its tail. */
export function propertyParts(property: Property, partOf: PartOf): ReadonlyMap<string, Part> {
  const parts = new Parts(partOf);
  takeProperty(parts, property);
  return parts;
}

function takeProperty(parts: Parts, property: Property): void {
  const { word, span } = property;
  switch (property.name) {
    case 'measure':
      parts.takeMeasured(property.value, null);
      return;
    case 'now': case 'by':
      parts.take(property.name, span);
      return;
    case 'metric':
      parts.take('word', word);
      parts.takeMeasured(property.value, property.value.reference);
      return;
    default:
      parts.take('word', word);
      if (span.end > word.end) parts.take('value', { start: word.end, end: span.end });
  }
}

/**
 * The names of a list to which several people may add; null of everything else. Who is accountable is no such list, and
 * shares belong together, so that where one is written the whole list is one fact.
 */
export function listOf(property: Property): readonly string[] | null {
  const { name, value } = property;
  if (name === 'with' || name === 'needs' || name === 'drives' || name === 'advances') return value.map(({ text }: Reference) => text);
  if (name === 'supports' && value.every(({ share }) => share === null)) return value.map(({ reference }) => reference.text);
  return null;
}

function spanOf(expression: PeriodExpression): Span {
  switch (expression.type) {
    case 'name': return expression.reference;
    case 'calendar': return expression.literal;
    case 'range': return expression.range;
  }
}
