/** What goals and objectives serve: `unaligned`, `aligned`, `realigned`. */

import { label } from '../../model/naming.ts';
import type { Entity, Goal, Objective } from '../../model/strategy.ts';
import { spanOf } from '../spans.ts';
import { propertyText } from '../text.ts';
import { inPlace, midLabel } from '../sentences.ts';
import { linksAcross, type Comparing, type View } from '../view.ts';

/** Shares that differ by no more than half a point are the same promise. */
const HALF_A_POINT = 0.005;
const TOLERANCE = 1e-9;

/** Records other targets or shares of the `supports` of a goal or objective. */
export function compareSupports(view: View<Goal | Objective>): void {
  if (!view.take('supports')) return;
  const { base, head, comparing } = view;
  const difference = differenceOfShares(sharesOf(view, base, head), sharesOf(view, head, base));
  if (difference === 0) return;
  const [before, after] = [propertyText(base, 'supports'), propertyText(head, 'supports')];
  const about = { base, head, property: 'supports', before, after, spans: [spanOf(base, 'supports'), spanOf(head, 'supports')] as const };
  if (difference <= HALF_A_POINT + TOLERANCE) {
    comparing.ledger.record({ ...about, kind: 'property-changed', message: `Shares of ${midLabel(head)} changed by half a point or less: ${inPlace(before, after)}.` });
  } else if (base.kind === 'objective' && head.kind === 'objective' && losesAlignment(base, head, comparing.pairs.ofHead.bind(comparing.pairs), 'base')) {
    comparing.ledger.record({ ...about, kind: 'unaligned', message: `${label(head)} no longer serves any goal${before === null ? '' : `; it supported ${before}`}.` });
  } else if (base.kind === 'objective' && head.kind === 'objective' && losesAlignment(head, base, comparing.pairs.ofBase.bind(comparing.pairs), 'head')) {
    comparing.ledger.record({ ...about, kind: 'aligned', message: `${label(head)} now serves a goal: it supports ${after ?? 'nothing'}.` });
  } else {
    const others = !sameGoals(base, head, comparing);
    comparing.ledger.record({ ...about, kind: 'realigned', ...others ? { risk: 'high' as const } : {}, message: `${label(head)} now supports ${inPlace(before, after)}${others ? ', and so serves other goals' : '; the goals that it serves are the same'}.` });
  }
}

/** What is supported, with the share that it gets. */
function sharesOf(view: View<Goal | Objective>, entity: Goal | Objective, other: Entity): ReadonlyMap<string, number> {
  const linkOf = linksAcross(entity, other);
  const shares = new Map<string, number>();
  const links = entity.links.filter((link) => link.kind === 'supports');
  for (const [index, link] of links.entries()) {
    const target = linkOf(link.reference)?.target ?? null;
    const key = target === null ? `?${link.reference.text}` : view.identity(target);
    const share = entity.kind === 'objective' ? entity.supports[index]?.share ?? 0 : 1 / links.length;
    shares.set(key, (shares.get(key) ?? 0) + share);
  }
  return shares;
}

/** The largest difference of a share, 0 … 1; 1 where the targets are others. */
function differenceOfShares(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let largest = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === undefined || is === undefined) return 1;
    if (Math.abs(was - is) > TOLERANCE) largest = Math.max(largest, Math.abs(was - is));
  }
  return largest;
}

/**
 * From `from` to `to` alignment is lost, and by what `to` itself supports: its targets, where they were on the side of
 * `from`, led to no goal there either.
 */
function losesAlignment(from: Objective, to: Objective, pairOf: Comparing['pairs']['ofHead'], side: 'base' | 'head'): boolean {
  if (from.alignment !== 'aligned' || to.alignment !== 'unaligned') return false;
  return !to.supports.some(({ target }) => target !== null && leads(pairOf(target)?.[side] ?? null));
}

function leads(entity: Entity | null): boolean {
  switch (entity?.kind) {
    case 'goal': return entity.status.value !== 'dropped';
    case 'objective': return entity.alignment === 'aligned';
    case 'kr': return entity.objective.alignment === 'aligned';
    default: return false;
  }
}

/** Whether the goals that a thing reaches are the same on both sides. */
export function sameGoals(base: Entity, head: Entity, { pairs, reach }: Comparing): boolean {
  const [before, after] = [reach.of(base), reach.of(head)];
  if (before.length !== after.length) return false;
  const known = new Set<Entity>(after);
  return before.every((goal) => {
    const other = pairs.ofBase(goal)?.head;
    return other !== undefined && known.has(other);
  });
}
