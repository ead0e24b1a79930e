/** Objectives that serve other goals, or none, though nobody touched what they support. */

import type { Entity, Objective } from '../../model/strategy.ts';
import { sameGoals } from '../changes/alignment.ts';
import type { Entry, FoundEffect } from '../ledger.ts';
import { ordered } from '../sentences.ts';
import type { Comparing } from '../view.ts';
import { addToAll, isAboutName } from './causes.ts';

const OF_SUPPORT: ReadonlySet<string> = new Set(['unaligned', 'aligned', 'realigned', 'goal-dropped', 'goal-revived']);
const OF_OWN: ReadonlySet<string> = new Set(['unaligned', 'aligned', 'realigned']);
/** Goals are looked through for this many things at most; alignment is known without. */
const MOST_LOOKED_THROUGH = 200_000;
/** Of more steps from changes to what they move the rest is not told. */
const MOST_STEPS = 200_000;

/** Notes at each change of what is supported the objectives whose alignment or goals follow from it. */
export function noteAlignment(comparing: Comparing): void {
  const budget = { left: MOST_LOOKED_THROUGH };
  let steps = 0;
  const effects = new Map<Objective, FoundEffect | null>();
  for (const [things, entries] of causes(comparing)) {
    for (const objective of below(things, comparing)) {
      steps += 1;
      if (steps > MOST_STEPS) {
        comparing.pairs.notes.push('So much changed in what is supported that not every objective that feels it is listed among the effects.');
        return;
      }
      let effect = effects.get(objective);
      if (effect === undefined) {
        effect = effectOn(objective, comparing, budget);
        effects.set(objective, effect);
      }
      if (effect !== null) addToAll(entries, effect);
    }
  }
}

/** The goals, objectives and krs about which there is a change that others may feel, with these changes. */
function causes({ ledger }: Comparing): readonly (readonly [things: readonly Entity[], entries: readonly Entry[]])[] {
  const found = new Map<Entity, { readonly things: readonly Entity[]; readonly entries: Entry[] }>();
  for (const entry of ledger.entries) {
    if ('subject' in entry.found) continue;
    const { base, head, kind } = entry.found;
    const things = [base, head].filter((thing) => thing !== null);
    const [first] = things;
    if (first === undefined || !isSupportable(first) || !(OF_SUPPORT.has(kind) || isAboutName(kind))) continue;
    const known = found.get(first);
    if (known === undefined) found.set(first, { things, entries: [entry] });
    else known.entries.push(entry);
  }
  return [...found.values()].map(({ things, entries }) => [things, entries] as const);
}

function isSupportable({ kind }: Entity): boolean {
  return kind === 'goal' || kind === 'objective' || kind === 'kr';
}

/** Objectives of head that are on both sides and support these, directly or not; not beyond one whose own support changed. */
function* below(things: readonly Entity[], comparing: Comparing): Generator<Objective> {
  const seen = new Set<Entity>(things);
  const waiting = [...things];
  for (const thing of waiting) {
    for (const { kind, from } of referring(thing)) {
      if (kind !== 'supports' || seen.has(from)) continue;
      seen.add(from);
      if (changedItself(from, comparing)) continue;
      const pair = comparing.pairs.ofBase(from) ?? comparing.pairs.ofHead(from);
      for (const side of pair === undefined ? [from] : [pair.base, pair.head]) {
        seen.add(side);
        waiting.push(side);
      }
      if (pair?.head.kind === 'objective') yield pair.head;
    }
  }
}

/** Whatever names it, and whatever names a kr in it. */
function* referring(thing: Entity) {
  yield* thing.usedBy;
  if (thing.kind === 'objective') for (const keyResult of thing.keyResults) yield* keyResult.usedBy;
}

function changedItself(entity: Entity, { ledger }: Comparing): boolean {
  return ledger.about(entity).some(({ found }) => OF_OWN.has(found.kind));
}

function effectOn(head: Objective, comparing: Comparing, budget: { left: number }): FoundEffect | null {
  const base = comparing.pairs.ofHead(head)?.base;
  if (base?.kind !== 'objective') return null;
  if (base.alignment !== head.alignment) {
    const about = { base, head, what: 'alignment', before: base.alignment, after: head.alignment };
    if (base.alignment === 'aligned' && head.alignment === 'unaligned') return { ...about, kind: 'unaligned' };
    if (base.alignment === 'unaligned' && head.alignment === 'aligned') return { ...about, kind: 'aligned' };
    return { ...about, kind: 'realigned', risk: base.alignment === 'aligned' ? 'high' : 'medium' };
  }
  if (budget.left <= 0) return null;
  budget.left -= base.goals.size + head.goals.size + 1;
  if (sameGoals(base, head, comparing)) return null;
  return { base, head, what: 'goals', before: goalsText(base), after: goalsText(head), kind: 'realigned', risk: 'high' };
}

function goalsText({ goals }: Objective): string | null {
  return goals.size === 0 ? null : ordered([...goals].map(({ id }) => id)).join(', ');
}
