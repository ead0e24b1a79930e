/** Graphs in DOT, the language of Graphviz. */

import type { Health } from '../../model/strategy.ts';
import { labelLine, nodeNames, type Graph, type GraphNode, type GraphShape } from './graph.ts';

const SHAPES: Readonly<Record<GraphShape, string>> = {
  goal: 'hexagon', objective: 'box', kr: 'ellipse', initiative: 'parallelogram', metric: 'box', team: 'box',
};

const COLOURS: Readonly<Partial<Record<Health, string>>> = {
  'on-track': 'color="#1a7f4b" penwidth=2', 'at-risk': 'color="#a86200" penwidth=2 style=dashed', 'off-track': 'color="#c62828" penwidth=3',
  done: 'color="#2459b8" penwidth=2', paused: 'color="#6b7686" style=dotted', draft: 'color="#6b7686" style=dotted', dropped: 'color="#6b7686" style=dotted',
};

/** A directed graph. */
export function dotGraph({ title, direction, nodes, edges, clusters }: Graph): string {
  const names = nodeNames(nodes);
  const clustered = new Set(clusters.flatMap(({ keys }) => keys));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const lines = [
    `digraph ${quoted(labelLine(title))} {`,
    `  graph [rankdir=${direction === 'up' ? 'BT' : 'LR'} label=${quoted(labelLine(title))} labelloc=t fontname="Helvetica"];`,
    '  node [fontname="Helvetica" fontsize=11 margin="0.15,0.08"];',
    '  edge [fontname="Helvetica" fontsize=9];',
    ...nodes.filter(({ key }) => !clustered.has(key)).map((node) => `  ${nodeLine(node, names.get(node.key) ?? '')}`),
    ...clusters.flatMap((cluster, index) => [
      `  subgraph cluster_${index + 1} {`,
      `    label=${quoted(labelLine(cluster.title))}; style=dashed;`,
      ...cluster.keys.flatMap((key) => byKey.get(key) ?? []).map((node) => `    ${nodeLine(node, names.get(node.key) ?? '')}`),
      '  }',
    ]),
    ...edges.flatMap(({ from, to, label, kind }) => {
      const [start, end] = [names.get(from), names.get(to)];
      if (start === undefined || end === undefined) return [];
      const attributes = [
        ...label === null ? [] : [`label=${quoted(labelLine(label))}`],
        ...kind === 'strong' ? [] : ['style=dashed constraint=false'],
        ...kind === 'conflict' ? ['dir=both color="#b3261e"'] : [],
      ];
      return [`  ${start} -> ${end}${attributes.length === 0 ? '' : ` [${attributes.join(' ')}]`};`];
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function nodeLine({ shape, label, health }: GraphNode, name: string): string {
  const colour = health === null ? undefined : COLOURS[health];
  return `${name} [label="${label.map((line) => escaped(labelLine(line))).join('\\n')}" shape=${SHAPES[shape]}${colour === undefined ? '' : ` ${colour}`}];`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Within quotes only a quote and a backslash mean something. */
function escaped(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/[\r\n]+/g, ' ');
}
