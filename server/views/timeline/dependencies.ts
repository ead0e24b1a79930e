/** What needs what in a timeline, and whether it will be there in time. */

import type { Day } from '../../../grammar/calendar.ts';
import { knownDays } from '../../model/planning.ts';
import type { TimelineElement } from './model.ts';

export interface Dependency {
  readonly key: string;
  /** What says `needs`. */
  readonly from: TimelineElement;
  /** What it needs. */
  readonly to: TimelineElement;
  /** `met`: what is needed is done. `late`: it ends after what needs it. */
  readonly state: 'met' | 'open' | 'late';
}

/** The dependencies between the elements that are shown. */
export function dependenciesOf(elements: ReadonlySet<TimelineElement>): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const from of elements) {
    for (const { kind, target } of from.links) {
      if (kind !== 'needs' || target === null || !isOneOf(elements, target) || target === from) continue;
      const key = `needs:${JSON.stringify([from.id, target.id])}`;
      found.set(key, { key, from, to: target, state: stateOf(from, target) });
    }
  }
  return [...found.values()];
}

function isOneOf(elements: ReadonlySet<unknown>, target: unknown): target is TimelineElement {
  return elements.has(target);
}

function stateOf(from: TimelineElement, to: TimelineElement): Dependency['state'] {
  if (to.status.value === 'done' || (to.kind !== 'initiative' && to.score === 1)) return 'met';
  const end = endOf(from);
  const neededEnd = endOf(to);
  return end !== null && neededEnd !== null && neededEnd > end ? 'late' : 'open';
}

/** The day on which something ends: a key result's `by`, else its period's last day; null where that is not known. */
export function endOf(element: TimelineElement): Day | null {
  return element.kind === 'kr' ? element.lastDay : knownDays(element.period)?.end ?? null;
}
