/** What is above every goal and objective, and what flows to it from below, kept up along the references that changed. */

import type { Day } from '../../../grammar/calendar.ts';
import { hidesSupport, Inflow, isSilent, NO_FLOW, supported, type Flow, type SupportNode } from '../alignment.ts';
import type { Mutable } from '../declare.ts';
import { reachable } from '../reachability.ts';
import { standGoal } from '../standing.ts';
import { each, type Steps } from '../steps.ts';
import { firstMetrics, KEPT_METRICS, metricsOfCircle, ownGoalMetrics } from '../tracing.ts';
import type { Cycle, Goal, KeyResult, Metric, Objective } from '../strategy.ts';
import type { Changes } from './changes.ts';
import { isSameList } from './edit.ts';

/** What paths of `supports` from a goal or objective lead to, itself included. */
export interface Above {
  /** A goal that is not dropped. */
  readonly aligned: boolean;
  /** A reference that means nothing, or a circle. */
  readonly unclear: boolean;
  /** A goal that is not dropped with a metric of which the name means nothing. */
  readonly unknownMetric: boolean;
  /** The first few metrics of these goals; all of them where there are fewer than are kept. */
  readonly metrics: readonly Metric[];
}

const NOTHING: Above = { aligned: false, unclear: false, unknownMetric: false, metrics: [] };
const AT_ONCE = 200;

type CycleOf = (node: SupportNode) => Cycle | undefined;

export class LiveAlignment {
  readonly #above = new Map<SupportNode, Above>();
  /** Without those to which nothing flows. */
  readonly #flows = new Map<SupportNode, Flow>();
  readonly #cycleOf: CycleOf;
  /** To be looked at anew; true where what it leads to may be another though it looks the same. */
  #rising = new Map<SupportNode, boolean>();
  #flowing = new Set<SupportNode>();
  #standing = new Set<Goal>();

  constructor(flows: ReadonlyMap<SupportNode, Flow>, cycleOf: CycleOf) {
    this.#cycleOf = cycleOf;
    for (const [node, flow] of flows) if (flow.shares !== 0 || flow.scores !== 0) this.#flows.set(node, flow);
  }

