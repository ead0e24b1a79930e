/** Alignment and shares: what flows along `supports` (language.md sections 3 and 5). */

import { firstProperty, type SupportTarget } from '../../grammar/tree.ts';
import { supportNode } from './cycles.ts';
import type { Declared, Mutable } from './declare.ts';
import { reachable } from './reachability.ts';
import type { Cycle, Entity, Goal, KeyResult, Link, Objective, ObjectiveSupport } from './strategy.ts';

export type SupportNode = Goal | Objective;

/** What comes to a goal or objective from below: Σ share·score and Σ share over the objectives that have a score. */
export interface Flow {
  readonly scores: number;
  readonly shares: number;
}

/** Whether each share that is written counts: one that is no percentage from 0 up, or takes the sum above 100%, does not. */
export function countingShares(targets: readonly SupportTarget[]): readonly boolean[] {
  let sum = 0;
  return targets.map(({ share }) => {
    if (share === null || share.value === null || share.unit.kind !== 'percent' || share.value < 0 || sum + share.value > 100 + 1e-9) return false;
    sum += share.value;
    return true;
  });
}

/** Fills `supports` of goals and objectives, with the shares worked out. */
export function readSupports(declared: Declared): void {
  declared.goals.forEach(readGoalSupports);
  declared.objectives.forEach(readObjectiveSupports);
}

/** Fills `supports` of a goal. */
export function readGoalSupports(goal: Mutable<Goal>): void {
  goal.supports = supportLinks(goal as Goal).map((link) => link.target).filter((target) => target?.kind === 'goal');
}

/** Fills `supports` of an objective, with the shares worked out. */
export function readObjectiveSupports(objective: Mutable<Objective>): void {
  const targets = firstProperty(objective.declaration, 'supports')?.value ?? [];
  const counts = countingShares(targets);
  const written = targets.map(({ share }, index) => (counts[index] === true ? (share?.value ?? 0) / 100 : null));
  const left = Math.max(0, 1 - written.reduce<number>((sum, share) => sum + (share ?? 0), 0));
  const others = written.filter((share) => share === null).length;
  objective.supports = supportLinks(objective as Objective).map((link, index): ObjectiveSupport => ({
    link, target: supportTarget(link.target), share: written[index] ?? (others === 0 ? 0 : left / others),
  }));
}

/** The links of `supports` that an entity makes. */
export function supportLinks(entity: Entity): readonly Link[] {
  return entity.links.filter((link) => link.kind === 'supports');
}

function supportTarget(target: Entity | null): ObjectiveSupport['target'] {
  return target?.kind === 'goal' || target?.kind === 'objective' || target?.kind === 'kr' ? target : null;
}

function nodeOf(target: Entity | null): SupportNode | null {
  if (target === null) return null;
  const node = supportNode(target);
  return node.kind === 'goal' || node.kind === 'objective' ? node : null;
}

/** What a goal or objective supports, found things only. */
export function supported(node: SupportNode): SupportNode[] {
  return supportLinks(node).map((link) => nodeOf(link.target)).filter((target) => target !== null);
}

/** The goals and objectives of a strategy by what they support. */
export interface SupportGraph {
  readonly nodes: readonly SupportNode[];
  /** What supports a node, found things only. */
  readonly supporters: (node: SupportNode) => readonly SupportNode[];
  /** What stands on a circle. */
  readonly circling: ReadonlySet<Entity>;
  /** Of what cannot be told whole what it supports: a path from it meets a reference that means nothing, or a circle. */
  readonly unclear: ReadonlySet<SupportNode>;
}

/** Reads the `supports` of all goals and objectives. */
export function supportGraph(declared: Declared, cycles: readonly Cycle[]): SupportGraph {
  const nodes: readonly SupportNode[] = [...declared.goals, ...declared.objectives];
  const below = new Map<SupportNode, SupportNode[]>();
  for (const node of nodes) {
    for (const target of supported(node)) {
      const supporters = below.get(target);
      if (supporters === undefined) below.set(target, [node]);
      else supporters.push(node);
    }
  }
  const supporters = (node: SupportNode): readonly SupportNode[] => below.get(node) ?? [];
  const circling = new Set(cycles.filter((cycle) => cycle.kind === 'supports').flatMap((cycle) => [...cycle.members]));
  return { nodes, supporters, circling, unclear: reachable(nodes.filter((node) => circling.has(node) || hidesSupport(node)), supporters) };
}

/** Fills `alignment` of every objective. */
export function align(declared: Declared, { supporters, unclear }: SupportGraph): void {
  const aligned = reachable(declared.goals.filter((goal) => goal.status.value !== 'dropped'), supporters);
  for (const objective of declared.objectives as readonly Mutable<Objective>[]) {
    objective.alignment = aligned.has(objective) ? 'aligned' : unclear.has(objective) ? 'unknown' : 'unaligned';
  }
}

/** The goals that are not dropped to which a path of `supports` leads from an objective. */
export function goalsAbove(objective: Objective): ReadonlySet<Goal> {
  const nodes = reachable<SupportNode>([objective], supported);
  return new Set([...nodes].filter((node) => node.kind === 'goal' && node.status.value !== 'dropped') as Goal[]);
}

