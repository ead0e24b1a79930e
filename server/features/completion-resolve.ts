/** What a completion says of the thing it names, once a reader looks at it: the card that a hover shows. */

import { MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import { card } from './card.ts';
import type { CompletionData } from './completion.ts';
import { linkedNaming } from './entity-links.ts';
import type { Snapshot } from './snapshot.ts';

/** The item with its documentation; as it is where there is no more to say. */
export function resolveCompletion(snapshot: Snapshot, item: CompletionItem): CompletionItem {
  const { id } = item.data as CompletionData;
  const entity = id === undefined ? undefined : snapshot.analysis?.strategy.byId.get(id);
  if (entity === undefined || snapshot.analysis === null) return item;
  const value = card(entity, snapshot.analysis.strategy, linkedNaming(snapshot));
  return { ...item, documentation: { kind: snapshot.client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
}
