/** Reachability for many things at once: each of a block of 32 is a bit that is handed along the edges of a graph. */

/** How many things are followed at once: the bits of a number. */
export const BLOCK = 32;

/**
 * A graph over indices. Spreading a block takes time linear in the graph; with circles in it, a few rounds of that.
 * All pairs of n things so cost n/32 rounds and no memory beyond one number a node.
 */
export class BitGraph {
  readonly #targets: readonly (readonly number[])[];
  readonly #hasCircles: boolean;
  readonly #targetsFirst: readonly number[];
  readonly #sourcesFirst: readonly number[];

  /** `targets[i]` are the indices at which `i` points. */
  constructor(targets: readonly (readonly number[])[], hasCircles: boolean) {
    this.#targets = targets;
    this.#hasCircles = hasCircles;
    this.#targetsFirst = targetsFirst(targets);
    this.#sourcesFirst = [...this.#targetsFirst].reverse();
  }

  /** Gives every node the bits of all that it reaches. */
  toSources(bits: Int32Array): void {
    this.#spread(bits, this.#targetsFirst, (at, target) => { bits[at] = (bits[at] ?? 0) | (bits[target] ?? 0); });
  }

  /** Gives every node the bits of all that reach it. */
  toTargets(bits: Int32Array): void {
    this.#spread(bits, this.#sourcesFirst, (at, target) => { bits[target] = (bits[target] ?? 0) | (bits[at] ?? 0); });
  }

  #spread(bits: Int32Array, order: readonly number[], hand: (at: number, target: number) => void): void {
    for (let before = weight(bits); ;) {
      for (const at of order) {
        for (const target of this.#targets[at] ?? []) hand(at, target);
      }
      const after = weight(bits);
      if (after === before || !this.#hasCircles) return;
      before = after;
    }
  }
}

/** Grows with every bit that is set, so that two equal weights in a row mean that nothing changed. */
function weight(bits: Int32Array): number {
  let sum = 0;
  for (const number of bits) sum += number >>> 0;
  return sum;
}

/** Every index after those at which it points, circles aside. */
function targetsFirst(targets: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  const entered = new Uint8Array(targets.length);
  for (let root = 0; root < targets.length; root += 1) {
    if (entered[root] === 1) continue;
    entered[root] = 1;
    const stack = [{ at: root, next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const target = targets[frame.at]?.[frame.next++];
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
