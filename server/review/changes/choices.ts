/** How binding an objective is, and of what kind a goal. */

import { label } from '../../model/naming.ts';
import type { Goal, Objective } from '../../model/strategy.ts';
import { inPlace } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText } from '../text.ts';
import type { View } from '../view.ts';

/** Records another type of an objective: what was a promise and is none any more weighs most. */
export function compareType(view: View<Objective>): void {
  if (!view.take('type')) return;
  const { base, head, comparing } = view;
  const [before, after] = [propertyText(base, 'type'), propertyText(head, 'type')];
  const wasPromised = base.type === 'committed';
  comparing.ledger.record({
    kind: 'type-changed', base, head, property: 'type', before, after, spans: [spanOf(base, 'type'), spanOf(head, 'type')],
    ...wasPromised ? { risk: 'high' as const } : {},
    message: `${label(head)} is ${wasPromised ? 'no longer committed' : 'of another type'}: ${inPlace(before, after)}.`,
  });
}

/** Records another kind of a goal. */
export function compareGoalKind(view: View<Goal>): void {
  if (!view.take('kind')) return;
  const { base, head, comparing } = view;
  const [before, after] = [propertyText(base, 'kind'), propertyText(head, 'kind')];
  comparing.ledger.record({
    kind: 'goal-kind-changed', base, head, property: 'kind', before, after, spans: [spanOf(base, 'kind'), spanOf(head, 'kind')],
    message: `${label(head)} is of another kind: ${inPlace(before, after)}.`,
  });
}
