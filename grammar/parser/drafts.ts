/** A declaration while it is being read. */

import type { DateRange, Declaration, Documentation, InitiativeDeclaration, KeyResultDeclaration, Name, PeriodExpression, Property, Span, Text } from '../tree.ts';
import type { DeclarationWord } from '../vocabulary.ts';
import { compact } from './compact.ts';

export interface Draft {
  readonly spec: DeclarationWord;
  readonly word: Span;
  /** How many spaces its line begins with; a line with as many or fewer is not meant to stand in its body. */
  readonly column: number;
  readonly outer: Draft | null;
  name: Name | null;
  title: Text | null;
  in: PeriodExpression | null;
  range: DateRange | null;
  readonly properties: Property[];
  readonly children: (KeyResultDeclaration | InitiativeDeclaration)[];
  body: { open: Span; close: Span | null } | null;
  end: number;
  broken: boolean;
}

/** One of which nothing but the word is read. */
export function draft(spec: DeclarationWord, word: Span, column: number, outer: Draft | null): Draft {
  return {
    spec, word, column, outer, name: null, title: null, in: null, range: null, properties: [], children: [], body: null, end: word.end, broken: false,
  };
}

/** The declaration that was read. */
export function finished(read: Draft, documentation: Documentation | null): Declaration {
  const { spec, word, name, title, body, broken, end } = read;
  const properties = compact(read.properties);
  const children = compact(read.children);
  const span = { start: word.start, end };
  if (spec.kind === 'period') {
    return { kind: 'period', span, word, name, title, documentation, in: read.in, properties, children, body, broken, range: read.range };
  }
  return { kind: spec.kind, span, word, name, title, documentation, in: read.in, properties, children, body, broken };
}

/** For messages: `the kr 'First deploy'`, `the objective self-serve`. */
export function nounOf({ spec, name, title }: Draft): string {
  const noun = `the ${spec.kind}`;
  if (name !== null) return `${noun} ${name.text}`;
  return title === null ? noun : `${noun} '${title.value}'`;
}

/** Its `{` is missing: what is no part of its body ends it. */
export function isWithoutBrace({ body }: Draft): boolean {
  return body !== null && body.open.start === body.open.end;
}
