/** In which columns cards stand below another one, and how wide and high that makes them. */

import { CARD_WIDTH, channelOf, GAP, indentOf, largest, MARGIN, RAIL, type Shape } from './block.ts';
import { extentOf, type Extent } from './shelves.ts';

export interface ColumnChoice {
  /** Of a shelf. */
  readonly width: number;
  /** To be given as hints to the next layout. */
  readonly choices: Readonly<Record<string, number>>;
}

/** Names of choices that are not of one block; no key of a block begins like them. */
const HEIGHT = '#height';
const WIDTH = '#width';
const FIT = '#fit';
/** A layout is kept as long as it is not larger than this times what it was when it was chosen, for as much as there is on it. */
const KEPT = 1.25;
const TRIED_HEIGHTS = 14;
const TRIED_SHELVES = 12;
/** A column is not broken for less. */
const LEAST_HEIGHT = 260;

/** Chooses columns, and fills width and height of every shape. Parents stand before their children. */
export function columnsOf(shapes: readonly Shape[], aspect: number, hints: Readonly<Record<string, number>> | null): ColumnChoice {
  const roots = shapes.filter(({ parent }) => parent === null);
  const ink = Math.sqrt(shapes.reduce((sum, { nominal }) => sum + nominal * CARD_WIDTH, 1));
  const kept = hints === null ? null : { height: hints[HEIGHT] ?? 0, width: hints[WIDTH] ?? 0, fit: hints[FIT] ?? 0 };
  if (kept !== null && kept.fit > 0) {
    arrange(shapes, kept.height, hints);
    if (sizeOf(extentOf(roots, kept.width), aspect) / ink <= kept.fit * KEPT) return chosen(shapes, kept);
  }
  let best = { cost: Infinity, height: 0, width: 0, fit: 0 };
  for (const height of heightsToTry(shapes)) {
    arrange(shapes, height, null);
    for (const width of widthsToTry(roots, aspect)) {
      const extent = extentOf(roots, width);
      const fit = sizeOf(extent, aspect) / ink;
      const cost = fit * (1 + 0.03 * (extent.shelves - 1)) + 0.2 * Math.sqrt(extent.width * extent.height) / ink;
      if (cost < best.cost) best = { cost, height, width, fit };
    }
  }
  arrange(shapes, best.height, null);
  return chosen(shapes, best);
}

/** The height of the smallest picture of a proportion that holds it all: the smaller, the larger the text is shown. */
function sizeOf({ width, height }: Extent, aspect: number): number {
  return Math.max(width / aspect, height);
}

function chosen(shapes: readonly Shape[], { height, width, fit }: { readonly height: number; readonly width: number; readonly fit: number }): ColumnChoice {
  const choices: Record<string, number> = { [HEIGHT]: height, [WIDTH]: width, [FIT]: fit };
  for (const { columns } of shapes) {
    if (columns.length < 2) continue;
    for (const [index, column] of columns.entries()) for (const { block } of column) choices[block.key] = index;
  }
  stretch(shapes);
  return { width, choices };
}

/** Heights of the whole from the least that is of use to the one at which every card's children stand in one column. */
function heightsToTry(shapes: readonly Shape[]): readonly number[] {
  arrange(shapes, Infinity, null);
  const highest = Math.max(LEAST_HEIGHT, largest(shapes.map(({ parent, height }) => (parent === null ? height : 0))));
  const step = (highest / LEAST_HEIGHT) ** (1 / (TRIED_HEIGHTS - 1));
  return Array.from({ length: TRIED_HEIGHTS }, (_, index) => LEAST_HEIGHT * step ** index * 1.0001);
}

function widthsToTry(roots: readonly Shape[], aspect: number): readonly number[] {
  const one = extentOf(roots, Infinity);
  const widest = largest(roots.map(({ width }) => width));
  const even = Math.sqrt(one.width * one.height * aspect);
  const tried = Array.from({ length: TRIED_SHELVES }, (_, index) => one.width / (index + 1) * 1.05);
  return [Infinity, even, even * 1.15, ...tried].filter((width) => width >= widest).map((width) => (width === Infinity ? one.width + 1 : width));
}

