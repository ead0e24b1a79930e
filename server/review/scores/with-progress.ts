/**
 * The base strategy with head's check-ins and `now` put in: what it would be worth had only progress been reported
 * (review.md section 5, `byProgress`).
 */

import {
  allProperties, firstProperty,
  type Declaration, type InitiativeDeclaration, type KeyResultDeclaration, type NowClause, type Property, type PropertyNamed,
} from '../../../grammar/tree.ts';
import { nowClause } from '../../model/references.ts';
import type { Goal, KeyResult, Metric, SourceFile, Strategy } from '../../model/strategy.ts';
import type { Pairs } from '../review.ts';

/** The files of base with head's progress in them; null where no progress was reported or taken back. */
export function filesWithProgress(base: Strategy, pairs: Pairs): readonly SourceFile[] | null {
  const replaced = new Map<Declaration, Declaration>();
  const changed = new Set<SourceFile>();
  for (const entity of [...base.keyResults, ...base.metrics, ...base.goals]) {
    const head = pairs.ofBase(entity)?.head;
    if (head?.kind !== 'kr' && head?.kind !== 'metric' && head?.kind !== 'goal') continue;
    if (head.declaration === entity.declaration) continue;
    const properties = withProgressOf(entity, head, pairs);
    if (properties === null) continue;
    replaced.set(entity.declaration, { ...entity.declaration, properties });
    changed.add(entity.origin.file);
  }
  if (replaced.size === 0) return null;
  return base.files.map((file) => (changed.has(file) ? withDeclarations(file, replaced) : file));
}

function withDeclarations(file: SourceFile, replaced: ReadonlyMap<Declaration, Declaration>): SourceFile {
  if (file.tree === null) return file;
  const chunks = file.tree.chunks.map((placed) => {
    const declarations = placed.chunk.declarations.map((declaration) => withParts(declaration, replaced));
    return { start: placed.start, chunk: { ...placed.chunk, declarations } };
  });
  return { path: file.path, tree: { ...file.tree, chunks } };
}

function withParts(declaration: Declaration, replaced: ReadonlyMap<Declaration, Declaration>): Declaration {
  const own = replaced.get(declaration) ?? declaration;
  if (!own.children.some((child) => replaced.has(child))) return own;
  // What stands in the place of a key result is one.
  const children = own.children.map((child) => (replaced.get(child) ?? child) as KeyResultDeclaration | InitiativeDeclaration);
  return { ...own, children };
}

/** The properties of base's declaration with head's progress; null where both say the same. */
function withProgressOf(base: KeyResult | Metric | Goal, head: KeyResult | Metric | Goal, pairs: Pairs): readonly Property[] | null {
  if (base.kind === 'goal') return head.kind === 'goal' ? withNowOfMetrics(base, head, pairs) : null;
  if (head.kind === 'goal') return null;
  const [now, checkins] = [nowOf(head), allProperties(head.declaration, 'checkin')];
  if (sameNow(nowOf(base), now) && sameCheckins(allProperties(base.declaration, 'checkin'), checkins)) return null;
  const kept = base.declaration.properties.filter(({ name }) => name !== 'now' && name !== 'checkin').map(withoutNow);
  return [...kept, ...now === undefined ? [] : [nowProperty(now)], ...checkins];
}

function nowOf(entity: KeyResult | Metric): NowClause | undefined {
  return entity.kind === 'kr' ? nowClause(entity.declaration) : firstProperty(entity.declaration, 'now')?.value;
}

function withNowOfMetrics(base: Goal, head: Goal, pairs: Pairs): readonly Property[] | null {
  const properties = base.declaration.properties.map((property): Property => {
    const own = base.metrics.find((metric) => metric.property === property);
    if (own?.metric === undefined || own.metric === null || property.name !== 'metric') return property;
    const metric = pairs.ofBase(own.metric)?.head;
    const other = head.metrics.find((candidate) => candidate.metric !== null && candidate.metric === metric);
    if (other === undefined || sameNow(own.property.value.now[0], other.property.value.now[0])) return property;
    return { ...property, value: { ...property.value, now: other.property.value.now } };
  });
  return properties.some((property, index) => property !== base.declaration.properties[index]) ? properties : null;
}

function withoutNow(property: Property): Property {
  if (property.name === 'measure') return { ...property, value: { ...property.value, now: [] } };
  if (property.name === 'metric') return { ...property, value: { ...property.value, now: [] } };
  return property;
}

function nowProperty(value: NowClause): PropertyNamed<'now'> {
  return { name: 'now', value, span: value.span, word: value.word, broken: false };
}

function sameNow(a: NowClause | undefined, b: NowClause | undefined): boolean {
  return JSON.stringify(progressOf(a?.value ?? null)) === JSON.stringify(progressOf(b?.value ?? null));
}

function sameCheckins(a: readonly PropertyNamed<'checkin'>[], b: readonly PropertyNamed<'checkin'>[]): boolean {
  const told = (checkins: readonly PropertyNamed<'checkin'>[]): string => JSON.stringify(checkins.map(({ value }) => [value.date?.day, progressOf(value.value)]));
  return told(a) === told(b);
}

/** What a value says, wherever it stands. */
function progressOf(value: NowClause['value']): unknown {
  if (value === null) return null;
  return value.type === 'done' ? value.done : [value.quantity.value, value.quantity.unit, value.quantity.per];
}