/** Whether something that it supports cannot be told: a name that means nothing, or a list that could not be read. */
export function hidesSupport(node: SupportNode): boolean {
  if (supportLinks(node).some((link) => link.target === null)) return true;
  const property = firstProperty(node.declaration, 'supports');
  if (property !== undefined) return property.broken;
  return node.kind === 'objective' && node.declaration.broken;
}

/**
 * What flows up to every goal and objective. The share of an objective in a goal is the sum over its `supports` of the
 * share given there, times 1 where it names the goal, else times the share of what it names in the goal. Nothing flows
 * through what is draft or dropped, nor from or through what stands on a circle.
 */
export function flowsOf(declared: Declared, { circling }: SupportGraph): Map<SupportNode, Flow> {
  const nodes = [...declared.objectives, ...declared.goals].filter((node) => node.laterThan === null);
  const flows = new Map<SupportNode, Flow>();
  const inflow = new Inflow((node) => flows.get(node) ?? NO_FLOW, (node) => circling.has(node));
  for (const node of fromBelow(nodes, circling)) flows.set(node, inflow.into(node));
  return flows;
}

/** What nothing flows to. */
export const NO_FLOW: Flow = { scores: 0, shares: 0 };

/** Sums what flows into things, always in the order of the references, so that the same things give the same sums to the last bit. */
export class Inflow {
  readonly #flowOf: (node: SupportNode) => Flow;
  readonly #isCircling: (node: SupportNode) => boolean;
  /** The shares of those that support many things, by link. */
  readonly #shares = new Map<Objective, ReadonlyMap<Link, number>>();
  readonly #goalShares = new Map<Goal, number>();

  constructor(flowOf: (node: SupportNode) => Flow, isCircling: (node: SupportNode) => boolean) {
    this.#flowOf = flowOf;
    this.#isCircling = isCircling;
  }

  /** What comes to a node, once it is known what comes to each that supports it. */
  into(node: SupportNode): Flow {
    const sum = { scores: 0, shares: 0 };
    this.#add(sum, node);
    // A dropped or draft kr hands nothing on; what it names was named all the same.
    if (node.kind === 'objective') for (const keyResult of node.keyResults) if (!isSilent(keyResult)) this.#add(sum, keyResult);
    return sum;
  }

  #add(sum: { scores: number; shares: number }, target: SupportNode | KeyResult): void {
    for (const link of target.usedBy) {
      const { from } = link;
      if (link.kind !== 'supports' || (from.kind !== 'goal' && from.kind !== 'objective')) continue;
      if (from.laterThan !== null || isSilent(from) || this.#isCircling(from)) continue;
      const out = outflow(from, this.#flowOf(from));
      const share = this.#share(from, link);
      sum.scores += share * out.scores;
      sum.shares += share * out.shares;
    }
  }

  #share(from: SupportNode, link: Link): number {
    if (from.kind === 'goal') return this.#goalShare(from);
    if (from.supports.length <= FEW) return from.supports.find((support) => support.link === link)?.share ?? 0;
    let shares = this.#shares.get(from);
    if (shares === undefined) {
      shares = new Map(from.supports.map((support) => [support.link, support.share]));
      this.#shares.set(from, shares);
    }
    return shares.get(link) ?? 0;
  }

  /** A goal hands on in equal parts. */
  #goalShare(goal: Goal): number {
    let share = this.#goalShares.get(goal);
    if (share === undefined) {
      share = 1 / supportLinks(goal).length;
      this.#goalShares.set(goal, share);
    }
    return share;
  }
}

/** As many are looked through quicker than found in a map. */
const FEW = 16;

/** What a node hands on, with what comes to it: its own score added. */
export function outflow(node: SupportNode, { scores, shares }: Flow): Flow {
  const score = node.kind === 'objective' ? node.score : null;
  return score === null ? { scores, shares } : { scores: scores + score, shares: shares + 1 };
}

/** Whether nothing flows through it. */
export function isSilent(entity: SupportNode | KeyResult): boolean {
  return entity.status.value === 'draft' || entity.status.value === 'dropped';
}

/** Nodes in an order in which each comes after everything that supports it; those on circles, which hand nothing on, at the end. */
function fromBelow(nodes: readonly SupportNode[], circling: ReadonlySet<Entity>): SupportNode[] {
  const waiting = new Map<SupportNode, number>();
  for (const node of nodes) {
    if (circling.has(node)) continue;
    for (const target of supported(node)) waiting.set(target, (waiting.get(target) ?? 0) + 1);
  }
  const ready = nodes.filter((node) => !circling.has(node) && !waiting.has(node));
  for (const node of ready) {
    for (const target of supported(node)) {
      const left = (waiting.get(target) ?? 0) - 1;
      waiting.set(target, left);
      if (left === 0 && !circling.has(target)) ready.push(target);
    }
  }
  return [...ready, ...nodes.filter((node) => circling.has(node))];
}
