/** A picture for a preview: the view drawn by its renderer, with what a page needs to steer it. */

import { formatDay } from '../../../grammar/calendar.ts';
import type { ViewAnswer, ViewParams } from '../../preview-protocol.ts';
import { formatsOf } from '../../views/export.ts';
import { cardStyle } from '../../views/card/card.ts';
import { filterChoices } from '../../views/filter-choices.ts';
import { pictureSection } from '../../views/document.ts';
import { serialize } from '../../views/markup.ts';
import { styleSheet } from '../../views/style.ts';
import { DEFAULT_OPTIONS, type ViewOptions } from '../../views/view.ts';
import { views, viewNamed } from '../../views/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { analysisOn, checkinDays } from './as-of.ts';
import { FORMATS } from './params.ts';
import { rootOf } from './root.ts';

/** null for a document that belongs to no strategy. */
export function view(snapshot: Snapshot, params: ViewParams): ViewAnswer | null {
  const today = snapshot.analysis;
  const analysis = analysisOn(snapshot, params.asOf);
  if (today === null || analysis === null) return null;
  const { strategy, diagnostics, asOf } = analysis;
  const picture = viewNamed(params.view).draw(strategy, diagnostics, {
    ...viewOptions(params), changes: params.changes && params.asOf === null ? snapshot.changes ?? null : null,
  });
  const { root, name } = rootOf(snapshot);
  return {
    root, name, title: picture.title, summary: picture.summary,
    html: serialize(pictureSection(picture)), style: styleSheet('editor', [...views, { style: cardStyle }]),
    size: picture.size, hints: picture.hints, asOf: formatDay(asOf), today: formatDay(today.asOf), days: checkinDays(today), choices: filterChoices(strategy),
    formats: FORMATS.filter((format) => format === 'report' || formatsOf(params.view).includes(format)),
  };
}

/** What a page asks for, as the renderers take it. */
export function viewOptions({ filter, collapsed, history, grouping, sorting, hints, aspect }: ViewParams): ViewOptions {
  return { ...DEFAULT_OPTIONS, filter, collapsed: new Set(collapsed), history, grouping, sorting, hints, aspect };
}
