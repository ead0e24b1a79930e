/** Names that stayed as they are and mean nothing now, or something where they meant nothing: an effect of what came, went or was renamed. */

import { formatDay } from '../../../grammar/calendar.ts';
import { sameGoals } from '../changes/alignment.ts';
import { daysText, deadlineKind, periodKind } from '../changes/deadline.ts';
import { shortLabel } from '../../model/naming.ts';
import { deadline, knownDays } from '../../model/planning.ts';
import type { Entity, Goal, Link } from '../../model/strategy.ts';
import type { Entry, FoundEffect } from '../ledger.ts';
import { objectiveOf } from '../matching.ts';
import { textOf } from '../text.ts';
import { foundLinks, linkText, type Comparing } from '../view.ts';
import { addToAll, causesAt, isAboutName } from './causes.ts';
import { inheritedOwner, inheritedPeriod, ownerEffect } from './inherited.ts';

/** Of a thing on both sides: notes each name that is found on one side alone at what it is found to mean there. */
export function noteLostNames(base: Entity, head: Entity, comparing: Comparing): void {
  for (const [one, other, isLost] of [[base, head, true], [head, base, false]] as const) {
    if (other.links.every(({ target }) => target !== null)) continue;
    const found = foundLinks(one);
    for (const link of other.links) {
      const known = link.target === null ? found.get(linkText(link)) : undefined;
      const target = known?.target ?? null;
      if (known === undefined || target === null) continue;
      const causes = causesOf(target, comparing);
      if (causes.length === 0) continue;
      for (const effect of effectsOf(known, target, isLost, base, head, comparing)) addToAll(causes, effect);
    }
  }
}

/** Of a kr or an initiative that came, went or has another id with its objective, what is told of that. */
function causesOf(target: Entity, comparing: Comparing): readonly Entry[] {
  const own = causesAt(target, isAboutName, comparing);
  const objective = objectiveOf(target);
  return own.length > 0 || objective === null ? own : causesAt(objective, isAboutName, comparing);
}

function* effectsOf(link: Link, target: Entity, isLost: boolean, base: Entity, head: Entity, comparing: Comparing): Generator<FoundEffect> {
  const about = { base, head, what: link.kind, before: isLost ? shortLabel(target) : null, after: isLost ? null : shortLabel(target) };
  switch (link.kind) {
    case 'owner': {
      const effect = ownerEffect(base, head, comparing);
      if (effect !== null) yield effect;
      yield* inheritingOwner(base, comparing);
      return;
    }
    case 'supports': {
      // Another alignment or other goals are told where these are worked out.
      const isToldThere = base.kind === 'objective' && head.kind === 'objective' && (base.alignment !== head.alignment || !sameGoals(base, head, comparing));
      if (!isToldThere) yield { ...about, kind: 'realigned', risk: sameGoals(base, head, comparing) ? 'medium' : 'high' };
      return;
    }
    case 'period': case 'by': yield* periodEffects(base, head, comparing); return;
    case 'metric': yield { ...about, kind: head.kind === 'goal' ? (isLost ? 'goal-metric-removed' : 'goal-metric-added') : isMeasured(base) || isMeasured(head) ? 'measure-changed' : 'property-changed' }; return;
    case 'sponsor': case 'with': case 'lead': case 'advances': yield { ...about, kind: `${link.kind}-changed` }; return;
    case 'needs': yield { ...about, kind: 'needs-changed', ...isLost ? { risk: 'low' as const } : {} }; return;
    case 'drives': yield { ...about, kind: 'metric-changed' }; return;
    case 'in': yield { ...about, kind: 'property-changed' }; return;
    default: link.kind satisfies never;
  }
}

function isMeasured(entity: Entity): boolean {
  return entity.kind === 'kr' && entity.reading !== null;
}

/** Krs and initiatives that have their owners from an objective. */
export function* inheritingOwner(base: Entity, comparing: Comparing): Generator<FoundEffect> {
  if (base.kind !== 'objective') return;
  for (const child of [...base.keyResults, ...base.initiatives]) {
    const other = comparing.pairs.ofBase(child)?.head;
    if (other?.kind !== 'kr' && other?.kind !== 'initiative') continue;
    const effect = inheritedOwner(child, other, comparing);
    if (effect !== null) yield effect;
  }
}

/** Initiatives that have their days from an objective. */
export function* inheritingPeriod(base: Entity, comparing: Comparing): Generator<FoundEffect> {
  if (base.kind !== 'objective') return;
  for (const child of base.initiatives) {
    const other = comparing.pairs.ofBase(child)?.head;
    const effect = other?.kind === 'initiative' ? inheritedPeriod(child, other, comparing) : null;
    if (effect !== null) yield effect;
  }
}

/** Other days of something that says the same, and of what has its days from it. */
export function* periodEffects(base: Entity, head: Entity, comparing: Comparing): Generator<FoundEffect> {
  if (base.kind === 'kr' && head.kind === 'kr') {
    if (base.by === null || base.lastDay === head.lastDay) return;
    const day = (one: typeof base.lastDay): string | null => (one === null ? null : formatDay(one));
    yield { base, head, what: 'deadline', before: day(base.lastDay), after: day(head.lastDay), ...deadlineKind(base, head, comparing.asOf) };
    return;
  }
  if (!isTimed(base) || !isTimed(head)) return;
  if (base.kind === 'goal' && head.kind === 'goal') yield* metricDeadlines(base, head);
  const [was, is] = [knownDays(base.period), knownDays(head.period)];
  if (was?.start === is?.start && was?.end === is?.end) return;
  yield { base, head, what: 'period', before: was === null ? null : daysText(was, null), after: is === null ? null : daysText(is, null), ...periodKind(base, head, comparing.asOf) };
  yield* inheritingPeriod(base, comparing);
}

/** Of a goal whose metrics stand as they stood: another day for one of them. */
function* metricDeadlines(base: Goal, head: Goal): Generator<FoundEffect> {
  for (const [index, metric] of base.metrics.entries()) {
    const [clause, other] = [metric.property.value.by[0], head.metrics[index]?.property.value.by[0]];
    if (clause === undefined || other === undefined || clause.period === null || other.period === null) continue;
    const [was, is] = [deadline(clause, base), deadline(other, head)];
    if (was === is || textOf(base, clause.span) !== textOf(head, other.span)) continue;
    const slips = was !== null && (is === null || is > was);
    yield { base, head, what: 'deadline', before: was === null ? null : formatDay(was), after: is === null ? null : formatDay(is), kind: slips ? 'date-slipped' : 'date-pulled-in' };
  }
}

function isTimed(entity: Entity) {
  return entity.kind === 'goal' || entity.kind === 'objective' || entity.kind === 'initiative';
}
