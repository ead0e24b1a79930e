/** Mistakes that a declaration's own text shows, whatever stands elsewhere. */

import type { Declaration, Span } from '../../grammar/tree.ts';
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

/** Reports those of all declarations that a rule is asked about. */
export function reportOwnMistakes(check: OwnCheck, { entities }: Scope, report: (finding: Finding) => void): void {
  for (const entity of entities) {
    check(entity.declaration, entity.origin.chunk.chunk.text, (mistake) => { report(findingOf(entity, mistake)); });
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
