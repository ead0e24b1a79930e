/** Inlay hints: what a strategy says without writing it: days of periods, worked-out targets, inherited owners, shares. */

import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver-types';
import { formatDay, type DayRange } from '../../grammar/calendar.ts';
import { firstProperty, measuredParts, type ByClause, type Declaration, type PeriodExpression, type PlacedChunk, type Reference } from '../../grammar/tree.ts';
import type { Entity, Goal, MeasureReading, Objective } from '../model/strategy.ts';
import { writeAmount, writeShare } from '../model/amounts.ts';
import { entityOf } from './cursor.ts';
import { nameOf } from './destinations.ts';
import { offsetOf, rangeOf } from './places.ts';
import type { Cancellation, Snapshot } from './snapshot.ts';

/** A hint in the chunk that its declaration stands in. */
interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  /** What the label leads to. */
  readonly leadsTo?: Entity;
}

/** The hints of the declarations that a range touches, in the order of their places. */
export function inlayHints(snapshot: Snapshot, { range }: { readonly range: Range }, token: Cancellation): InlayHint[] {
  const { document: { tree } } = snapshot;
  const start = offsetOf(tree, range.start);
  const end = offsetOf(tree, range.end);
  return tree.chunks
    .filter((placed) => placed.start <= end && placed.start + placed.chunk.text.length >= start)
    .flatMap((placed) => (token.isCancellationRequested ? [] : chunkHints(snapshot, placed)))
    .filter(({ offset }) => offset >= start && offset <= end)
    .map(({ hint }) => hint);
}

function chunkHints(snapshot: Snapshot, placed: PlacedChunk): { readonly offset: number; readonly hint: InlayHint }[] {
  const hints = placed.chunk.declarations.flatMap((declaration) => declarationHints(snapshot, declaration));
  return hints.sort((a, b) => a.offset - b.offset).map((hint) => ({ offset: placed.start + hint.offset, hint: shown(snapshot, placed, hint) }));
}

function shown(snapshot: Snapshot, placed: PlacedChunk, { offset, label, tooltip, leadsTo }: Hint): InlayHint {
  const location = leadsTo === undefined ? null : nameOf(snapshot, leadsTo);
  const part: InlayHintLabelPart = { value: label, ...location === null ? {} : { location } };
  return {
    position: rangeOf(snapshot.document.tree, { start: offset, end: offset }, placed.start).start,
    label: [part],
    tooltip,
    paddingLeft: true,
  };
}

function declarationHints(snapshot: Snapshot, declaration: Declaration): Hint[] {
  const entity = snapshot.analysis === null ? undefined : entityOf(snapshot.analysis.strategy, snapshot.document.path, declaration);
  const own = entity === undefined ? [] : entityHints(entity);
  return [...own, ...declaration.children.flatMap((child) => declarationHints(snapshot, child))];
}

function entityHints(entity: Entity): Hint[] {
  switch (entity.kind) {
    case 'goal': return [...periodHints(entity), ...goalHints(entity)];
    case 'objective': return [...periodHints(entity), ...shareHints(entity)];
    case 'kr': {
      const meanings = meaningsOf(entity);
      const clauses = measuredParts(entity.declaration).flatMap(({ by }) => by);
      return [...targetHints(entity.reading), ...clauses.flatMap((clause) => byHints(meanings, clause)), ...ownerHints(entity)];
    }
    case 'initiative': return [...periodHints(entity), ...ownerHints(entity)];
    case 'strategy': case 'period': case 'team': case 'person': case 'metric': return [];
    default: return entity satisfies never;
  }
}

function goalHints(goal: Goal): Hint[] {
  const meanings = meaningsOf(goal);
  return goal.metrics.flatMap(({ property, reading }) => [...targetHints(reading), ...property.value.by.flatMap((clause) => byHints(meanings, clause))]);
}

/** The days of a period that is named. */
function periodHints(entity: Entity): Hint[] {
  const expression = firstProperty(entity.declaration, 'period')?.value ?? null;
  const named = namedDays(meaningsOf(entity), expression);
  if (named === null) return [];
  const { days: { start, end }, offset, period } = named;
  return [{ offset, label: `${formatDay(start)} .. ${formatDay(end)}`, tooltip: 'The first and the last day of this period.', ...leading(period) }];
}

/** The day that `by` a period means. */
function byHints(meanings: Meanings, { period: expression }: ByClause): Hint[] {
  const named = namedDays(meanings, expression);
  if (named === null) return [];
  return [{ offset: named.offset, label: formatDay(named.days.end), tooltip: 'The last day of this period.', ...leading(named.period) }];
}

interface NamedDays {
  readonly days: DayRange;
  /** Where the name ends. */
  readonly offset: number;
  /** null of a calendar period. */
  readonly period: Entity | null;
}

function namedDays(meanings: Meanings, expression: PeriodExpression | null): NamedDays | null {
  if (expression?.type === 'calendar') {
    const { period, end } = expression.literal;
    return period === null ? null : { days: period, offset: end, period: null };
  }
  if (expression?.type !== 'name') return null;
  const period = meanings.get(expression.reference);
  return period?.kind !== 'period' || period.days === null ? null : { days: period.days, offset: expression.reference.end, period };
}

/** What the references of a declaration mean. */
type Meanings = ReadonlyMap<Reference, Entity | null>;

function meaningsOf({ links }: Entity): Meanings {
  return new Map(links.map(({ reference, target }) => [reference, target]));
}

/** Where a change that is told by its size ends. */
function targetHints(reading: MeasureReading | null): Hint[] {
  if (reading === null || reading.problem !== null || reading.target === null || reading.unit === null) return [];
  const { size, from } = reading.measure;
  if (size === null) return [];
  const unit = from !== null && from.unit.kind !== 'none' ? from : reading.unit;
  return [{ offset: size.end, label: `to ${writeAmount(reading.target, unit)}`, tooltip: 'The target that this change works out to.' }];
}

/** Who is accountable where nobody is named: the objective's owner. */
function ownerHints(entity: Entity & { readonly kind: 'kr' | 'initiative' }): Hint[] {
  const { objective, ownerWritten, owners } = entity;
  const [owner] = owners;
  if (objective === null || ownerWritten || owner === undefined) return [];
  return [{
    offset: endOfFirstLine(entity), label: `owner ${owners.map(({ id }) => id).join(', ')}`, leadsTo: owner,
    tooltip: 'Inherited: no owner is written here, so it has the one of its objective.',
  }];
}

/** Behind everything that is written on the first line, so that the line still reads as it is written. */
function endOfFirstLine({ declaration: { body, span }, origin: { chunk: { chunk } } }: Entity): number {
  const start = body?.open.end ?? span.start;
  const rest = chunk.text.slice(start, span.end);
  const lineEnd = rest.search(/[\n\r]/);
  // A text or a measure of several lines has no line of its own to stand behind.
  return body === null || lineEnd === -1 || rest.slice(0, lineEnd).trim() !== '' ? span.end : start;
}

/** How much of an objective counts for each of several things that it supports. */
function shareHints({ declaration, supports }: Objective): Hint[] {
  const targets = firstProperty(declaration, 'supports')?.value ?? [];
  if (targets.length < 2) return [];
  return targets.flatMap(({ reference, share }, index) => {
    const support = supports[index];
    if (share !== null || support === undefined || support.target === null) return [];
    return [{ offset: reference.end, label: writeShare(support.share), tooltip: 'How much of this objective counts here: those without a percentage share what is left.' }];
  });
}

function leading(entity: Entity | null): Pick<Hint, 'leadsTo'> {
  return entity === null ? {} : { leadsTo: entity };
}
