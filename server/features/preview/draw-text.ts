/** A strategy that stands in other text, as a code block of a document does: drawn by itself. */

import type { Day } from '../../../grammar/calendar.ts';
import { parseFile } from '../../../grammar/parse.ts';
import { analyze } from '../../analysis.ts';
import type { DrawTextAnswer, DrawTextParams } from '../../preview-protocol.ts';
import { mapView } from '../../views/map/map.ts';
import { metricsView } from '../../views/metrics/metrics.ts';
import { serialize } from '../../views/markup.ts';
import { DEFAULT_OPTIONS } from '../../views/view.ts';

/** Longer ones are shown as text: nobody reads a picture of them in the middle of a document. */
const LONGEST = 100_000;

/**
 * The map of what it declares, else its metrics; null where it has neither. Findings are not shown: such a block is a
 * part of something, and what is missing from it stands elsewhere.
 */
export function drawText({ text }: DrawTextParams, today: Day): DrawTextAnswer | null {
  if (text.length > LONGEST) return null;
  const file = { path: 'block.strategy', tree: parseFile(text) };
  const { strategy } = analyze({ files: [file], settingsText: null, asOf: null, today });
  const { goals, objectives, initiatives, metrics } = strategy;
  const view = goals.length + objectives.length + initiatives.length > 0 ? mapView : metrics.length > 0 ? metricsView : null;
  if (view === null) return null;
  const picture = view.draw(strategy, [], { ...DEFAULT_OPTIONS, history: true, aspect: 2 });
  return { html: serialize(picture.body), title: picture.title, summary: picture.summary };
}
