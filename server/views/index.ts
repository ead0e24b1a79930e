/** The views, in the order in which they are offered: one folder each, and one line here. */

import { mapView } from './map/map.ts';
import { scorecardView } from './scorecard/scorecard.ts';
import type { View, ViewName } from './view.ts';

export const views: readonly View[] = [mapView, scorecardView];

/** The view of a name. */
export function viewNamed(name: ViewName): View {
  const view = views.find((candidate) => candidate.name === name);
  if (view === undefined) throw new Error(`No view ${name}`);
  return view;
}
