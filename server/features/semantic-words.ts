/** The words of a chunk by what they mean, for colouring. */

import { partsOf, periodParts, type Part } from './parts.ts';
import type { Chunk, Declaration, DeclarationKind, Property, Reference, Span } from '../../grammar/tree.ts';
import type { Entity, Strategy } from '../model/strategy.ts';
import { entityOf } from './cursor.ts';

/** Types of the protocol that themes know. */
export const TYPES = [
  'keyword', 'property', 'string', 'number', 'comment', 'enumMember', 'type', 'namespace', 'interface', 'class', 'method', 'function', 'variable',
  'parameter',
] as const;
export const MODIFIERS = ['declaration', 'documentation'] as const;

type TypeName = typeof TYPES[number];
type ModifierName = typeof MODIFIERS[number];

/** A span in the chunk; `type` is an index of `TYPES`, `modifiers` a bit for each of `MODIFIERS`. */
export interface Token extends Span {
  readonly type: number;
  readonly modifiers: number;
}

const NAME_TYPES: Readonly<Record<DeclarationKind, TypeName>> = {
  strategy: 'namespace', team: 'namespace', person: 'parameter', period: 'enumMember', metric: 'variable', goal: 'interface', objective: 'class',
  kr: 'method', initiative: 'function',
};

/** Words that stand between values; the tree has no place for them. */
const BETWEEN = /(?<![\p{XIDC}-])(?:to|up|down|times|at|least|most|between|and|keep|done|not|now|by|in|confidence)(?![\p{XIDC}-])/gu;

/** A file of a strategy, which may be older than the file's chunks. */
export interface FileOfStrategy {
  readonly strategy: Strategy;
  readonly path: string;
}

/** In order, none over another. `file` is null where no strategy is known. */
export function chunkTokens(chunk: Chunk, file: FileOfStrategy | null): Token[] {
  const found: Token[] = chunk.comments.map((comment) => token(comment, 'comment'));
  for (const declaration of chunk.declarations) declarationTokens(declaration, null, file, found);
  found.sort((a, b) => a.start - b.start);
  return withWordsBetween(chunk.text, found);
}

function token({ start, end }: Span, type: TypeName, modifier?: ModifierName): Token {
  return { start, end, type: TYPES.indexOf(type), modifiers: modifier === undefined ? 0 : 1 << MODIFIERS.indexOf(modifier) };
}

function declarationTokens(declaration: Declaration, objective: string | null, file: FileOfStrategy | null, found: Token[]): void {
  const { kind, word, name, title, documentation, properties, children } = declaration;
  const scope: Scope = { strategy: file?.strategy ?? null, objective, meanings: meaningsOf(declaration, file) };
  if (documentation !== null) found.push(token(documentation, 'comment', 'documentation'));
  found.push(token(word, 'keyword'));
  if (name !== null) found.push(token(name, NAME_TYPES[kind], 'declaration'));
  if (title !== null) found.push(token(title, 'string'));
  const inherent = [...periodParts(declaration.in), ...(declaration.kind === 'period' ? periodParts(declaration.range === null ? null : { type: 'range', range: declaration.range }) : [])];
  for (const part of inherent) partTokens(part, null, scope, found);
  for (const property of properties) {
    // The word of a measure is a part of its value.
    if (property.name !== 'measure') found.push(token(property.word, 'property'));
    for (const part of partsOf(property)) partTokens(part, property, scope, found);
  }
  for (const child of children) declarationTokens(child, name?.text ?? null, file, found);
}

/** What names in a declaration are looked up by. */
interface Scope {
  readonly strategy: Strategy | null;
  /** The name of the objective around it. */
  readonly objective: string | null;
  /** What its references mean, where the strategy knows this very declaration. */
  readonly meanings: ReadonlyMap<Reference, Entity | null> | null;
}

function meaningsOf(declaration: Declaration, file: FileOfStrategy | null): Scope['meanings'] {
  const entity = file === null ? undefined : entityOf(file.strategy, file.path, declaration);
  return entity === undefined ? null : new Map(entity.links.map(({ reference, target, bearer }) => [reference, target ?? bearer]));
}

function partTokens(part: Part, property: Property | null, scope: Scope, found: Token[]): void {
  switch (part.type) {
    case 'text': found.push(token(part, 'string')); break;
    case 'choice': case 'calendar': found.push(token(part, 'enumMember')); break;
    case 'word': found.push(token(part, 'keyword')); break;
    case 'date': case 'quantity': found.push(token(part, 'number')); break;
    case 'unit': found.push(token(part, 'type')); break;
    case 'reference': found.push(...nameTokens(part.reference, property, scope)); break;
    default: part satisfies never;
  }
}

/** Of `objective.kr` both names; nothing where the name means nothing. */
function nameTokens(reference: Reference, property: Property | null, scope: Scope): Token[] {
  const meant = meaning(reference, property, scope);
  if (meant === null) return [];
  if (reference.local === null) return [token(reference, NAME_TYPES[meant.kind])];
  const { start, end, head, local } = reference;
  return [token({ start, end: start + head.length }, 'class'), token({ start: end - local.length, end }, NAME_TYPES[meant.kind])];
}

/** While a declaration is typed the strategy does not know it yet: then the name alone tells. */
function meaning(reference: Reference, property: Property | null, { strategy, objective, meanings }: Scope): Entity | null {
  if (meanings?.has(reference) === true) return meanings.get(reference) ?? null;
  if (strategy === null) return null;
  const inside = objective === null || reference.local !== null || property?.name === 'supports' ? undefined : strategy.byId.get(`${objective}.${reference.text}`);
  return inside ?? strategy.byId.get(reference.text) ?? null;
}

/** Adds the words between the tokens; leaves out what would lie over another, as it may in a damaged file. */
function withWordsBetween(text: string, sorted: readonly Token[]): Token[] {
  const all: Token[] = [];
  let end = 0;
  const between = (stop: number): void => {
    for (const { index, 0: { length } } of text.slice(end, stop).matchAll(BETWEEN)) {
      all.push(token({ start: end + index, end: end + index + length }, 'keyword'));
    }
  };
  for (const one of sorted) {
    if (one.start < end) continue;
    between(one.start);
    all.push(one);
    ({ end } = one);
  }
  between(text.length);
  return all;
}
