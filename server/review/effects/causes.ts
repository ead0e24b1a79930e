/** Which changes account for what moved elsewhere. */

import type { Entity } from '../../model/strategy.ts';
import type { Entry, FoundEffect } from '../ledger.ts';
import type { Comparing } from '../view.ts';

/** The changes to a thing, on whichever side it is given, whose kind is one of these. */
export function causesAt(entity: Entity, kinds: (kind: string) => boolean, { ledger, pairs }: Comparing): readonly Entry[] {
  const pair = pairs.ofBase(entity) ?? pairs.ofHead(entity);
  const entries = pair === undefined ? ledger.about(entity) : ledger.about(pair.head);
  return entries.filter(({ found }) => kinds(found.kind));
}

/** Notes effects at every one of these changes. */
export function addToAll(entries: readonly Entry[], ...effects: readonly FoundEffect[]): void {
  for (const entry of entries) for (const effect of effects) entry.add(effect);
}

/** It came, went, or bears another name. */
export function isAboutName(kind: string): boolean {
  return /-(?:added|removed|moved)$/.test(kind) && !kind.startsWith('owner-') && !kind.startsWith('checkin-') && !kind.startsWith('evidence-') && !kind.startsWith('goal-metric-')
    || kind === 'renamed' || kind === 'replaced';
}
