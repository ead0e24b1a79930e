/** Traced metrics: whether a path of `drives` leads from a kr's metric to one of its goals (language.md section 5). */

import { firstProperty } from '../../grammar/tree.ts';
import { supported, type SupportGraph, type SupportNode } from './alignment.ts';
import { BitGraph, BLOCK } from './bit-graph.ts';
import type { Declared, Mutable } from './declare.ts';
import { reachable } from './reachability.ts';
import type { Steps } from './steps.ts';
import type { Cycle, Entity, Goal, KeyResult, Metric, Objective } from './strategy.ts';

/** How many metrics of its goals an objective keeps: as many as a message names, and one that tells of more. */
export const KEPT_METRICS = 6;

/**
 * Fills `traced` of every kr whose metric is found, and the objectives' `goalMetrics`. Unknown where a path of `drives`
 * or `supports` cannot be told whole. Metrics are followed in blocks, so that no chain makes it quadratic.
 */
export function* traceMetrics(declared: Declared, cycles: readonly Cycle[], graph: SupportGraph): Steps<void> {
  const measuring = new Map<Metric, Mutable<KeyResult>[]>();
  for (const keyResult of declared.keyResults) {
    const { metric } = keyResult;
    if (metric === null) continue;
    const others = measuring.get(metric);
    if (others === undefined) measuring.set(metric, [keyResult]);
    else others.push(keyResult);
  }
  keepGoalMetrics(declared.objectives, cycles);
  yield;
  if (measuring.size === 0) return;
  const unknownAbove = withUnknownMetric(declared.goals, graph);
  const unclearDrivers = unclearMetrics(declared.metrics, cycles);
  const isTraced = tracer(declared, cycles, graph);
  const metrics = [...measuring.keys()];
  for (let first = 0; first < metrics.length; first += BLOCK) {
    const block = metrics.slice(first, first + BLOCK);
    const traced = isTraced(block);
    for (const [index, metric] of block.entries()) {
      for (const keyResult of measuring.get(metric) ?? []) {
        const unknown = graph.unclear.has(keyResult.objective) || unknownAbove.has(keyResult.objective) || unclearDrivers.has(metric);
        keyResult.traced = traced(index, keyResult.objective) || (unknown ? null : false);
      }
    }
    yield;
  }
}

/** Whether a path leads from the metric at an index of a block to a metric of a goal to which an objective is aligned. */
function tracer(declared: Declared, cycles: readonly Cycle[], graph: SupportGraph) {
  const metricIndex = indexOf(declared.metrics);
  const nodeIndex = indexOf(graph.nodes);
  const drives = new BitGraph(declared.metrics.map((metric) => indices(metric.drives, metricIndex)), cycles.some(({ kind }) => kind === 'drives'));
  const supports = new BitGraph(graph.nodes.map((node) => indices(supported(node), nodeIndex)), graph.circling.size > 0);
  const goalMetrics = countingGoals(declared.goals).map((goal) => ({
    node: nodeIndex.get(goal) ?? -1, metrics: indices(goal.metrics.flatMap(({ metric }) => metric ?? []), metricIndex),
  }));
  return (block: readonly Metric[]) => {
    const driven = new Int32Array(declared.metrics.length);
    for (const [index, metric] of block.entries()) driven[metricIndex.get(metric) ?? -1] = 1 << index;
    drives.toTargets(driven);
    const reached = new Int32Array(graph.nodes.length);
    for (const { node, metrics } of goalMetrics) reached[node] = metrics.reduce((bits, metric) => bits | (driven[metric] ?? 0), 0);
    supports.toSources(reached);
    return (index: number, objective: Objective): boolean => (((reached[nodeIndex.get(objective) ?? -1] ?? 0) >>> index) & 1) === 1;
  };
}

function indexOf<N>(nodes: readonly N[]): ReadonlyMap<N, number> {
  return new Map(nodes.map((node, index) => [node, index]));
}

function indices<N>(nodes: readonly N[], index: ReadonlyMap<N, number>): number[] {
  return nodes.flatMap((node) => index.get(node) ?? []);
}

/** The goals to which something can be aligned. */
function countingGoals(goals: readonly Goal[]): readonly Goal[] {
  return goals.filter((goal) => goal.status.value !== 'dropped');
}

