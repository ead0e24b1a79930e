/** Objectives that serve other goals, or none, though nobody touched what they support. */

import type { Entity, Link, Objective } from '../../model/strategy.ts';
import { sameGoals } from '../changes/alignment.ts';
import type { Entry, FoundEffect } from '../ledger.ts';
import type { Comparing } from '../view.ts';
import { addToAll, isAboutName } from './causes.ts';

const OF_SUPPORT: ReadonlySet<string> = new Set(['unaligned', 'aligned', 'realigned', 'goal-dropped', 'goal-revived']);
const OF_OWN: ReadonlySet<string> = new Set(['unaligned', 'aligned', 'realigned']);
/** Of more steps from changes to what they move the rest is not told. */
const MOST_STEPS = 200_000;

/** Notes at each change of what is supported the objectives whose alignment or goals follow from it. */
export function noteAlignment(comparing: Comparing): void {
  let steps = 0;
  const effects = new Map<Objective, FoundEffect | null>();
  for (const [things, entries] of causes(comparing)) {
    const onlyLost = entries.every(({ found }) => isAboutName(found.kind));
    for (const objective of below(things, onlyLost, comparing)) {
      steps += 1;
      if (steps > MOST_STEPS) {
        comparing.pairs.notes.push('So much changed in what is supported that not every objective that feels it is listed among the effects.');
        return;
      }
      let effect = effects.get(objective);
      if (effect === undefined) {
        effect = effectOn(objective, comparing);
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
function* below(things: readonly Entity[], onlyLost: boolean, comparing: Comparing): Generator<Objective> {
  const seen = new Set<Entity>(things);
  const waiting = [...things];
  for (const [index, thing] of waiting.entries()) {
    const isFirst = index < things.length;
    for (const link of referring(thing)) {
      const { kind, from } = link;
      if (kind !== 'supports' || seen.has(from) || (isFirst && onlyLost && !isLost(link, comparing))) continue;
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

/** The name that stands there means nothing on the other side. */
function isLost({ from, reference }: Link, { pairs }: Comparing): boolean {
  const pair = pairs.ofBase(from) ?? pairs.ofHead(from);
  if (pair === undefined) return false;
  const other = pair.base === from ? pair.head : pair.base;
  return other.links.some(({ kind, target, reference: { text } }) => kind === 'supports' && target === null && text === reference.text);
}

/** Whatever names it, and whatever names a kr in it. */
function* referring(thing: Entity) {
  yield* thing.usedBy;
  if (thing.kind === 'objective') for (const keyResult of thing.keyResults) yield* keyResult.usedBy;
}

function changedItself(entity: Entity, { ledger }: Comparing): boolean {
  return ledger.about(entity).some(({ found }) => OF_OWN.has(found.kind));
}

function effectOn(head: Objective, comparing: Comparing): FoundEffect | null {
  const base = comparing.pairs.ofHead(head)?.base;
  if (base?.kind !== 'objective') return null;
  if (base.alignment !== head.alignment) {
    const about = { base, head, what: 'alignment', before: base.alignment, after: head.alignment };
    if (base.alignment === 'aligned' && head.alignment === 'unaligned') return { ...about, kind: 'unaligned' };
    if (base.alignment === 'unaligned' && head.alignment === 'aligned') return { ...about, kind: 'aligned' };
    return { ...about, kind: 'realigned', risk: base.alignment === 'aligned' ? 'high' : 'medium' };
  }
  if (sameGoals(base, head, comparing)) return null;
  return { base, head, what: 'goals', before: goalsText(base, comparing), after: goalsText(head, comparing), kind: 'realigned', risk: 'high' };
}

function goalsText(objective: Objective, { reach }: Comparing): string | null {
  const goals = reach.of(objective);
  return goals.length === 0 ? null : goals.map(({ id }) => id).join(', ');
}
