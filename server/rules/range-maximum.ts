/** Numbers at positions 0 … size − 1 of which any stretch can be asked for its greatest, each in log size (a segment tree). */
export class RangeMaximum {
  readonly #size: number;
  readonly #nodes: Float64Array;

  constructor(size: number) {
    this.#size = size;
    this.#nodes = new Float64Array(2 * size).fill(-Infinity);
  }

  /** Puts a number at a position, where it is greater than what stands there. */
  raise(position: number, value: number): void {
    for (let node = position + this.#size; node >= 1; node >>= 1) {
      if ((this.#nodes[node] ?? Infinity) >= value) return;
      this.#nodes[node] = value;
    }
  }

  /** The greatest number from `first` to `last`, both included; -Infinity where there is none. */
  greatest(first: number, last: number): number {
    let greatest = -Infinity;
    let low = first + this.#size;
    let high = last + this.#size + 1;
    for (; low < high; low >>= 1, high >>= 1) {
      if ((low & 1) === 1) greatest = Math.max(greatest, this.#nodes[low++] ?? -Infinity);
      if ((high & 1) === 1) greatest = Math.max(greatest, this.#nodes[--high] ?? -Infinity);
    }
    return greatest;
  }
}
