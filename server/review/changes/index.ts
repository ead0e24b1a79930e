/** Every kind of change to a thing that is on both sides: one family a file, in the order of the table in review.md. */

import type { Entity } from '../../model/strategy.ts';
import type { View } from '../view.ts';
import { compareSupports } from './alignment.ts';
import { compareCheckins } from './checkins.ts';
import { compareGoalKind, compareType } from './choices.ts';
import { compareConfidence, compareOwnConfidence } from './confidence.ts';
import { compareDeadline, comparePeriod } from './deadline.ts';
import { compareEvidence } from './evidence.ts';
import { compareName, compareReplaced } from './existence.ts';
import { compareGoalMetrics } from './goal-metrics.ts';
import { compareMeasure } from './key-result-measure.ts';
import { compareMetric } from './metric.ts';
import { compareObjective } from './moved.ts';
import { compareNow } from './now.ts';
import { compareOtherPeople, compareOwners } from './owners.ts';
import { compareDays } from './period.ts';
import { compareRest } from './property.ts';
import { compareAdvances, compareNeeds } from './relations.ts';
import { compareStatus } from './status.ts';
import { compareReading, compareTitle, compareVision } from './wording.ts';

/** Records all that changed about a thing itself; `weight` is told by its objective. */
export function compareThing(view: View): void {
  if (compareReplaced(view)) return;
  const hasMoved = compareObjective(view);
  compareName(view, hasMoved);
  if (is(view, 'strategy')) compareVision(view);
  if (is(view, 'period')) compareDays(view);
  if (is(view, 'metric')) {
    compareMetric(view);
    compareNow(view, false);
    compareCheckins(view);
  }
  if (is(view, 'goal')) {
    compareGoalKind(view);
    compareGoalMetrics(view);
  }
  if (is(view, 'objective')) compareType(view);
  if (is(view, 'goal') || is(view, 'objective')) {
    compareSupports(view);
    compareEvidence(view);
  }
  if (is(view, 'kr')) {
    // Within an objective it is told there, by how much each counts.
    if (!hasMoved) view.take('weight');
    compareNow(view, compareMeasure(view));
    compareDeadline(view);
    compareConfidence(view);
    compareOwnConfidence(view);
    compareCheckins(view);
  }
  if (is(view, 'initiative')) compareAdvances(view);
  if (is(view, 'goal') || is(view, 'objective') || is(view, 'initiative')) comparePeriod(view);
  if (is(view, 'goal') || is(view, 'objective') || is(view, 'kr') || is(view, 'initiative')) compareStatus(view);
  compareNeeds(view);
  compareOwners(view);
  compareOtherPeople(view);
  compareTitle(view);
  compareReading(view);
  compareRest(view);
}

function is<K extends Entity['kind']>(view: View, kind: K): view is View<Extract<Entity, { readonly kind: K }>> {
  return view.base.kind === kind && view.head.kind === kind;
}
