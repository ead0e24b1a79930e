/** What stands apart in the map, and why. */

import { nameOf } from '../element.ts';
import type { Link } from '../../model/strategy.ts';
import type { MapElement } from './model.ts';

export type LaneKind = 'unaligned' | 'unknown' | 'adrift';

/** The lanes from left to right. */
export const LANES: readonly { readonly kind: LaneKind; readonly title: string; readonly meaning: string }[] = [
  { kind: 'unaligned', title: 'Serves no goal', meaning: 'No path of what it supports leads from here to a goal.' },
  { kind: 'unknown', title: 'Goal not known', meaning: 'What it supports means nothing yet, or runs in a circle.' },
  { kind: 'adrift', title: 'Advances nothing', meaning: 'Work that moves no objective and no key result.' },
];

/** The lane of something that hangs on nothing; null for a goal, which stands on top. */
export function laneOf(element: MapElement): LaneKind | null {
  switch (element.kind) {
    case 'goal': return null;
    case 'objective': return element.alignment === 'unaligned' ? 'unaligned' : 'unknown';
    case 'initiative': return 'adrift';
    default: return element satisfies never;
  }
}

/** Why something stands in a lane, in a sentence; null for a goal. */
export function reasonOf(element: MapElement): string | null {
  switch (element.kind) {
    case 'goal': return null;
    case 'objective': return objectiveReason(element);
    case 'initiative': return unresolved(element.links.filter(({ kind }) => kind === 'advances'), 'advances') ?? 'It advances nothing.';
    default: return element satisfies never;
  }
}

function objectiveReason(objective: Extract<MapElement, { kind: 'objective' }>): string {
  const dropped = objective.supports.find(({ target }) => target?.kind === 'goal' && target.status.value === 'dropped')?.target;
  if (objective.alignment === 'unaligned' && dropped !== null && dropped !== undefined) return `It supports '${nameOf(dropped)}', which is dropped.`;
  if (objective.supports.length === 0) return objective.status.value === 'draft' ? 'A draft that supports nothing yet.' : 'It supports nothing.';
  return unresolved(objective.supports.map(({ link }) => link), 'supports')
    ?? (objective.alignment === 'unaligned' ? 'What it supports leads to no goal.' : 'What it supports runs in a circle.');
}

function unresolved(links: readonly Link[], word: string): string | null {
  const link = links.find(({ target }) => target === null);
  if (link === undefined) return null;
  return `It ${word} '${link.reference.text}', which ${link.resolution === 'wrong-kind' ? 'cannot stand there' : 'names nothing'}.`;
}
