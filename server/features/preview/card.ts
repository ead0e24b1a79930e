/** The card of a thing in a picture, as HTML. */

import type { CardAnswer, CardParams } from '../../preview-protocol.ts';
import { cardMarkup } from '../../views/card/card.ts';
import { findingsOf } from '../../views/findings-of.ts';
import { serialize } from '../../views/markup.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../snapshot.ts';
import { analysisOn } from './as-of.ts';
import { thing } from './things.ts';

/** What is known of it as of the day of the picture. */
export function card(snapshot: Snapshot, { id, asOf }: CardParams): CardAnswer | Refusal {
  const analysis = analysisOn(snapshot, asOf);
  const entity = thing(analysis?.strategy, id);
  if (entity instanceof Refusal) return entity;
  if (analysis === null) return new Refusal('Nothing is known yet.');
  return { html: serialize(cardMarkup(entity, analysis.strategy, findingsOf(analysis.strategy, analysis.diagnostics))) };
}
