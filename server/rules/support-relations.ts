/** Which objectives support which, directly or not; a key result stands for its objective. */

import type { Objective, Strategy } from '../model/strategy.ts';

/** How many objectives are followed at once: the bits of a number. */
export const BLOCK = 32;

/** Whether the objective at an index of the block supports another one, or the other way round. */
export type Joined = (index: number, objective: Objective) => boolean;

/**
 * Answers for blocks of objectives at once, in time linear in the strategy for each block: every objective carries a
 * bit for each of the block that it reaches by `supports`, and one for each that reaches it.
 */
export class SupportRelations {
  readonly #strategy: Strategy;
  #graph: Graph | null = null;

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** The relations of at most `BLOCK` objectives to all others. */
  joined(block: readonly Objective[]): Joined {
    const graph = this.#graph ??= graphOf(this.#strategy);
    const above = this.#spread(graph, block, graph.order, false);
    const below = this.#spread(graph, block, [...graph.order].reverse(), true);
    return (index, objective) => {
      const at = graph.index.get(objective);
      return at !== undefined && ((((above[at] ?? 0) | (below[at] ?? 0)) >>> index) & 1) === 1;
    };
  }

  /** Hands the bits of the block on, up or down; more than once only where `supports` runs in circles. */
  #spread(graph: Graph, block: readonly Objective[], order: readonly number[], downwards: boolean): Int32Array {
    const bits = new Int32Array(graph.supported.length);
    for (const [index, objective] of block.entries()) {
      const at = graph.index.get(objective);
      if (at !== undefined) bits[at] = (bits[at] ?? 0) | (1 << index);
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const at of order) {
        for (const target of graph.supported[at] ?? []) {
          const [to, from] = downwards ? [target, at] : [at, target];
          const before = bits[to] ?? 0;
          const after = before | (bits[from] ?? 0);
          if (after === before) continue;
          bits[to] = after;
          changed = graph.hasCircles;
        }
      }
    }
    return bits;
  }
}

interface Graph {
  readonly index: ReadonlyMap<Objective, number>;
  /** What each objective supports, by index. */
  readonly supported: readonly (readonly number[])[];
  /** Each objective after what it supports, circles aside. */
  readonly order: readonly number[];
  readonly hasCircles: boolean;
}

function graphOf({ objectives, cycles }: Strategy): Graph {
  const index = new Map(objectives.map((objective, at) => [objective, at]));
  const supported = objectives.map(({ supports }) => supports.flatMap(({ target }) => {
    const objective = target?.kind === 'kr' ? target.objective : target;
    const at = objective?.kind === 'objective' ? index.get(objective) : undefined;
    return at === undefined ? [] : [at];
  }));
  return { index, supported, order: supportedFirst(supported), hasCircles: cycles.some(({ kind }) => kind === 'supports') };
}

function supportedFirst(supported: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  const entered = new Uint8Array(supported.length);
  for (let root = 0; root < supported.length; root += 1) {
    if (entered[root] === 1) continue;
    entered[root] = 1;
    const stack = [{ at: root, next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const target = supported[frame.at]?.[frame.next++];
      if (target === undefined) {
        order.push(frame.at);
        stack.pop();
      } else if (entered[target] !== 1) {
        entered[target] = 1;
        stack.push({ at: target, next: 0 });
      }
    }
  }
  return order;
}
