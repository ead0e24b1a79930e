/** Contributions across teams as nodes and edges. */

import type { Graph, GraphEdge, GraphNode } from '../text/graph.ts';
import { isAnswered, type Contribution, type OwnersModel } from './model.ts';

/** Teams (and people in none); an edge runs from who contributes to who answers, with the number of objectives. */
export function ownersGraph({ contributions, owners }: OwnersModel, title: string): Graph {
  const between = new Map<string, Contribution[]>();
  const nodes = new Map<string, GraphNode>();
  const partners = new Set<string>();
  for (const contribution of contributions) {
    partners.add(contribution.owner.id).add(contribution.contributor.id);
    const key = JSON.stringify([contribution.contributor.id, contribution.owner.id]);
    const known = between.get(key);
    if (known === undefined) between.set(key, [contribution]);
    else known.push(contribution);
  }
  for (const { owner, loads, goals } of owners) {
    const takesPart = partners.has(owner.id);
    const carries = goals.length > 0 || loads.some(({ objectives }) => objectives.length > 0);
    if (owner.kind === 'team' ? takesPart || carries : takesPart) nodes.set(owner.id, { key: owner.id, shape: 'team', label: [owner.title], health: null });
  }
  return {
    title, direction: 'right', nodes: [...nodes.values()], clusters: [],
    edges: [...between.values()].flatMap((found): readonly GraphEdge[] => {
      const [first] = found;
      if (first === undefined) return [];
      return [{
        from: first.contributor.id, to: first.owner.id, kind: found.some(isAnswered) ? 'strong' : 'weak',
        label: `${found.length === 1 ? '1 objective' : `${found.length} objectives`}${found.some(isAnswered) ? '' : ', only named'}`,
      }];
    }),
  };
}
