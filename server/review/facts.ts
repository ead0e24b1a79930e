/**
 * What a declaration says of itself, property by property, as keys that are equal where two declarations say the same
 * (names of what stands in it and what is inherited aside). Written-out defaults are as good as none.
 */

import { measuredParts, type Property } from '../../grammar/tree.ts';
import { countingProperties, deadlineClause, nowClause } from '../model/references.ts';
import type { Entity, KeyResult } from '../model/strategy.ts';
import {
  bagKey, checkinKey, confidenceKey, dateKey, evidenceKey, goalMetricKey, linksByReference, measureKey, periodKey, quantityKey, referenceKey,
  setKey, unitKey, valueKey, type Identity, type LinkOf,
} from './keys.ts';

/** What stands nowhere else: the header and the comment above it. */
type HeaderFact = 'title' | 'documentation' | 'in' | 'range';
export type FactName = HeaderFact | Property['name'];
export type Facts = ReadonlyMap<FactName, string>;

/** Every fact that a declaration states, by its name. */
export function factsOf(entity: Entity, identity: Identity, linkOf: LinkOf = linksByReference(entity)): Facts {
  const facts = new Map<FactName, string>();
  const several = new Map<FactName, string[]>();
  const state = (name: FactName, key: string): void => { if (key !== '') facts.set(name, key); };
  const also = (name: FactName, key: string): void => {
    const keys = several.get(name);
    if (keys === undefined) several.set(name, [key]);
    else keys.push(key);
  };
  const { declaration } = entity;
  if (declaration.title !== null) facts.set('title', JSON.stringify(declaration.title.value));
  if (declaration.documentation !== null) state('documentation', documentationKey(declaration.documentation.markdown));
  state('in', periodKey(declaration.in, linkOf, identity));
  if (declaration.kind === 'period' && declaration.range !== null) state('range', `${dateKey(declaration.range.from)}..${dateKey(declaration.range.to)}`);
  for (const property of countingProperties(declaration)) {
    switch (property.name) {
      case 'link': also('link', property.value?.value ?? ''); break;
      case 'evidence': also('evidence', evidenceKey(property.value)); break;
      case 'checkin': also('checkin', checkinKey(property.value)); break;
      case 'metric':
        if (entity.kind === 'goal') also('metric', goalMetricKey(property.value, linkOf, identity));
        else if (property.value.reference !== null) state('metric', referenceKey(property.value.reference, linkOf, identity));
        break;
      case 'measure': case 'now': case 'by': if (entity.kind === 'metric') state(property.name, propertyKey(property, linkOf, identity)); break;
      default: state(property.name, propertyKey(property, linkOf, identity));
    }
  }
  for (const [name, keys] of several) facts.set(name, bagKey(keys));
  if (entity.kind === 'kr') stateMeasure(entity, linkOf, identity, state);
  return facts;
}

/** A measure, `now` and `by` of a kr may stand in its header, on lines of their own or after its metric. */
function stateMeasure({ declaration }: KeyResult, linkOf: LinkOf, identity: Identity, state: (name: FactName, key: string) => void): void {
  state('measure', measureKey(measuredParts(declaration).find((part) => part.measure !== null)?.measure ?? null));
  state('now', valueKey(nowClause(declaration)?.value ?? null));
  const by = deadlineClause(declaration);
  if (by !== undefined) state('by', by.date === null ? periodKey(by.period, linkOf, identity) : dateKey(by.date));
}

function propertyKey(property: Property, linkOf: LinkOf, identity: Identity): string {
  switch (property.name) {
    case 'vision': case 'mission': case 'link': case 'email': case 'role': case 'source': case 'hypothesis': case 'segment':
      return property.value === null ? '' : JSON.stringify(property.value.value);
    case 'owner': case 'with': case 'needs': case 'drives': case 'advances': case 'lead': case 'sponsor':
      return setKey(property.value.map((reference) => referenceKey(reference, linkOf, identity)));
    case 'supports':
      return bagKey(property.value.map(({ reference, share }) => `${referenceKey(reference, linkOf, identity)} ${quantityKey(share)}`));
    case 'weight': {
      const key = quantityKey(property.value);
      return key === '1/1 none' ? '' : key;
    }
    case 'confidence': return confidenceKey(property.value);
    case 'capacity': case 'effort': return quantityKey(property.value);
    case 'kind': case 'type': case 'better': return property.value?.text ?? '';
    case 'period': return periodKey(property.value, linkOf, identity);
    case 'unit': return property.value === null ? '' : `${unitKey(property.value)} ${shownUnit(property.value.unit)}`;
    case 'status': {
      const { word, date, reason } = property.value;
      const key = JSON.stringify([word?.text ?? 'active', dateKey(date), reason?.value ?? null]);
      return key === '["active","",null]' ? '' : key;
    }
    case 'now': return valueKey(property.value.value);
    case 'measure': return measureKey(property.value.measure);
    case 'by': case 'metric': case 'evidence': case 'checkin': return '';
    default: return property satisfies never;
  }
}

/** In which of the comparable units a metric is shown. */
function shownUnit(unit: { readonly kind: string; readonly scale?: number }): string {
  return unit.scale === undefined ? '' : String(unit.scale);
}

/** Spaces at the ends of lines say nothing. */
function documentationKey(markdown: string): string {
  return markdown.replace(/[^\S\n]+$/gm, '').trim();
}

/** The names of the facts in which two differ. */
export function differingFacts(base: Facts, head: Facts): ReadonlySet<FactName> {
  const names = new Set<FactName>();
  for (const [name, key] of base) if (head.get(name) !== key) names.add(name);
  for (const name of head.keys()) if (!base.has(name)) names.add(name);
  return names;
}
