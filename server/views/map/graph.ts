/** The map as nodes and edges. */

import { percent } from '../../model/figures.ts';
import type { Graph, GraphEdge } from '../text/graph.ts';
import { entryStanding, type MapTable } from './table.ts';

/** Everything with a card, and krs; edges run to what is supported. */
export function mapGraph({ entries, edges, conflicts }: MapTable, title: string): Graph {
  const main = new Set(entries.flatMap(({ id, under }) => (under === null ? [] : [pair(id, under.id)])));
  const apart: string[] = [];
  let within = false;
  for (const { depth, id, apart: reason } of entries) {
    if (depth === 0) within = reason !== null;
    if (within) apart.push(id);
  }
  return {
    title, direction: 'up',
    nodes: entries.map((entry) => ({
      key: entry.id, shape: entry.kind, health: entry.health,
      label: [entry.title, entryStanding(entry), ...entry.kind === 'kr' || entry.owners.length === 0 ? [] : [entry.owners.map(({ title: owner }) => owner).join(', ')]],
    })),
    edges: [
      ...entries.flatMap(({ kind, id, under }): readonly GraphEdge[] => (kind === 'kr' && under !== null ? [{ from: id, to: under.id, label: null, kind: 'strong' }] : [])),
      ...edges.map(({ from, to, share }): GraphEdge => ({ from, to, label: share === null ? null : percent(share), kind: main.has(pair(from, to)) ? 'strong' : 'weak' })),
      ...conflicts.map(({ between: [from, to] }): GraphEdge => ({ from, to, label: 'conflict', kind: 'conflict' })),
    ],
    clusters: apart.length === 0 ? [] : [{ title: 'Serve no goal', keys: apart }],
  };
}

function pair(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
