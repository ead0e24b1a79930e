/**
 * Layouts of the same graph by general layout engines: dagre in the version that Mermaid draws its flowcharts with, and
 * the layered algorithm of the Eclipse Layout Kernel. They are loaded when asked for: they are no dependency of ours.
 */

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

/** Cards with their sizes, and what hangs on or serves what. */
export interface CardGraph {
  readonly cards: readonly { readonly id: string; readonly width: number; readonly height: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export type LayoutRival = (graph: CardGraph) => Promise<void>;

const modules = join(import.meta.dirname, 'node_modules');

async function load(path: string): Promise<unknown> {
  return import(pathToFileURL(join(modules, path)).href);
}

interface DagreGraph {
  setGraph(label: object): DagreGraph;
  setDefaultEdgeLabel(label: () => object): DagreGraph;
  setNode(id: string, label: object): void;
  setEdge(from: string, to: string): void;
  node(id: string): { readonly x?: number };
}

/** What Mermaid uses for its flowcharts. */
export async function dagre(): Promise<LayoutRival> {
  const { layout } = await load('dagre-d3-es/src/dagre/index.js') as { layout: (graph: DagreGraph) => void };
  const { Graph } = await load('dagre-d3-es/src/graphlib/index.js') as { Graph: new () => DagreGraph };
  return async ({ cards, edges }) => {
    const graph = new Graph().setGraph({ rankdir: 'BT' }).setDefaultEdgeLabel(() => ({}));
    for (const { id, width, height } of cards) graph.setNode(id, { width, height });
    for (const { from, to } of edges) graph.setEdge(from, to);
    layout(graph);
    if (cards.some(({ id }) => graph.node(id).x === undefined)) throw new Error('dagre left a card without a place');
  };
}

interface ElkNode { readonly id: string; readonly x?: number; readonly children?: readonly ElkNode[] }

/** What LikeC4 and others can use; elkjs is the Eclipse Layout Kernel compiled to JavaScript. */
export async function elk(): Promise<LayoutRival> {
  const { default: Elk } = await load('elkjs/lib/elk.bundled.js') as { default: new () => { layout: (graph: object) => Promise<ElkNode> } };
  const engine = new Elk();
  return async ({ cards, edges }) => {
    const placed = await engine.layout({
      id: 'map', layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'UP' },
      children: cards.map(({ id, width, height }) => ({ id, width, height })),
      edges: edges.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
    });
    if (placed.children?.some(({ x }) => x === undefined) ?? true) throw new Error('elk left a card without a place');
  };
}
