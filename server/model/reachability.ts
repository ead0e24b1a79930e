/** Walks over a graph of things: sets that all reach each other, and shortest circles. Iterative, so that no depth overflows. */

/**
 * Tarjan's strongly connected components of the graph that `next` spans over `nodes`. Only components that hold a
 * circle are given: more than one node, or one that points at itself.
 */
export function circles<N>(nodes: Iterable<N>, next: (node: N) => readonly N[]): N[][] {
  const index = new Map<N, number>();
  const low = new Map<N, number>();
  const onStack = new Set<N>();
  const stack: N[] = [];
  const found: N[][] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    const work: { node: N; targets: readonly N[]; at: number }[] = [];
    const enter = (node: N): void => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      onStack.add(node);
      work.push({ node, targets: next(node), at: 0 });
    };
    enter(root);
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const target = frame.targets[frame.at++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) lower(low, frame.node, index.get(target));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) lower(low, parent.node, low.get(frame.node));
      if (low.get(frame.node) !== index.get(frame.node)) continue;
      const component = popTo(stack, onStack, frame.node);
      if (component.length > 1 || frame.targets.includes(frame.node)) found.push(component);
    }
  }
  return found;
}

function lower<N>(low: Map<N, number>, node: N, value: number | undefined): void {
  const own = low.get(node);
  if (own !== undefined && value !== undefined && value < own) low.set(node, value);
}

function popTo<N>(stack: N[], onStack: Set<N>, last: N): N[] {
  const component: N[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    onStack.delete(node);
    component.push(node);
    if (node === last) break;
  }
  return component;
}

/** The edges of a shortest path from `from` to `to` (`[]` where they are the same); null where there is none. */
export function shortestPath<N, E>(from: N, to: N, edges: (node: N) => readonly E[], target: (edge: E) => N | null): E[] | null {
  if (from === to) return [];
  const cameBy = new Map<N, { edge: E; node: N }>();
  const queue: N[] = [from];
  for (const node of queue) {
    for (const edge of edges(node)) {
      const reached = target(edge);
      if (reached === null || reached === from || cameBy.has(reached)) continue;
      cameBy.set(reached, { edge, node });
      if (reached === to) return pathTo(cameBy, to);
      queue.push(reached);
    }
  }
  return null;
}

function pathTo<N, E>(cameBy: ReadonlyMap<N, { edge: E; node: N }>, to: N): E[] {
  const path: E[] = [];
  for (let step = cameBy.get(to); step !== undefined; step = cameBy.get(step.node)) path.push(step.edge);
  return path.reverse();
}

/** Everything that paths lead to from `start`, itself included. */
export function reachable<N>(start: Iterable<N>, next: (node: N) => Iterable<N>): Set<N> {
  const seen = new Set<N>(start);
  for (const node of seen) {
    for (const target of next(node)) seen.add(target);
  }
  return seen;
}
