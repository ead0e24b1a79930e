/** How much a change asks of a leader's attention: by its kind, and by when it happens (review.md section 3, "Risk follows time"). */

import type { Day } from '../../grammar/calendar.ts';
import { knownDays } from '../model/planning.ts';
import type { Entity } from '../model/strategy.ts';
import { changeKinds, RISKS, type ChangeKind, type Risk } from './kinds.ts';

const KINDS: ReadonlyMap<string, ChangeKind> = new Map(changeKinds.map((kind) => [kind.kind, kind]));

/** The kind of that name, which is one of the table. */
export function kindNamed(name: string): ChangeKind {
  const kind = KINDS.get(name);
  if (kind === undefined) throw new Error(`There is no kind of change '${name}'`);
  return kind;
}

/** One level lower. */
export function lower(risk: Risk): Risk {
  return RISKS[Math.min(RISKS.indexOf(risk) + 1, RISKS.length - 1)] ?? 'info';
}

/** The graver of two. */
export function higher(a: Risk, b: Risk): Risk {
  return RISKS.indexOf(a) <= RISKS.indexOf(b) ? a : b;
}

function notAbove(risk: Risk, limit: Risk): Risk {
  return RISKS.indexOf(risk) < RISKS.indexOf(limit) ? limit : risk;
}

/** The risk of a change of that kind to a thing, of which one side may be missing; `row` is the table's, conditions included. */
export function riskAt(kind: ChangeKind, row: Risk, base: Entity | null, head: Entity | null, asOf: Day): Risk {
  const judged = base ?? head;
  if (judged === null) return row;
  if (base !== null && head !== null && isDraft(base) && isDraft(head)) return 'info';
  if (isClosed(judged) && !kind.kind.startsWith('checkin-')) return notAbove(row, 'low');
  return kind.fixed || hasBegun(judged, asOf) ? row : lower(row);
}

/** Whether it is no draft, and as-of is on or after the start of its period; what has none has begun. */
export function hasBegun(entity: Entity, asOf: Day): boolean {
  if (isDraft(entity)) return false;
  const days = daysOf(entity);
  return days === null || asOf >= days.start;
}

function isDraft(entity: Entity): boolean {
  return 'status' in entity && entity.status.value === 'draft';
}

function isClosed(entity: Entity): boolean {
  return 'closed' in entity && entity.closed;
}

/** The days of its period; of what stands in an objective the objective's. */
function daysOf(entity: Entity) {
  switch (entity.kind) {
    case 'goal': case 'objective': return knownDays(entity.period);
    case 'kr': return knownDays(entity.objective.period);
    case 'initiative': return knownDays(entity.objective?.period ?? entity.period);
    default: return null;
  }
}
