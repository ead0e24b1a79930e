/** What needs what, as arcs from the end of what is needed to the end of what needs it. */

import { nameOf } from '../element.ts';
import { h, type Markup } from '../markup.ts';
import { endOf, type Dependency } from './dependencies.ts';
import type { RowPlace } from './draw-row.ts';
import type { TimelineElement } from './model.ts';
import type { Scale } from './scale.ts';

const STATE_WORDS: Readonly<Record<Dependency['state'], string>> = { met: 'which is done', open: 'which is open', late: 'which ends later' };

/** A dependency in a sentence. */
export function dependencyWords({ from, to, state }: Dependency): string {
  return `'${nameOf(from)}' needs '${nameOf(to)}', ${STATE_WORDS[state]}.`;
}

/** The arcs, with their places on the axis. */
export function drawDependencies(dependencies: readonly Dependency[], places: ReadonlyMap<TimelineElement, RowPlace>, scale: Scale): Markup {
  return dependencies.map((dependency) => {
    const { key, from, to, state } = dependency;
    const start = spotOf(to, places, scale);
    const end = spotOf(from, places, scale);
    if (start === null || end === null) return null;
    const reach = Math.min(70, 18 + Math.abs(end.y - start.y) / 8);
    const bulge = Math.max(start.x, end.x) + reach;
    return h('g', { class: `needs ${state}`, 'data-key': key, 'data-edge': 'needs', 'data-from': from.id, 'data-to': to.id, 'data-state': state, role: 'img', 'aria-label': dependencyWords(dependency) },
      h('title', {}, dependencyWords(dependency)),
      h('path', { class: 'needs-line', d: `M${xy(start)}C${xy({ x: bulge, y: start.y })} ${xy({ x: bulge, y: end.y })} ${xy({ x: end.x + 5, y: end.y })}` }),
      h('path', { class: 'needs-head', d: `M${xy(end)}L${xy({ x: end.x + 7, y: end.y - 3.5 })}L${xy({ x: end.x + 7, y: end.y + 3.5 })}Z` }));
  });
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function spotOf(element: TimelineElement, places: ReadonlyMap<TimelineElement, RowPlace>, scale: Scale): Spot | null {
  const place = places.get(element);
  const day = endOf(element);
  // Beside a bar stands its score.
  return place === undefined || day === null ? null : { x: scale.at(day + 1) + (element.kind === 'objective' ? 42 : 7), y: place.middle };
}

function xy({ x, y }: Spot): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
