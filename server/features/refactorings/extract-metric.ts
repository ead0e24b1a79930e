/** The number of a key result becomes a metric of its own, that others can name and that keeps its value over the years. */

import { firstProperty } from '../../../grammar/tree.ts';
import type { KeyResult, MeasureReading, Strategy } from '../../model/strategy.ts';
import { inFile, lineAfter } from '../body-lines.ts';
import { beside, writtenUnit } from '../fixes/declare.ts';
import type { FileChange, Plan } from '../plan.ts';
import type { Given, Offer, Refactoring } from './refactoring.ts';

export const extractMetric: Refactoring = { kind: 'refactor.extract', offers };

function offers({ entity, strategy }: Given): readonly Offer[] {
  if (entity.kind !== 'kr' || entity.metricLink !== null || entity.declaration.broken || entity.laterThan !== null) return [];
  const { reading } = entity;
  if (reading === null || !reading.sound || reading.unit === null || reading.kind === 'milestone' || reading.unit.unit.kind === 'none') return [];
  const name = freeName(strategy, entity);
  return [{ title: `Extract the metric '${name}'`, plan: () => extracted(strategy, entity, reading, name) }];
}

/** A name that nothing bears and nothing uses, so that no reference means something else afterwards. */
function freeName(strategy: Strategy, kr: KeyResult): string {
  const used = new Set(strategy.entities.flatMap(({ declaration, links }) => [declaration.name?.text ?? '', ...links.map(({ reference }) => reference.head)]));
  const own = kr.declaration.name?.text;
  // Inside its objective the key result has the name; at the top it may be free, as long as nothing else uses it.
  const others = strategy.entities.filter((other) => other !== kr && (other.declaration.name?.text === own || other.links.some(({ reference, target }) => reference.head === own && target !== kr)));
  if (own !== undefined && others.length === 0) return own;
  const base = own === undefined ? 'metric' : `${own}-metric`;
  let free = base;
  for (let count = 2; used.has(free); count += 1) free = `${base}-${count}`;
  return free;
}

function extracted(strategy: Strategy, kr: KeyResult, reading: MeasureReading, name: string): Plan {
  const { file, chunk: { chunk: { text } } } = kr.origin;
  const property = firstProperty(kr.declaration, 'measure');
  const { title, body } = kr.declaration;
  if (property === undefined || title === null || reading.unit === null) return { changes: [] };
  const written = text.slice(property.span.start, property.span.end);
  const inHeader = body === null || property.word.start < body.open.start;
  const changes: FileChange[] = inHeader
    ? [
      { file, ...inFile(kr, { start: title.end, end: property.span.end, newText: '' }) },
      { file, ...inFile(kr, lineAfter(kr, null, `metric ${name} ${written}`)) },
    ]
    : [{ file, ...inFile(kr, { start: property.word.start, end: property.word.start, newText: `metric ${name} ` }) }];
  const better = betterOf(reading);
  const metric = `metric ${name} ${text.slice(title.start, title.end)} {\nunit ${writtenUnit(reading.unit)}${better === null ? '' : `\nbetter ${better}`}\n}`;
  return { changes: [...changes, beside(strategy, file, 'metric', metric)] };
}

function betterOf({ kind, direction }: MeasureReading): 'up' | 'down' | null {
  if (kind === 'at-least') return 'up';
  if (kind === 'at-most') return 'down';
  if (direction === null || direction === 0) return null;
  return direction === 1 ? 'up' : 'down';
}
