/** The driver tree as nodes and edges. */

import { percent } from '../../model/figures.ts';
import type { Graph, GraphNode } from '../text/graph.ts';
import { amountShown } from '../titles.ts';
import type { MetricNode, MetricsModel } from './model.ts';

/** Metrics with what they have now and who moves them; edges run to what they drive. */
export function metricsGraph({ metrics, edges }: MetricsModel, title: string): Graph {
  const apart = metrics.filter(({ place }) => place === 'apart');
  return {
    title, direction: 'right',
    nodes: metrics.map(nodeOf),
    edges: edges.map(({ from, to }) => ({ from, to, label: null, kind: 'strong' })),
    clusters: apart.length === 0 ? [] : [{ title: 'Lead to no goal', keys: apart.map(({ id }) => id) }],
  };
}

function nodeOf(metric: MetricNode): GraphNode {
  const movers = metric.movers.flatMap(({ owners }) => owners.map(({ title }) => title));
  return {
    key: metric.id, shape: metric.place === 'goal' ? 'goal' : 'metric', health: null,
    label: [
      metric.title,
      metric.current === null ? 'no value yet' : amountShown(metric.current),
      ...metric.goals.map(({ goal, score }) => `goal: ${goal.title}${score === null ? '' : ` ${percent(score)}`}`),
      ...movers.length === 0 ? [] : [`moved by ${[...new Set(movers)].join(', ')}`],
    ],
  };
}
