/** Roots side by side, on as many shelves as a width asks for. */

import { BETWEEN, largest, type Shape } from './block.ts';

/** Roots in order on shelves of a width; one that is wider has a shelf of its own. */
export function shelvesOf(roots: readonly Shape[], width: number): readonly (readonly Shape[])[] {
  const shelves: Shape[][] = [];
  let used = 0;
  for (const root of roots) {
    if (shelves.length === 0 || used + root.width > width) {
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
}

/** How large the roots are together on shelves of a width. */
export function extentOf(roots: readonly Shape[], width: number): Extent {
  let wide = 1;
  let high = 0;
  const shelves = shelvesOf(roots, width);
  for (const shelf of shelves) {
    wide = Math.max(wide, shelf.reduce((sum, root) => sum + root.width + BETWEEN, -BETWEEN));
    high += largest(shelf.map(({ height }) => height)) + BETWEEN;
  }
  return { width: wide, height: Math.max(1, high - BETWEEN), shelves: shelves.length };
}
