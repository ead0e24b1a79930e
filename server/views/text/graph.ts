/** A view as nodes and edges, for the languages that draw graphs. */

import { shown } from '../../model/shown.ts';
import type { Health } from '../../model/strategy.ts';
import { shortened } from '../titles.ts';

export type GraphShape = 'goal' | 'objective' | 'kr' | 'initiative' | 'metric' | 'team';

export interface GraphNode {
  readonly key: string;
  readonly shape: GraphShape;
  /** Lines of plain text. */
  readonly label: readonly string[];
  readonly health: Health | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  /** `weak`: one that is not the main one. `conflict`: has no direction. */
  readonly kind: 'strong' | 'weak' | 'conflict';
}

/** Nodes that stand together under a title. */
export interface GraphCluster {
  readonly title: string;
  readonly keys: readonly string[];
}

export interface Graph {
  readonly title: string;
  /** Where edges run to. */
  readonly direction: 'up' | 'right';
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly clusters: readonly GraphCluster[];
}

/** Characters of a line of a label. */
const LONGEST = 120;

/** A text as a line of a label. */
export function labelLine(text: string): string {
  return shown(shortened(text.replace(/\s+/g, ' ').trim(), LONGEST));
}

/** Names of nodes that any of the languages takes: letters, digits and `_`, each once. */
export function nodeNames(nodes: readonly GraphNode[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, shape } of nodes) {
    const base = `${shape}_${key.slice(0, 80).replace(/[^A-Za-z0-9]+/g, '_')}`;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}
