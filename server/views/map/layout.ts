/**
 * Where the cards of a map stand: what hangs on a card stands below it in columns, and the card spans them. Linear in
 * the number of cards, so that a map is laid out anew at every keystroke; a general layered layout takes several times
 * as long as a keystroke may (`npm run bench` measures both).
 *
 * Columns are as high as makes the whole fit for a slide. What was chosen is kept by hints as long as it fits well
 * enough, so that an edit moves what stands below and beside it and nothing else.
 */

import type { MapElement } from './model.ts';
import { columnsOf } from './columns.ts';
import { shelvesOf } from './shelves.ts';

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

/** A column of cards below another one. */
export interface Column {
  readonly x: number;
  readonly width: number;
  /** The free strip above it, below the card that it hangs on. */
  readonly channel: { readonly y: number; readonly height: number };
  /** The column in which the card stands that it hangs on; null below a root. */
  readonly outer: Column | null;
  readonly shelf: number;
}

export interface PlacedCard {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** The column in which it stands; null for a root. */
  readonly column: Column | null;
  readonly shelf: number;
}

export interface MapLayout {
  readonly cards: readonly PlacedCard[];
  readonly width: number;
  readonly height: number;
  /** How much room each shelf has above its columns for edges. */
  readonly choices: Readonly<Record<string, number>>;
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

/** Lays out the trees below some roots in a picture of a proportion of width to height. Hints are the choices of an earlier layout. */
export function layoutMap(roots: readonly Block[], aspect: number, hints: Readonly<Record<string, number>> | null): MapLayout {
  const shapes = shapesOf(roots);
  const choice = columnsOf(shapes, aspect, hints);
  const shelves = shelvesOf(shapes.filter(({ parent }) => parent === null), choice.width);
  const cards: PlacedCard[] = [];
  let y = 0;
  let width = 0;
  for (const [index, shelf] of shelves.entries()) {
    const banner = Math.max(...shelf.map(({ block, width: wide }) => block.heightAt(wide)));
    let x = 0;
    let bottom = 0;
    for (const root of shelf) {
      root.height += banner - root.cardHeight;
      root.cardHeight = banner;
      place(root, x, y, index, cards);
      x += root.width + BETWEEN;
      bottom = Math.max(bottom, root.height);
    }
    width = Math.max(width, x - BETWEEN);
    y += bottom + BETWEEN;
  }
  return { cards, width: Math.max(width, CARD_WIDTH), height: Math.max(0, y - BETWEEN), choices: choice.choices };
}

/** Every block with its parent before it; without recursion, since a cascade may be as deep as a strategy is long. */
function shapesOf(roots: readonly Block[]): readonly Shape[] {
  const shapes: Shape[] = [];
  const open: { readonly block: Block; readonly parent: Shape | null }[] = roots.map((block) => ({ block, parent: null }));
  for (let index = 0; index < open.length; index += 1) {
    const next = open[index];
    if (next === undefined) break;
    const { block, parent } = next;
    const shape: Shape = {
      block, parent, depth: parent === null ? 0 : parent.depth + 1, nominal: block.heightAt(CARD_WIDTH), children: [], columns: [], width: 0, height: 0, cardHeight: 0,
    };
    parent?.children.push(shape);
    shapes.push(shape);
    for (const child of block.children) open.push({ block: child, parent: shape });
  }
  return shapes;
}

/** The strip between a card and its columns. */
export function channelOf({ parent }: Shape): number {
  return parent === null ? CHANNEL : GAP;
}

/** Deeper than this, cards are not indented any more: the picture would become as wide as the cascade is deep. */
const DEEPEST_INDENT = 24;

/** How far what hangs on a card stands to the right of it. */
export function indentOf({ depth }: Shape): number {
  return depth < DEEPEST_INDENT ? RAIL : 0;
}

interface Placing {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly column: Column | null;
}

function place(root: Shape, left: number, top: number, shelf: number, cards: PlacedCard[]): void {
  const open: Placing[] = [{ shape: root, x: left, y: top, column: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { shape, x, y, column } = next;
    cards.push({ block: shape.block, x, y, width: shape.width, height: shape.cardHeight, depth: shape.depth, column, shelf });
    const channel = { y: y + shape.cardHeight, height: channelOf(shape) };
    let columnX = x + indentOf(shape);
    for (const children of shape.columns) {
      const width = children[0]?.width ?? 0;
      const below: Column = { x: columnX, width, channel, outer: column, shelf };
      let childY = channel.y + channel.height;
      for (const child of children) {
        open.push({ shape: child, x: columnX, y: childY, column: below });
        childY += child.height + GAP;
      }
      columnX += width + MARGIN + RAIL;
    }
  }
}
