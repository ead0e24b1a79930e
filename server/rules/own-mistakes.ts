/** Mistakes that a declaration's own text shows, whatever stands elsewhere. */

import type { Chunk, Declaration, Span } from '../../grammar/tree.ts';
import { label } from '../model/naming.ts';
import type { Entity } from '../model/strategy.ts';
import { placeIn } from './places.ts';
import type { Finding } from './rule.ts';
import type { Scope } from './scope.ts';

/** A mistake; spans count in the declaration's chunk. */
export interface OwnMistake {
  readonly span: Span;
  /** What the message says after the declaration's title and id. */
  readonly says: string;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly { readonly span: Span; readonly newText: string }[] }[];
}

/** Finds the mistakes of one declaration (not of what stands in it); `text` is its chunk's. */
export type OwnCheck = (declaration: Declaration, text: string, found: (mistake: OwnMistake) => void) => void;

/**
 * Finds them in all declarations. Whether a chunk shows any is worked out once: it is a function of its own text, and
 * stays the same object through edits elsewhere.
 */
export class OwnMistakes {
  readonly #check: OwnCheck;
  readonly #clean = new WeakMap<Chunk, boolean>();

  constructor(check: OwnCheck) {
    this.#check = check;
  }

  /** Reports those of what a rule is asked about. */
  report({ entities }: Scope, report: (finding: Finding) => void): void {
    let chunk: Chunk | null = null;
    let clean = true;
    for (const entity of entities) {
      if (entity.origin.chunk.chunk !== chunk) {
        chunk = entity.origin.chunk.chunk;
        clean = this.#isClean(chunk);
      }
      if (!clean) this.#check(entity.declaration, chunk.text, (mistake) => { report(findingOf(entity, mistake)); });
    }
  }

  #isClean(chunk: Chunk): boolean {
    let clean = this.#clean.get(chunk);
    if (clean === undefined) {
      clean = true;
      const found = (): void => { clean = false; };
      for (const declaration of chunk.declarations) {
        this.#check(declaration, chunk.text, found);
        for (const child of declaration.children) this.#check(child, chunk.text, found);
      }
      this.#clean.set(chunk, clean);
    }
    return clean;
  }
}

function findingOf(entity: Entity, { span, says, related = [], fixes = [] }: OwnMistake): Finding {
  return {
    place: placeIn(entity, span),
    message: `${label(entity)} ${says}`,
    related: related.map((other) => ({ place: placeIn(entity, other.span), message: other.message })),
    fixes: fixes.map(({ title, edits }) => ({ title, edits: () => edits.map((edit) => ({ place: placeIn(entity, edit.span), newText: edit.newText })) })),
  };
}
