/**
 * Where the cards of a map stand: what hangs on a card stands below it in columns, and the card spans them. Linear in
 * the number of cards, so that a map is laid out anew at every keystroke; a general layered layout takes several times
 * as long as a keystroke may (`npm run bench` measures both).
 *
 * Columns are as high as makes the whole fit for a slide. What was chosen is kept by hints as long as it fits well
 * enough, so that an edit moves what stands below and beside it and nothing else.
 */

import { BETWEEN, CARD_WIDTH, channelOf, GAP, indentOf, largest, MARGIN, RAIL, type Block, type Shape } from './block.ts';
import { columnsOf } from './columns.ts';
import { shelvesOf } from './shelves.ts';

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
  /** To be given as hints to the next layout. */
  readonly choices: Readonly<Record<string, number>>;
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
    const banner = largest(shelf.map(({ cardHeight }) => cardHeight));
    let x = 0;
    let bottom = 0;
    for (const root of shelf) {
      // The cards of one shelf are equally high, so that edges can run below all of them.
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
  // The list grows while it is gone through.
  for (const { block, parent } of open) {
    const shape: Shape = {
      block, parent, depth: parent === null ? 0 : parent.depth + 1, nominal: block.heightAt(CARD_WIDTH), children: [], columns: [], width: 0, height: 0, cardHeight: 0,
    };
    parent?.children.push(shape);
    shapes.push(shape);
    for (const child of block.children) open.push({ block: child, parent: shape });
  }
  return shapes;
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
