/** Which objectives support which, directly or not; a key result stands for its objective. */

import { BitGraph } from '../model/bit-graph.ts';
import { reachable } from '../model/reachability.ts';
import type { Objective } from '../model/strategy.ts';

/** Whether the objective at an index of the block supports another one, or the other way round. */
export type Joined = (index: number, objective: Objective) => boolean;

/** Answers for blocks of at most 32 objectives (`BLOCK`) at once, in time linear in what the objectives support for each block. */
export class SupportRelations {
  readonly #index: ReadonlyMap<Objective, number>;
  readonly #graph: BitGraph;

  /** Of these objectives to each other; `hasCircles` where some `supports` of the strategy run in circles. */
  constructor(objectives: readonly Objective[], hasCircles: boolean) {
    const nodes = [...reachable(objectives, objectivesSupportedBy)];
    const index = new Map(nodes.map((objective, at) => [objective, at]));
    this.#index = index;
    this.#graph = new BitGraph(nodes.map((objective) => objectivesSupportedBy(objective).flatMap((target) => index.get(target) ?? [])), hasCircles);
  }

  /** The relations of a block of the objectives to all others. */
  joined(block: readonly Objective[]): Joined {
    const index = this.#index;
    const above = this.#bitsOf(block, index);
    const below = above.slice();
    this.#graph.toTargets(above);
    this.#graph.toSources(below);
    return (at, objective) => {
      const node = index.get(objective);
      return node !== undefined && ((((above[node] ?? 0) | (below[node] ?? 0)) >>> at) & 1) === 1;
    };
  }

  #bitsOf(block: readonly Objective[], index: ReadonlyMap<Objective, number>): Int32Array {
    const bits = new Int32Array(index.size);
    for (const [at, objective] of block.entries()) {
      const node = index.get(objective);
      if (node !== undefined) bits[node] = (bits[node] ?? 0) | (1 << at);
    }
    return bits;
  }
}

function objectivesSupportedBy({ supports }: Objective): readonly Objective[] {
  return supports.flatMap(({ target }) => {
    const objective = target?.kind === 'kr' ? target.objective : target;
    return objective?.kind === 'objective' ? objective : [];
  });
}
