/** Realigning: what an objective or a goal may support instead of what it supports now, and the edit that says so. */

import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { firstProperty, type SupportTarget } from '../../../grammar/tree.ts';
import { label, shortLabel } from '../../model/naming.ts';
import { reachable } from '../../model/reachability.ts';
import type { Entity, Goal, KeyResult, Objective, Strategy } from '../../model/strategy.ts';
import type { RealignChoice, RealignChoices, RealignParams, ThingParams } from '../../preview-protocol.ts';
import { inFile, insertedProperty } from '../body-lines.ts';
import { carryOut, type FileChange } from '../plan.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../snapshot.ts';
import { thing } from './things.ts';

/** What has a `supports` of its own. */
type Supporter = Goal | Objective;
type Supported = Goal | Objective | KeyResult;

/** What it supports now, and what it could: goals first, then objectives and key results; nothing that would close a circle. */
export function realignChoices({ analysis }: Snapshot, { id }: ThingParams): RealignChoices | Refusal {
  const supporter = supporterOf(analysis?.strategy, id);
  if (supporter instanceof Refusal || analysis === null) return supporter instanceof Refusal ? supporter : new Refusal('Nothing is known yet.');
  const { strategy } = analysis;
  const now = supportedBy(supporter);
  const candidates: readonly Supported[] = supporter.kind === 'goal' ? strategy.goals : [...strategy.goals, ...strategy.objectives, ...strategy.keyResults];
  const leadingHere = dependents(supporter);
  const targets = candidates.filter((one) => (
    one.laterThan === null && one.declaration.name !== null && !one.closed && !one.past && !now.includes(one) && !leadingHere.has(supporterFor(one))
  ));
  return { id: supporter.id, title: supporter.title ?? supporter.id, supports: now.map(choice), targets: targets.map(choice) };
}

/** The edit after which it supports `to`: in place of `from`, with its share; beside what it supports, where that is null. */
export function realign(snapshot: Snapshot, { id, from, to }: RealignParams): WorkspaceEdit | null | Refusal {
  const strategy = snapshot.analysis?.strategy;
  const supporter = supporterOf(strategy, id);
  if (supporter instanceof Refusal) return supporter;
  const target = thing(strategy, to);
  if (target instanceof Refusal) return target;
  const obstacle = obstacleTo(supporter, target);
  if (obstacle !== null) return new Refusal(obstacle);
  const written = firstProperty(supporter.declaration, 'supports')?.value ?? [];
  const old = from === null ? undefined : written.find(({ reference }) => targetOf(supporter, reference)?.id === from);
  if (from !== null && old === undefined) return new Refusal(`${label(supporter)} does not support '${from}' any more.`);
  return carryOut(snapshot, { changes: [{ file: supporter.origin.file, ...change(supporter, written, old, target) }] });
}

function change(supporter: Supporter, written: readonly SupportTarget[], old: SupportTarget | undefined, target: Entity): Omit<FileChange, 'file'> {
  if (old !== undefined) return inFile(supporter, { start: old.reference.start, end: old.reference.end, newText: target.id });
  const last = written.at(-1);
  if (last === undefined) return insertedProperty(supporter, 'supports', `supports ${target.id}`);
  const { end } = last.share ?? last.reference;
  return inFile(supporter, { start: end, end, newText: `, ${target.id}` });
}

/** Why it cannot support that, in a sentence; null where it can. */
function obstacleTo(supporter: Supporter, target: Entity): string | null {
  if (target === supporter) return `${label(supporter)} cannot support itself.`;
  if (target.kind !== 'goal' && (supporter.kind === 'goal' || (target.kind !== 'objective' && target.kind !== 'kr'))) {
    return supporter.kind === 'goal' ? 'A goal can support goals only.' : 'An objective can support goals, objectives and key results only.';
  }
  if (target.declaration.name === null) return `${label(target)} has no name by which it could be supported: give it one first.`;
  if (supportedBy(supporter).includes(target)) return `${label(supporter)} supports ${shortLabel(target)} already.`;
  if (dependents(supporter).has(supporterFor(target))) return `${label(target)} rests on ${shortLabel(supporter)}: they would support each other in a circle.`;
  return null;
}

function supporterOf(strategy: Strategy | undefined, id: string): Supporter | Refusal {
  const found = thing(strategy, id);
  if (found instanceof Refusal) return found;
  // A key result serves what its objective serves.
  const entity = found.kind === 'kr' ? found.objective : found;
  if (entity.kind !== 'objective' && entity.kind !== 'goal') return new Refusal(`${label(entity)} supports nothing: goals and objectives do.`);
  return entity;
}

function supportedBy(supporter: Supporter): readonly Supported[] {
  if (supporter.kind === 'goal') return supporter.supports;
  return supporter.supports.flatMap(({ target }) => (target === null ? [] : [target]));
}

function targetOf({ links }: Supporter, reference: SupportTarget['reference']): Entity | null {
  return links.find((link) => link.reference === reference)?.target ?? null;
}

/** A kr stands for its objective. */
function supporterFor(entity: Supported): Supporter {
  return entity.kind === 'kr' ? entity.objective : entity;
}

/** Itself, and everything from which a path of `supports` leads to it. */
function dependents(supporter: Supporter): ReadonlySet<Supporter> {
  return reachable<Supporter>([supporter], (one) => {
    const parts: readonly Entity[] = one.kind === 'objective' ? [one, ...one.keyResults] : [one];
    return parts.flatMap(({ usedBy }) => usedBy.flatMap(({ kind, from }) => (
      kind === 'supports' && (from.kind === 'objective' || from.kind === 'goal') ? [from] : []
    )));
  });
}

function choice(entity: Supported): RealignChoice {
  return { id: entity.id, kind: entity.kind, title: entity.title ?? entity.id };
}
