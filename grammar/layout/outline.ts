/** What the layout must know of the tree: where facts begin and end, and which parts of them stand in columns. */

import type { Declaration, DeclarationKind, Property, Span, SyntaxTree } from '../tree.ts';

/** One fact: a property with its value, or the header of a declaration. It begins a line. Places count from the start of the file. */
export interface Fact {
  readonly kind: 'property' | DeclarationKind;
  readonly start: number;
  /** Where it ends: after the value, before the `{`. */
  readonly end: number;
  /** The declaration in whose body a property stands; the declaration itself of a header. */
  readonly declaration: Declaration;
  readonly hasBody: boolean;
}

/** A part after which the next one of the same fact stands in a column: a property's word, a name, what stands before `in`. */
export type Stop = 'value' | 'name' | 'in';

export interface Outline {
  /** By the place at which they begin. */
  readonly facts: ReadonlyMap<number, Fact>;
  /** By the place at which the part ends. */
  readonly stops: ReadonlyMap<number, Stop>;
}

const SECOND_WORD = /\s+(?:least|most)/y;

/** The outline of a tree without syntax errors. */
export function outlineOf(tree: SyntaxTree): Outline {
  const facts = new Map<number, Fact>();
  const stops = new Map<number, Stop>();
  for (const { start, chunk } of tree.chunks) {
    for (const declaration of chunk.declarations) addDeclaration(declaration, start);
  }
  return { facts, stops };

  function addDeclaration(declaration: Declaration, offset: number): void {
    const { body, kind, name, word } = declaration;
    addFact({ kind, start: word.start, end: body?.open.start ?? declaration.span.end, declaration, hasBody: body !== null }, offset);
    if (name !== null) stops.set(offset + name.end, 'name');
    const beforeIn = partBeforeIn(declaration);
    if (beforeIn !== null) stops.set(offset + beforeIn.end, 'in');
    if (body === null) return;
    for (const property of declaration.properties) {
      if (property.word.start > body.open.start) addProperty(property, declaration, offset);
    }
    for (const child of declaration.children) addDeclaration(child, offset);
  }

  function addProperty(property: Property, declaration: Declaration, offset: number): void {
    const { word, span } = property;
    addFact({ kind: 'property', start: word.start, end: span.end, declaration, hasBody: false }, offset);
    const label = labelEnd(property, offset);
    if (label !== null) stops.set(label, 'value');
  }

  function addFact(fact: Fact, offset: number): void {
    facts.set(offset + fact.start, { ...fact, start: offset + fact.start, end: offset + fact.end });
  }

  /** Where the word of a property ends, before which no value stands: `at least` is one word, `done` has no value. */
  function labelEnd(property: Property, offset: number): number | null {
    const end = offset + property.word.end;
    if (property.name !== 'measure' || property.value.measure === null) return end;
    const { form, keep } = property.value.measure;
    if (keep) return end;
    if (form === 'done') return null;
    if (form !== 'at-least' && form !== 'at-most') return end;
    SECOND_WORD.lastIndex = end;
    return SECOND_WORD.test(tree.text) ? SECOND_WORD.lastIndex : null;
  }
}

/** The title of a team or person, the days of a period: what stands before `in`. */
function partBeforeIn(declaration: Declaration): Span | null {
  if (declaration.in === null) return null;
  return declaration.kind === 'period' ? declaration.range : declaration.title;
}