/** Everything below a goal of which a metric's name means nothing: what it might have named cannot be told. */
function withUnknownMetric(goals: readonly Goal[], { supporters }: SupportGraph): ReadonlySet<SupportNode> {
  return reachable<SupportNode>(countingGoals(goals).filter((goal) => goal.metrics.some(({ metric }) => metric === null)), supporters);
}

/** The metrics from which a path of `drives` meets a reference that means nothing, or a circle. */
function unclearMetrics(metrics: readonly Metric[], cycles: readonly Cycle[]): ReadonlySet<Metric> {
  const drivers = new Map<Metric, Metric[]>();
  for (const metric of metrics) {
    for (const driven of metric.drives) {
      const others = drivers.get(driven);
      if (others === undefined) drivers.set(driven, [metric]);
      else others.push(metric);
    }
  }
  const circling = new Set(cycles.filter((cycle) => cycle.kind === 'drives').flatMap((cycle) => [...cycle.members]));
  return reachable(metrics.filter((metric) => circling.has(metric) || hidesDriver(metric)), (metric) => drivers.get(metric) ?? []);
}

/** Whether something that it drives cannot be told: a name that means nothing, or a list that could not be read. */
export function hidesDriver(metric: Metric): boolean {
  if (metric.links.some((link) => link.kind === 'drives' && link.target === null)) return true;
  return firstProperty(metric.declaration, 'drives')?.broken ?? metric.declaration.broken;
}

/** The metrics of a goal to which something can be aligned. */
export function ownGoalMetrics(node: SupportNode): readonly Metric[] {
  return node.kind === 'goal' && node.status.value !== 'dropped' ? node.metrics.flatMap(({ metric }) => metric ?? []) : NO_METRICS;
}

const NO_METRICS: readonly Metric[] = [];

/** The first few of a node's own metrics and, in the order written, those of what it supports. */
export function firstMetrics(own: readonly Metric[], above: readonly (readonly Metric[])[]): readonly Metric[] {
  const [only = NO_METRICS] = above;
  if (own.length === 0 && above.length <= 1) return only;
  const kept = new Set<Metric>();
  for (const metrics of [own, ...above]) {
    for (const metric of metrics) {
      kept.add(metric);
      if (kept.size === KEPT_METRICS) return [...kept];
    }
  }
  return [...kept];
}

/** The first few metrics of all that a circle of `supports` leads to, in the order of a walk from its first reference. */
export function metricsOfCircle({ first }: Cycle): readonly Metric[] {
  const kept = new Set<Metric>();
  const [start] = nodesOf([first.from]);
  for (const node of start === undefined ? [] : reachable<SupportNode>([start], supported)) {
    for (const metric of ownGoalMetrics(node)) {
      if (kept.size < KEPT_METRICS) kept.add(metric);
    }
  }
  return [...kept];
}

function nodesOf(entities: readonly Entity[]): SupportNode[] {
  return entities.filter((entity) => entity.kind === 'goal' || entity.kind === 'objective');
}

/** Fills `goalMetrics`: handed down from what each node supports, never more than are kept. */
function keepGoalMetrics(objectives: readonly Objective[], cycles: readonly Cycle[]): void {
  const kept = new Map<SupportNode, readonly Metric[]>();
  for (const cycle of cycles) {
    if (cycle.kind !== 'supports') continue;
    const metrics = metricsOfCircle(cycle);
    for (const node of nodesOf([...cycle.members])) kept.set(node, metrics);
  }
  // What a node supports is worked out before it; what circles was above.
  for (const objective of objectives) {
    const stack: SupportNode[] = [objective];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const targets = kept.has(node) ? [] : supported(node);
      const missing = targets.filter((target) => !kept.has(target));
      if (missing.length > 0) {
        for (const target of missing) stack.push(target);
        continue;
      }
      if (!kept.has(node)) kept.set(node, firstMetrics(ownGoalMetrics(node), targets.map((target) => kept.get(target) ?? NO_METRICS)));
      stack.pop();
    }
    (objective as Mutable<Objective>).goalMetrics = kept.get(objective) ?? NO_METRICS;
  }
}
