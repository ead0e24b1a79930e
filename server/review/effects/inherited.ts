/** What a kr or an initiative has from its objective: owners and days that it does not name itself. */

import { formatDay } from '../../../grammar/calendar.ts';
import { firstProperty } from '../../../grammar/tree.ts';
import { knownDays } from '../../model/planning.ts';
import type { Entity, Initiative, KeyResult } from '../../model/strategy.ts';
import { daysText, deadlineKind, periodKind, samePeriod } from '../changes/deadline.ts';
import type { FoundEffect } from '../ledger.ts';
import { ownersOf } from '../subject.ts';
import type { Comparing } from '../view.ts';

type Child = KeyResult | Initiative;

/** What something that moved has from its new objective otherwise than from its old one. */
export function effectsOfMove(base: Child, head: Child, comparing: Comparing): readonly FoundEffect[] {
  const days = base.kind === 'kr' && head.kind === 'kr' ? inheritedDeadline(base, head, comparing)
    : base.kind === 'initiative' && head.kind === 'initiative' ? inheritedPeriod(base, head, comparing) : null;
  return [inheritedOwner(base, head, comparing), days].filter((effect) => effect !== null);
}

/** Other owners of a thing that names none on either side. */
export function inheritedOwner(base: Child, head: Child, comparing: Comparing): FoundEffect | null {
  return base.ownerWritten || head.ownerWritten ? null : ownerEffect(base, head, comparing);
}

/** Other people who are accountable, whatever the names said; null where they are the same. */
export function ownerEffect(base: Entity, head: Entity, { pairs }: Comparing): FoundEffect | null {
  const [was, is] = [ownersOf(base), ownersOf(head)];
  const [before, after] = [new Set(was.map(pairs.identity)), new Set(is.map(pairs.identity))];
  if (before.size === after.size && [...before].every((key) => after.has(key))) return null;
  const kind = before.size === 0 ? 'owner-added' : after.size === 0 ? 'owner-removed' : 'owner-changed';
  return { base, head, what: 'owner', before: idsText(was), after: idsText(is), kind };
}

function idsText(entities: readonly Entity[]): string | null {
  return entities.length === 0 ? null : entities.map(({ id }) => id).join(', ');
}

function inheritedDeadline(base: KeyResult, head: KeyResult, { asOf }: Comparing): FoundEffect | null {
  if (base.by !== null || head.by !== null || base.lastDay === head.lastDay) return null;
  return { base, head, what: 'deadline', before: base.lastDay === null ? null : formatDay(base.lastDay), after: head.lastDay === null ? null : formatDay(head.lastDay), ...deadlineKind(base, head, asOf) };
}

/** Other days of an initiative that names none on either side. */
export function inheritedPeriod(base: Initiative, head: Initiative, { asOf }: Comparing): FoundEffect | null {
  if (namesPeriod(base) || namesPeriod(head)) return null;
  const [was, is] = [knownDays(base.period), knownDays(head.period)];
  if ((was === null && is === null) || samePeriod(base.period, head.period)) return null;
  return { base, head, what: 'period', before: was === null ? null : daysText(was, null), after: is === null ? null : daysText(is, null), ...followed(periodKind(base, head, asOf)) };
}

/** What only follows its objective ends no later than that does. */
function followed({ kind, risk }: ReturnType<typeof periodKind>) {
  return kind === 'date-slipped' ? { kind } : { kind, ...risk === undefined ? {} : { risk } };
}

function namesPeriod({ declaration }: Entity): boolean {
  return firstProperty(declaration, 'period') !== undefined;
}
