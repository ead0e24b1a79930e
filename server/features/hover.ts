/** Hover: what a name means and where it stands, and what a word of the language is for. */

import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { card } from './card.ts';
import { targetAt, wordAt } from './cursor.ts';
import { offsetOf, rangeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { wordCard } from './word-card.ts';

/** null where there is nothing to say. */
export function hover(snapshot: Snapshot, { position }: { readonly position: Position }): Hover | null {
  const { tree } = snapshot.document;
  const offset = offsetOf(tree, position);
  const target = targetAt(snapshot, offset);
  const entity = target?.entity ?? null;
  if (target !== null && entity !== null && snapshot.analysis !== null) {
    return answer(snapshot, card(entity, snapshot.analysis.strategy), rangeOf(tree, target.span, target.chunk.start));
  }
  const word = wordAt(tree, offset);
  const text = word === null ? null : wordCard(word);
  return word === null || text === null ? null : answer(snapshot, text, rangeOf(tree, word.span, word.chunk.start));
}

function answer({ client }: Snapshot, value: string, range: Hover['range']): Hover {
  const kind = client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return range === undefined ? { contents: { kind, value } } : { contents: { kind, value }, range };
}
