/** Traced metrics: whether a path of `drives` leads from a kr's metric to one of its goals (language.md section 5). */

import { firstProperty } from '../../grammar/tree.ts';
import { supported, type SupportGraph, type SupportNode } from './alignment.ts';
import { BitGraph, BLOCK } from './bit-graph.ts';
import type { Declared, Mutable } from './declare.ts';
import { reachable } from './reachability.ts';
import type { Cycle, Goal, KeyResult, Metric, Objective } from './strategy.ts';

/** How many metrics of its goals an objective keeps: as many as a message names, and one that tells of more. */
const KEPT_METRICS = 6;

/**
 * Fills `traced` of every kr whose metric is found, and the objectives' `goalMetrics`. Unknown where a path of `drives`
 * or `supports` cannot be told whole. Metrics are followed in blocks, so that no chain makes it quadratic.
 */
export function traceMetrics(declared: Declared, cycles: readonly Cycle[], graph: SupportGraph): void {
  const measuring = new Map<Metric, Mutable<KeyResult>[]>();
  for (const keyResult of declared.keyResults) {
    const { metric } = keyResult;
    if (metric === null) continue;
    const others = measuring.get(metric);
    if (others === undefined) measuring.set(metric, [keyResult]);
    else others.push(keyResult);
  }
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
  }
  keepGoalMetrics(declared.objectives, graph);
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

function hidesDriver(metric: Metric): boolean {
  if (metric.links.some((link) => link.kind === 'drives' && link.target === null)) return true;
  return firstProperty(metric.declaration, 'drives')?.broken ?? metric.declaration.broken;
}

/** Fills `goalMetrics`: handed down from what each node supports, never more than are kept. */
function keepGoalMetrics(objectives: readonly Objective[], graph: SupportGraph): void {
  const kept = new Map<SupportNode, ReadonlySet<Metric>>();
  const none: ReadonlySet<Metric> = new Set();
  const own = (node: SupportNode): readonly Metric[] =>
    node.kind === 'goal' && node.status.value !== 'dropped' ? node.metrics.flatMap(({ metric }) => metric ?? []) : [];
  const waiting = graph.nodes.filter((node) => own(node).length > 0);
  for (const node of waiting) kept.set(node, new Set(own(node).slice(0, KEPT_METRICS)));
  for (const node of waiting) {
    for (const supporter of graph.supporters(node)) {
      const before = kept.get(supporter) ?? none;
      const after = new Set([...before, ...kept.get(node) ?? none].slice(0, Math.max(before.size, KEPT_METRICS)));
      if (after.size === before.size) continue;
      kept.set(supporter, after);
      waiting.push(supporter);
    }
  }
  for (const objective of objectives as readonly Mutable<Objective>[]) objective.goalMetrics = [...kept.get(objective) ?? none];
}