/** Fills columns, width and height of every shape so that none is much higher than `height`, as far as that can be. */
function arrange(shapes: readonly Shape[], height: number, hints: Readonly<Record<string, number>> | null): void {
  const tops = new Map<Shape, number>();
  for (const shape of shapes) tops.set(shape, shape.parent === null ? 0 : (tops.get(shape.parent) ?? 0) + shape.parent.nominal + channelOf(shape.parent));
  for (const shape of shapes.toReversed()) {
    const room = Math.max(LEAST_HEIGHT, height - (tops.get(shape) ?? 0) - shape.nominal - channelOf(shape));
    shape.columns = hinted(shape.children, hints) ?? filled(shape.children, room);
    shape.cardHeight = shape.nominal;
    measure(shape);
  }
}

/** Width and height of a shape whose columns are known, and whose children are measured. */
function measure(shape: Shape): void {
  const { columns } = shape;
  const beside = (columns.length - 1) * (MARGIN + RAIL) + indentOf(shape);
  shape.width = Math.max(CARD_WIDTH, columns.reduce((sum, column) => sum + columnWidth(column), 0) + (columns.length === 0 ? 0 : beside));
  shape.height = shape.cardHeight + (columns.length === 0 ? 0 : channelOf(shape) + largest(columns.map(columnHeight)));
}

function columnWidth(column: readonly Shape[]): number {
  return largest(column.map(({ width }) => width));
}

function columnHeight(column: readonly Shape[]): number {
  return column.reduce((sum, { height }) => sum + height + GAP, -GAP);
}

/** The columns in which the children stood before; new ones stand in the shortest. null where they stood in one, or there are no hints. */
function hinted(children: readonly Shape[], hints: Readonly<Record<string, number>> | null): Shape[][] | null {
  if (hints === null) return null;
  const places = children.map(({ block }) => hints[block.key]);
  const count = largest(places.map((place) => (place === undefined ? 0 : place + 1)));
  if (count < 2) return children.length === 0 ? [] : [[...children]];
  const columns: Shape[][] = Array.from({ length: count }, () => []);
  const fresh: Shape[] = [];
  for (const [index, child] of children.entries()) (columns[places[index] ?? count] ?? fresh).push(child);
  for (const child of fresh) columns.reduce((least, column) => (columnHeight(column) < columnHeight(least) ? column : least)).push(child);
  return columns.filter((column) => column.length > 0);
}

/** Children in as few columns of a height as they need, in order, and these as even as they can be. */
function filled(children: readonly Shape[], room: number): Shape[][] {
  const columns = fill(children, room);
  if (columns.length < 2) return columns;
  let low = largest(children.map(({ height }) => height));
  let high = room;
  for (let round = 0; round < 8 && high - low > 4; round += 1) {
    const middle = (low + high) / 2;
    if (fill(children, middle).length <= columns.length) high = middle;
    else low = middle;
  }
  return fill(children, high);
}

function fill(children: readonly Shape[], room: number): Shape[][] {
  const columns: Shape[][] = [];
  let used = 0;
  for (const child of children) {
    if (columns.length === 0 || used + child.height > room) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(child);
    used += child.height + GAP;
  }
  return columns;
}

/** Makes what stands in a column as wide as the column, and every card as high as its text needs at its width. */
function stretch(shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    const { columns } = shape;
    if (columns.length === 0) continue;
    const beside = (columns.length - 1) * (MARGIN + RAIL) + indentOf(shape);
    const widths = columns.map(columnWidth);
    const spare = (shape.width - beside - widths.reduce((sum, width) => sum + width, 0)) / columns.length;
    for (const [index, column] of columns.entries()) for (const child of column) child.width = (widths[index] ?? 0) + spare;
  }
  for (const shape of shapes.toReversed()) {
    shape.cardHeight = shape.block.heightAt(shape.width);
    shape.height = shape.cardHeight + (shape.columns.length === 0 ? 0 : channelOf(shape) + largest(shape.columns.map(columnHeight)));
  }
}
