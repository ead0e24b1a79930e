/** What the layout of a map puts in place: blocks, which are cards with all that hangs on them. Lengths are in pixels. */

import type { MapElement } from './model.ts';

/** A card before it has a place. */
export interface Block {
  /** Of hints; the same as long as it is the same thing. */
  readonly key: string;
  /** null for the heading of a lane. */
  readonly element: MapElement | null;
  readonly children: readonly Block[];
  /** The card's height in pixels at a width. */
  readonly heightAt: (width: number) => number;
}

export const CARD_WIDTH = 272;
/** Left of each column: for the lines by which cards hang. */
export const RAIL = 20;
/** Right of each column: for edges that lead elsewhere. */
export const MARGIN = 22;
/** Between cards in a column. */
export const GAP = 18;
/** Between a root's card and its columns, where edges run. */
export const CHANNEL = 34;
/** Between what stands side by side on a shelf, and between shelves. */
export const BETWEEN = 30;

/** What is worked out of a block on the way to its place. */
export interface Shape {
  readonly block: Block;
  readonly parent: Shape | null;
  readonly depth: number;
  /** At `CARD_WIDTH`. */
  readonly nominal: number;
  readonly children: Shape[];
  columns: Shape[][];
  /** Of the block with all below it. */
  width: number;
  height: number;
  cardHeight: number;
}

/** The greatest of some numbers from 0 up; 0 for none. Unlike `Math.max`, of any count. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => (number > most ? number : most), 0);
}

/** The strip between a card and its columns. */
export function channelOf({ parent }: Shape): number {
  return parent === null ? CHANNEL : GAP;
}

/** Deeper than this, cards are not indented any more: the picture would become as wide as the cascade is deep. */
const DEEPEST_INDENT = 24;

/** How far what hangs on a card stands to the right of it. */
export function indentOf({ block, depth }: Shape): number {
  return block.element !== null && depth < DEEPEST_INDENT ? RAIL : 0;
}
