/** What of a strategy a map shows: what the filter asks for, and what that hangs on. */

import type { KeyResult, Strategy } from '../../model/strategy.ts';
import { matcherOf } from '../filter.ts';
import type { ChangeMark, ViewOptions } from '../view.ts';
import { cardOf, type Hanging } from './hanging.ts';
import type { MapElement } from './model.ts';
import type { Sides } from './sides.ts';

export interface Visibility {
  readonly shown: ReadonlySet<MapElement>;
  /** Shown only because something that is asked for hangs on it. */
  readonly context: ReadonlySet<MapElement>;
  /** The key results that are shown of an objective. */
  readonly rows: (element: MapElement) => readonly KeyResult[];
  /** How many elements are left out because they are past or dropped. */
  readonly history: number;
}

/** What is shown of the elements of both sides. */
export function visibilityOf(strategy: Strategy, options: ViewOptions, sides: Sides, hangings: ReadonlyMap<MapElement, Hanging>): Visibility {
  const matches = matcherOf(strategy, options.filter);
  const { kinds } = options.filter;
  const isOpen = (element: MapElement | KeyResult): boolean => options.history || sides.markOf(element) !== null || !isHistory(element);
  const isKindAsked = (kind: 'kr' | 'initiative'): boolean => kinds.length === 0 || kinds.includes(kind);
  const isAsked = (element: MapElement | KeyResult): boolean => matches === null || matches(element)
    || ((element.kind === 'kr' || element.kind === 'initiative') && element.objective !== null && isKindAsked(element.kind) && matches(element.objective));
  const isChanged = (element: MapElement): boolean => sides.markOf(element) !== null
    || sides.keyResultsOf(element).some((keyResult) => sides.markOf(keyResult) !== null)
    || (hangings.get(element)?.edges.some(({ change }) => change !== null) ?? false);
  const onlyChanged = options.changes?.only ?? false;
  const rowsAsked = (element: MapElement): readonly KeyResult[] => sides.keyResultsOf(element).filter((keyResult) => (
    isOpen(keyResult) && isAsked(keyResult) && (!onlyChanged || sides.markOf(keyResult) !== null || isOnOneSide(sides.markOf(element)))
  ));
  const asked = sides.elements.filter((element) => (
    isOpen(element) && (onlyChanged ? isChanged(element) : isAsked(element) || rowsAsked(element).length > 0)
  ));
  const context = contextOf(asked, onlyChanged, hangings);
  const targets = new Set([...asked, ...context].flatMap((element) => hangings.get(element)?.edge?.to ?? []));
  return {
    shown: new Set([...asked, ...context]),
    context,
    rows: (element) => {
      const rows = new Set(rowsAsked(element));
      return sides.keyResultsOf(element).filter((keyResult) => rows.has(keyResult) || targets.has(keyResult));
    },
    history: options.history ? 0 : sides.elements.filter((element) => !isOpen(element)).length,
  };
}

function isHistory({ past, status }: MapElement | KeyResult): boolean {
  return past || status.value === 'dropped';
}

/** New or gone, so that all that is in it is as well. */
function isOnOneSide(mark: ChangeMark | null): boolean {
  return mark?.change === 'added' || mark?.change === 'removed';
}

/** What elements hang on, directly or not, where it is not among them; of changed edges what they lead to as well. */
function contextOf(asked: readonly MapElement[], changedEdges: boolean, hangings: ReadonlyMap<MapElement, Hanging>): ReadonlySet<MapElement> {
  const seen = new Set(asked);
  const context = new Set<MapElement>();
  const take = (start: MapElement | null): void => {
    for (let element = start; element !== null && !seen.has(element); element = hangings.get(element)?.parent ?? null) {
      seen.add(element);
      context.add(element);
    }
  };
  for (const element of asked) {
    const hanging = hangings.get(element);
    take(hanging?.parent ?? null);
    if (changedEdges) for (const { to, change } of hanging?.edges ?? []) if (change !== null) take(cardOf(to));
  }
  return context;
}
