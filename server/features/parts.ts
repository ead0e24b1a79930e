/** The parts of a property's value, each with what it is: what a reader sees as one word, number, name or text. */

import type {
  ByClause, CalendarLiteral, DateLiteral, Measured, NowClause, PeriodExpression, Property, Quantity, Reference, Span, Text, UnitExpression,
  Value, Word,
} from '../../grammar/tree.ts';

export type Part = Span & (
  | { readonly type: 'text'; readonly text: Text }
  | { readonly type: 'choice'; readonly word: Word }
  /** A word of a measure, `now`, `by`, `done` or `confidence`. */
  | { readonly type: 'word' }
  | { readonly type: 'reference'; readonly reference: Reference }
  | { readonly type: 'date'; readonly date: DateLiteral }
  | { readonly type: 'calendar'; readonly literal: CalendarLiteral }
  | { readonly type: 'quantity'; readonly quantity: Quantity }
  | { readonly type: 'unit'; readonly unit: UnitExpression }
);

/** In the order written, its own word aside. */
export function partsOf(property: Property): readonly Part[] {
  return unordered(property).sort((a, b) => a.start - b.start);
}

function unordered(property: Property): Part[] {
  switch (property.name) {
    case 'vision': case 'mission': case 'link': case 'email': case 'role': case 'source': case 'hypothesis': case 'segment':
      return text(property.value);
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
      return property.value.map(named);
    case 'supports':
      return property.value.flatMap(({ reference, share }) => [named(reference), ...quantity(share)]);
    case 'capacity': case 'effort': case 'weight': case 'confidence':
      return quantity(property.value);
    case 'kind': case 'type': case 'better':
      return choice(property.value);
    case 'period':
      return periodParts(property.value);
    case 'unit':
      return property.value === null ? [] : [{ ...at(property.value), type: 'unit', unit: property.value }];
    case 'status':
      return [...choice(property.value.word), ...date(property.value.date), ...text(property.value.reason)];
    case 'evidence':
      return [...choice(property.value.word), ...date(property.value.date), ...text(property.value.text)];
    case 'metric':
      return [...property.value.reference === null ? [] : [named(property.value.reference)], ...measured(property.value)];
    case 'measure':
      return measured(property.value);
    case 'now':
      return property.value.value === null ? [] : value(property.value.value);
    case 'by':
      return deadline(property.value);
    case 'checkin': {
      const { date: day, value: told, confidence, note } = property.value;
      return [...date(day), ...told === null ? [] : value(told), ...quantity(confidence), ...text(note)];
    }
    default:
      return property satisfies never;
  }
}

/** The parts of what may stand after `period`, `in` and `by`. */
export function periodParts(expression: PeriodExpression | null): Part[] {
  switch (expression?.type) {
    case undefined: return [];
    case 'name': return [named(expression.reference)];
    case 'calendar': return [{ ...at(expression.literal), type: 'calendar', literal: expression.literal }];
    case 'range': return [...date(expression.range.from), ...date(expression.range.to)];
  }
}

function measured({ measure, now, by }: Measured): Part[] {
  const amounts = measure === null ? [] : [measure.from, measure.to, measure.size, measure.low, measure.high];
  return [
    ...measure === null ? [] : [word(measure.word)],
    ...amounts.flatMap(quantity),
    ...now.flatMap((clause) => clauseParts(clause, clause.value === null ? [] : value(clause.value))),
    ...by.flatMap((clause) => clauseParts(clause, deadline(clause))),
  ];
}

function clauseParts(clause: NowClause | ByClause, parts: Part[]): Part[] {
  return [word(clause.word), ...parts];
}

function deadline(clause: ByClause): Part[] {
  return [...date(clause.date), ...periodParts(clause.period)];
}

function value(told: Value): Part[] {
  return told.type === 'quantity' ? quantity(told.quantity) : [word(told.span)];
}

function at({ start, end }: Span): Span {
  return { start, end };
}

function word(span: Span): Part {
  return { ...at(span), type: 'word' };
}

function named(reference: Reference): Part {
  return { ...at(reference), type: 'reference', reference };
}

function text(found: Text | null): Part[] {
  return found === null ? [] : [{ ...at(found), type: 'text', text: found }];
}

function choice(found: Word | null): Part[] {
  return found === null ? [] : [{ ...at(found), type: 'choice', word: found }];
}

/** The parts of a date; none where none is written. */
export function date(found: DateLiteral | null): Part[] {
  return found === null ? [] : [{ ...at(found), type: 'date', date: found }];
}

function quantity(found: Quantity | null): Part[] {
  return found === null ? [] : [{ ...at(found), type: 'quantity', quantity: found }];
}
