/** Roots side by side, on as many shelves as a width asks for. */

import { BETWEEN, type Shape } from './layout.ts';

/** Roots in order on shelves of a width; one that is wider has a shelf of its own. */
export function shelvesOf(roots: readonly Shape[], width: number): readonly (readonly Shape[])[] {
  const shelves: Shape[][] = [];
  let used = Infinity;
  for (const root of roots) {
    if (used + root.width > width) {
      shelves.push([]);
      used = 0;
    }
    shelves.at(-1)?.push(root);
    used += root.width + BETWEEN;
  }
  return shelves;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
  readonly shelves: number;
  /** 0 … 1: how much of it is empty. */
  readonly waste: number;
}

/** How large the roots are together on shelves of a width. */
export function extentOf(roots: readonly Shape[], width: number): Extent {
  let wide = 1;
  let high = 0;
  let filled = 0;
  const shelves = shelvesOf(roots, width);
  for (const shelf of shelves) {
    wide = Math.max(wide, shelf.reduce((sum, root) => sum + root.width + BETWEEN, -BETWEEN));
    high += Math.max(...shelf.map(({ height }) => height)) + BETWEEN;
    filled += shelf.reduce((sum, root) => sum + root.width * root.height, 0);
  }
  const height = Math.max(1, high - BETWEEN);
  return { width: wide, height, shelves: shelves.length, waste: 1 - filled / (wide * height) };
}
