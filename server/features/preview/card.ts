/** The card of a thing, for a preview to show beside it. */

import type { CardAnswer, CardParams } from '../../preview-protocol.ts';
import { cardMarkup } from '../../views/card/card.ts';
import { findingsOf } from '../../views/findings-of.ts';
import { serialize } from '../../views/markup.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../snapshot.ts';
import { analysisOn } from './as-of.ts';
import { thing } from './things.ts';

/** As it was known as of the day that the preview shows. */
export function card(snapshot: Snapshot, { id, asOf }: CardParams): CardAnswer | Refusal {
  const analysis = analysisOn(snapshot, asOf);
  const entity = thing(analysis?.strategy, id);
  if (analysis === null || entity instanceof Refusal) return entity instanceof Refusal ? entity : new Refusal('There is no strategy here.');
  const { strategy, diagnostics } = analysis;
  return { html: serialize(cardMarkup(entity, strategy, findingsOf(strategy, diagnostics))) };
}
