/** Which objectives support which, directly or not; a key result stands for its objective. */

import { BitGraph } from '../model/bit-graph.ts';
import type { Objective, Strategy } from '../model/strategy.ts';

/** Whether the objective at an index of the block supports another one, or the other way round. */
export type Joined = (index: number, objective: Objective) => boolean;

/** Answers for blocks of at most 32 objectives (`BLOCK`) at once, in time linear in the strategy for each block. */
export class SupportRelations {
  readonly #strategy: Strategy;
  #graph: { readonly index: ReadonlyMap<Objective, number>; readonly bits: BitGraph } | null = null;

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** The relations of a block of objectives to all others. */
  joined(block: readonly Objective[]): Joined {
    const { index, bits } = this.#graph ??= graphOf(this.#strategy);
    const above = this.#bitsOf(block, index);
    const below = above.slice();
    bits.toTargets(above);
    bits.toSources(below);
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

function graphOf({ objectives, cycles }: Strategy) {
  const index = new Map(objectives.map((objective, at) => [objective, at]));
  const supported = objectives.map(({ supports }) => supports.flatMap(({ target }) => {
    const objective = target?.kind === 'kr' ? target.objective : target;
    return objective?.kind === 'objective' ? index.get(objective) ?? [] : [];
  }));
  return { index, bits: new BitGraph(supported, cycles.some(({ kind }) => kind === 'supports')) };
}

