/** What is named where it links to nothing, and still is not unused. */

import type { Property, Reference } from '../../grammar/tree.ts';
import { countingProperties } from '../model/references.ts';
import type { Entity } from '../model/strategy.ts';
import type { Gathering, Overview } from './overview.ts';

/**
 * The bearers of names that a reference of another kind says, and the ids that stand only where a property stands a
 * second time: the wrong kind and the doubled property are the one mistake.
 */
export const namedInPassing: Gathering<Entity | string> = {
  of: (entity) => {
    const { declaration, links } = entity;
    const counting = countingProperties(declaration);
    if (counting.length === declaration.properties.length && !links.some(({ bearer }) => bearer !== null)) return NONE;
    const first = new Set(counting);
    const doubled = declaration.properties.filter((property) => !first.has(property));
    return [...links.flatMap(({ bearer }) => bearer ?? []), ...doubled.flatMap((property) => referencesIn(property).map(({ text }) => text))];
  },
};

const NONE: readonly never[] = [];

/** For `Overview.once`. */
export function allNamedInPassing(overview: Overview): ReadonlySet<Entity | string> {
  return new Set([...overview.gathered(namedInPassing).values()].flat());
}

function referencesIn(property: Property): readonly Reference[] {
  switch (property.name) {
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
      return property.value;
    case 'period': return property.value?.type === 'name' ? [property.value.reference] : [];
    case 'metric': return property.value.reference === null ? [] : [property.value.reference];
    default: return [];
  }
}
