/** The views, in the order in which they are offered: one folder each, and one line here. */

import { mapView } from './map/map.ts';
import { metricsView } from './metrics/metrics.ts';
import { ownersView } from './owners/owners.ts';
import { scorecardView } from './scorecard/scorecard.ts';
import { timelineView } from './timeline/timeline.ts';
import type { View, ViewName } from './view.ts';

export const views: readonly View[] = [mapView, scorecardView, timelineView, metricsView, ownersView];

/** The view of a name. */
export function viewNamed(name: ViewName): View {
  const view = views.find((candidate) => candidate.name === name);
  if (view === undefined) throw new Error(`No view ${name}`);
  return view;
}
