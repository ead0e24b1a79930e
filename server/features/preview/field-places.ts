/** Where what a picture lets one edit stands in the text: titles, values and the amounts of measures. */

import { firstProperty, type Span } from '../../../grammar/tree.ts';
import type { Entity, KeyResult, Metric } from '../../model/strategy.ts';
import { latestCheckin } from '../../model/values.ts';
import type { Day } from '../../../grammar/calendar.ts';
import type { FieldName } from '../../preview-protocol.ts';

/** A part of a thing's declaration; `span` counts from the chunk of `entity`, which is the metric where a kr's value is its metric's. */
export interface FieldPlace {
  readonly entity: Entity;
  readonly span: Span;
}

/** null where it is not written, or the thing has no such field. */
export function placeOfField(entity: Entity, name: FieldName, asOf: Day): FieldPlace | null {
  switch (name) {
    case 'title': return at(entity, entity.declaration.title);
    case 'value': return valuePlace(entity);
    case 'confidence': return entity.kind === 'kr' ? at(entity, confidencePlace(entity, asOf)) : null;
    case 'from': case 'to': case 'size': case 'low': case 'high': return entity.kind === 'kr' ? at(entity, entity.reading?.measure[name] ?? null) : null;
    default: return name satisfies never;
  }
}

/** The property that is written where a field has no place yet; null where the field cannot be written so. */
export function propertyOfField(entity: Entity, name: FieldName): 'now' | 'confidence' | null {
  if (name === 'confidence' && entity.kind === 'kr') return 'confidence';
  if (name !== 'value') return null;
  if (entity.kind === 'metric') return 'now';
  return entity.kind === 'kr' && entity.reading !== null && entity.reading.now === null ? 'now' : null;
}

function at(entity: Entity, span: Span | null): FieldPlace | null {
  return span === null ? null : { entity, span };
}

function valuePlace(entity: Entity): FieldPlace | null {
  if (entity.kind === 'metric') return at(entity, entity.current?.span ?? null);
  if (entity.kind !== 'kr' || entity.current === null) return null;
  if (entity.current.source !== 'metric') return at(entity, entity.current.span);
  const metric = metricOf(entity);
  return metric === null ? null : valuePlace(metric);
}

function metricOf(kr: KeyResult): Metric | null {
  return kr.metric ?? kr.reading?.metric ?? null;
}

/** That of the latest check-in that has one, else its own. */
function confidencePlace(kr: KeyResult, asOf: Day): Span | null {
  const latest = latestCheckin(kr.checkins, asOf, ({ confidence }) => confidence !== null);
  return latest?.property.value.confidence ?? firstProperty(kr.declaration, 'confidence')?.value ?? null;
}
