/** What other days of a declared period, or of an objective, do to what goes by them. */

import type { Entity, Period } from '../../model/strategy.ts';
import type { Entry } from '../ledger.ts';
import type { Comparing } from '../view.ts';
import { addToAll } from './causes.ts';
import { inheritingOwner, inheritingPeriod, periodEffects } from './lost-names.ts';
import { movedMeasures } from './metric.ts';

/** Notes at each redefined period the things that name it, and at each objective whose owners or days changed what has them from it. */
export function noteInheritance(comparing: Comparing): void {
  for (const entry of comparing.ledger.entries) {
    const { found } = entry;
    if ('subject' in found || found.base === null || found.head === null) continue;
    const { kind, base, head } = found;
    if (kind === 'period-redefined' && base.kind === 'period' && head.kind === 'period') notePeriod(base, head, entry, comparing);
    else if (kind.startsWith('owner-')) for (const effect of inheritingOwner(base, comparing)) entry.add(effect);
    else if (found.property === 'period') noteDays(base, entry, comparing);
  }
}

function notePeriod(base: Period, head: Period, entry: Entry, comparing: Comparing): void {
  for (const user of new Set(head.usedBy.filter(({ kind }) => kind !== 'in').map(({ from }) => from))) {
    const before = comparing.pairs.ofHead(user)?.base;
    if (before === undefined || !before.links.some(({ target }) => target === base)) continue;
    addToAll([entry], ...periodEffects(before, user, comparing));
    noteStarts(before, entry, comparing);
  }
}

function noteDays(base: Entity, entry: Entry, comparing: Comparing): void {
  addToAll([entry], ...inheritingPeriod(base, comparing));
  noteStarts(base, entry, comparing);
}

/** Measures without a start of their own begin where their metric stood when the period began. */
function noteStarts(base: Entity, entry: Entry, comparing: Comparing): void {
  if (base.kind === 'goal') noteStart(base, entry, comparing);
  if (base.kind === 'objective') for (const keyResult of base.keyResults) noteStart(keyResult, entry, comparing);
}

function noteStart(base: Entity, entry: Entry, comparing: Comparing): void {
  const head = comparing.pairs.ofBase(base)?.head;
  if (head !== undefined) addToAll([entry], ...movedMeasures(base, head, comparing));
}