  /** Notes what is above all goals and objectives, for the first time. */
  * begin(nodes: Iterable<SupportNode>): Steps<void> {
    yield* each(nodes, (node) => { this.#fill(node); });
  }

  above(objective: Objective): Above {
    return this.#above.get(objective) ?? NOTHING;
  }

  /** What a node supports, or what it is, changed (`certainly`), or may have. */
  rises(node: SupportNode, certainly: boolean): void {
    this.#rising.set(node, certainly || (this.#rising.get(node) ?? false));
  }

  /** What flows to it may have changed. */
  flows(node: SupportNode): void {
    this.#flowing.add(node);
  }

  /** What flows from it may have changed. */
  flowsFrom(node: SupportNode): void {
    for (const target of supported(node)) this.#flowing.add(target);
  }

  stands(goal: Goal): void {
    this.#standing.add(goal);
  }

  forget(node: SupportNode): void {
    this.#above.delete(node);
    this.#flows.delete(node);
    this.#rising.delete(node);
    this.#flowing.delete(node);
    this.#standing.delete(node as Goal);
  }

  /** Hands on what changed; tells of the objectives that may lead to other metrics than before. */
  * settle(asOf: Day, changes: Changes, onObjective: (objective: Objective) => void): Steps<void> {
    yield* this.#settleAbove(changes, onObjective);
    yield* this.#settleFlows(changes);
    for (const goal of this.#standing) {
      if (changes.isRemoved(goal)) continue;
      const { score, expected, health } = goal;
      standGoal(goal, this.#flows.get(goal), asOf);
      const now: Pick<Goal, 'score' | 'expected' | 'health'> = goal;
      if (score !== now.score || expected !== now.expected || health !== now.health) changes.touch(goal, 'standing');
    }
    this.#standing = new Set();
  }

  * #settleAbove(changes: Changes, onObjective: (objective: Objective) => void): Steps<void> {
    /** Circles are worked out as one, and anew where something that one of them supports changed. */
    const workedOut = new Set<Cycle>();
    let count = 0;
    for (const [node, certainly] of this.#rising) {
      this.#rising.delete(node);
      if (changes.isRemoved(node)) continue;
      const cycle = this.#cycleOf(node);
      if (cycle !== undefined && workedOut.has(cycle)) continue;
      if (cycle !== undefined) workedOut.add(cycle);
      count += 1;
      if (count % AT_ONCE === 0) yield;
      const after = this.#workOut(node);
      const mayDiffer = (certainly || cycle !== undefined) && after.metrics.length >= KEPT_METRICS;
      for (const one of cycle === undefined ? [node] : nodesOn(cycle)) {
        const before = this.#above.get(one);
        const same = before !== undefined && isSameAbove(before, after);
        if (same && !mayDiffer) continue;
        this.#above.set(one, same ? before : after);
        if (one.kind === 'objective') {
          fillObjective(one, after, changes);
          onObjective(one);
        }
        for (const supporter of supportersOf(one)) {
          const other = this.#cycleOf(supporter);
          if (other !== undefined && other === cycle) continue;
          if (other !== undefined) workedOut.delete(other);
          this.rises(supporter, true);
        }
      }
    }
  }

  * #settleFlows(changes: Changes): Steps<void> {
    const isCircling = (node: SupportNode): boolean => this.#cycleOf(node) !== undefined;
    const inflow = new Inflow((node) => this.#flows.get(node) ?? NO_FLOW, isCircling);
    let count = 0;
    for (const node of this.#flowing) {
      this.#flowing.delete(node);
      if (changes.isRemoved(node)) continue;
      count += 1;
      if (count % AT_ONCE === 0) yield;
      const before = this.#flows.get(node) ?? NO_FLOW;
      const after = node.laterThan === null ? inflow.into(node) : NO_FLOW;
      if (before.scores === after.scores && before.shares === after.shares) continue;
      if (after.shares === 0 && after.scores === 0) this.#flows.delete(node);
      else this.#flows.set(node, after);
      if (node.kind === 'goal') this.#standing.add(node);
      if (!isSilent(node) && node.laterThan === null && !isCircling(node)) this.flowsFrom(node);
    }
  }

  /** For the first time: what it supports first. */
  #fill(start: SupportNode): void {
    const stack = [start];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const missing = this.#above.has(node) || this.#cycleOf(node) !== undefined ? [] : supported(node).filter((target) => !this.#above.has(target));
      if (missing.length > 0) {
        for (const target of missing) stack.push(target);
        continue;
      }
      if (!this.#above.has(node)) this.#above.set(node, this.#workOut(node));
      stack.pop();
    }
  }

  #workOut(node: SupportNode): Above {
    const cycle = this.#cycleOf(node);
    if (cycle !== undefined) return aboveCircle(cycle);
    const own = ownPart(node);
    const targets = new Set<Above>();
    for (const target of supported(node)) targets.add(this.#above.get(target) ?? NOTHING);
    const [only = NOTHING] = targets;
    if (own === NOTHING && targets.size <= 1) return only;
    let { aligned, unclear, unknownMetric } = own;
    for (const above of targets) {
      aligned ||= above.aligned;
      unclear ||= above.unclear;
      unknownMetric ||= above.unknownMetric;
    }
    return { aligned, unclear, unknownMetric, metrics: firstMetrics(own.metrics, Array.from(targets, ({ metrics }) => metrics)) };
  }
}

function ownPart(node: SupportNode): Above {
  const unclear = hidesSupport(node);
  if (node.kind === 'objective' || node.status.value === 'dropped') return unclear ? { ...NOTHING, unclear } : NOTHING;
  return { aligned: true, unclear, unknownMetric: node.metrics.some(({ metric }) => metric === null), metrics: ownGoalMetrics(node) };
}

function nodesOn(cycle: Cycle): SupportNode[] {
  return [...cycle.members].filter((member) => member.kind === 'goal' || member.kind === 'objective');
}

/** The same for everything on a circle. */
function aboveCircle(cycle: Cycle): Above {
  const { first: { from } } = cycle;
  const parts = from.kind === 'goal' || from.kind === 'objective' ? Array.from(reachable<SupportNode>([from], supported), ownPart) : [];
  return {
    aligned: parts.some(({ aligned }) => aligned),
    unclear: true,
    unknownMetric: parts.some(({ unknownMetric }) => unknownMetric),
    metrics: metricsOfCircle(cycle),
  };
}

function isSameAbove(a: Above, b: Above): boolean {
  return a === b || (a.aligned === b.aligned && a.unclear === b.unclear && a.unknownMetric === b.unknownMetric && isSameList(a.metrics, b.metrics));
}

function fillObjective(objective: Mutable<Objective>, { aligned, unclear, metrics }: Above, changes: Changes): void {
  const alignment = aligned ? 'aligned' : unclear ? 'unknown' : 'unaligned';
  if (alignment === objective.alignment && isSameList(metrics, objective.goalMetrics)) return;
  objective.alignment = alignment;
  objective.goalMetrics = metrics;
  changes.touch(objective, 'alignment');
}

/** What supports a goal or objective, or a kr of it. */
function supportersOf(node: SupportNode): Iterable<SupportNode> {
  const named: readonly (SupportNode | KeyResult)[] = node.kind === 'objective' ? [node, ...node.keyResults] : [node];
  const supporters = new Set<SupportNode>();
  for (const { usedBy } of named) {
    for (const { kind, from } of usedBy) {
      if (kind === 'supports' && (from.kind === 'goal' || from.kind === 'objective')) supporters.add(from);
    }
  }
  return supporters;
}
