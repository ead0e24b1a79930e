/** What a map shows of a strategy, and in a review of what was there before as well. */

import type { Entity, KeyResult, Strategy } from '../../model/strategy.ts';
import type { ChangeMark, Changes } from '../view.ts';
import type { MapElement, MapTarget } from './model.ts';

export interface Sides {
  /** Goals, objectives and initiatives by file and place, later declarations of a name left out; then those removed since the base. */
  readonly elements: readonly MapElement[];
  /** Key results of an objective, removed ones last. */
  readonly keyResultsOf: (element: MapElement) => readonly KeyResult[];
  readonly markOf: (element: MapElement | KeyResult) => ChangeMark | null;
  /** The same thing on the base side; null where it is new, or no review is shown. */
  readonly before: (element: MapElement) => MapElement | null;
  /** A thing of the base side as the map shows it: on the head side, else itself where it was removed; null where it is not shown. */
  readonly now: (target: MapTarget) => MapTarget | null;
  readonly isReview: boolean;
}

/** The sides of a strategy; without changes there is only one. */
export function sidesOf(strategy: Strategy, changes: Changes | null): Sides {
  const head = elementsOf(strategy);
  if (changes === null) {
    return {
      elements: head, keyResultsOf: ownKeyResults, markOf: () => null, before: () => null, now: (target) => target, isReview: false,
    };
  }
  const { base, marks } = changes;
  const headIds = new Map([...marks].flatMap(([id, { was }]) => (was === null ? [] : [[was, id] as const])));
  const isRemoved = ({ id }: Entity): boolean => marks.get(id)?.change === 'removed' && !headIds.has(id) && strategy.byId.get(id) === undefined;
  const headOf = (id: string): Entity | null => strategy.byId.get(headIds.get(id) ?? id) ?? null;
  const removedRows = new Map<string, KeyResult[]>();
  for (const keyResult of base.keyResults) {
    if (!isRemoved(keyResult)) continue;
    const objective = headIds.get(keyResult.objective.id) ?? keyResult.objective.id;
    const known = removedRows.get(objective);
    if (known === undefined) removedRows.set(objective, [keyResult]);
    else known.push(keyResult);
  }
  return {
    elements: [...head, ...elementsOf(base).filter(isRemoved)],
    keyResultsOf: (element) => (isRemoved(element) ? ownKeyResults(element) : [...ownKeyResults(element), ...removedRows.get(element.id) ?? []]),
    markOf: (element) => marks.get(element.id) ?? null,
    before: (element) => {
      const mark = marks.get(element.id);
      if (mark?.change === 'added' || mark?.change === 'removed') return null;
      const found = base.byId.get(mark?.was ?? element.id);
      return found?.kind === element.kind ? found : null;
    },
    now: (target) => {
      const found = headOf(target.id);
      if (found !== null) return found.kind === target.kind ? found : null;
      return isRemoved(target) ? target : null;
    },
    isReview: true,
  };
}

function elementsOf(strategy: Strategy): readonly MapElement[] {
  return [...strategy.goals, ...strategy.objectives, ...strategy.initiatives].filter(({ laterThan }) => laterThan === null);
}

function ownKeyResults(element: MapElement): readonly KeyResult[] {
  return element.kind === 'objective' ? element.keyResults.filter(({ laterThan }) => laterThan === null) : [];
}
