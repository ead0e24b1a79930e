/**
 * The ways of edges between cards: lines by which cards hang, edges to what else they serve, conflicts. All run in the
 * free strips that the layout leaves beside columns and below cards, so that none crosses a card.
 */

import { MARGIN, RAIL } from './block.ts';
import type { Column, MapLayout, PlacedCard } from './layout.ts';
import { cardOf } from './hanging.ts';
import type { KeyResult } from '../../model/strategy.ts';
import type { MapConflict, MapEdge, MapElement, MapModel, MapNode, MapTarget } from './model.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  readonly points: readonly Point[];
  readonly edge: MapEdge;
  /** The line by which `edge.from` hangs on its parent. */
  readonly hangs: boolean;
  /** Where its share stands. */
  readonly label: Point;
}

/** The line by which an initiative hangs in its objective, whatever it advances. */
export interface Holding {
  readonly points: readonly Point[];
  readonly element: MapElement;
}

export interface ConflictRoute {
  readonly points: readonly Point[];
  readonly conflict: MapConflict;
}

export interface Routes {
  readonly edges: readonly Route[];
  readonly holdings: readonly Holding[];
  readonly conflicts: readonly ConflictRoute[];
  /** Left of the picture, for edges between shelves. */
  readonly outside: number;
}

/** The middle of a row of a card, from the card's upper edge; null where it is not shown. */
export type RowMiddle = (keyResult: KeyResult) => number | null;

/** Where a line meets a card, below its upper edge: beside its title. */
const ENTRY = 19;
/** The middle of the strip left of a column. */
const RAIL_MIDDLE = 11;
/** Of a share as it is written. */
const SHARE_WIDTH = 34;
const LANE = 4;
const MARGIN_LANES = 4;
const OUTSIDE_LANES = 8;

/** Routes everything that a map draws between cards. */
export function routesOf(model: MapModel, layout: MapLayout, middleOf: RowMiddle): Routes {
  return new Router(layout, middleOf).all(model);
}

class Router {
  readonly #cards: ReadonlyMap<MapElement, PlacedCard>;
  readonly #middleOf: RowMiddle;
  readonly #used = new Map<Column | number, number>();
  #outside = 0;

  constructor({ cards }: MapLayout, middleOf: RowMiddle) {
    this.#cards = new Map(cards.flatMap((card) => (card.block.element === null ? [] : [[card.block.element, card] as const])));
    this.#middleOf = middleOf;
  }

  all({ nodes, conflicts }: MapModel): Routes {
    const edges: Route[] = [];
    const holdings: Holding[] = [];
    for (const node of nodes.values()) {
      const parent = this.#parentOf(node);
      const within = node.others.filter(({ to }) => cardOf(to) === parent);
      const above = node.hangs === null ? within : [node.hangs, ...within];
      edges.push(...above.flatMap((edge, index) => this.#hanging(node.element, edge, index)));
      if (above.length === 0 && parent !== null) holdings.push({ element: node.element, points: this.#rail(node.element, parent, null) });
      const elsewhere = node.others.filter(({ to }) => cardOf(to) !== parent);
      edges.push(...elsewhere.flatMap((edge, index) => this.#other(edge, index)));
    }
    return { edges, holdings, conflicts: conflicts.flatMap((conflict) => this.#conflict(conflict)), outside: this.#outside === 0 ? 0 : (Math.min(this.#outside, OUTSIDE_LANES) + 2) * LANE };
  }

  /** The card that a node stands below. */
  #parentOf({ element, hangs }: MapNode): MapElement | null {
    if (hangs !== null) return cardOf(hangs.to);
    return element.kind === 'initiative' && element.objective !== null && this.#cards.has(element.objective) ? element.objective : null;
  }

  /** Several edges to one card run down the same line, their shares beside each other. */
  #hanging(element: MapElement, edge: MapEdge, index: number): readonly Route[] {
    const points = this.#rail(element, cardOf(edge.to), edge.to);
    const card = this.#cards.get(element);
    return card === undefined ? [] : [{ points, edge, hangs: true, label: { x: card.x + SHARE_WIDTH * index, y: card.y - 5 } }];
  }

  /** Down the strip left of the column, from the parent's card or from the row in it that the child hangs on, and into the child. */
  #rail(element: MapElement, parent: MapElement, target: MapTarget | null): readonly Point[] {
    const child = this.#cards.get(element);
    const above = this.#cards.get(parent);
    if (child === undefined || child.column === null || above === undefined) return [];
    const x = child.column.x - RAIL_MIDDLE;
    const y = child.y + Math.min(ENTRY, child.height / 2);
    const row = target?.kind === 'kr' && x < above.x + RAIL ? this.#middleOf(target) : null;
    return [{ x, y: above.y + (row ?? above.height) }, { x, y }, { x: child.x, y }];
  }

  #other(edge: MapEdge, index: number): readonly Route[] {
    const from = this.#cards.get(edge.from);
    const to = this.#cards.get(cardOf(edge.to));
    if (from === undefined || to === undefined || from === to) return [];
    const start = { x: from.x + from.width, y: from.y + Math.min(ENTRY + 9 + 7 * index, from.height - 6) };
    const points = this.#between(from, start, to, this.#entry(to, edge.to));
    return [{ points, edge, hangs: false, label: { x: start.x + 4, y: start.y - 3 } }];
  }

  #conflict(conflict: MapConflict): readonly ConflictRoute[] {
    const from = this.#cards.get(conflict.a.objective);
    const to = this.#cards.get(conflict.b.objective);
    if (from === undefined || to === undefined) return [];
    const points = this.#between(from, { x: from.x + from.width, y: this.#entry(from, conflict.a) }, to, this.#entry(to, conflict.b));
    return [{ points, conflict }];
  }

  /** The height at which something is met from the right: its row, else below its card's title. */
  #entry(card: PlacedCard, target: MapTarget): number {
    const row = target.kind === 'kr' ? this.#middleOf(target) : null;
    return card.y + (row ?? Math.min(ENTRY, card.height / 2));
  }

  /** From the right edge of a card to another one: its right edge too, but a root's lower one. */
  #between(from: PlacedCard, start: Point, to: PlacedCard, y: number): readonly Point[] {
    const up = this.#climb(from, to.column);
    const last = up.at(-1);
    if (to.column !== null && last?.column === to.column) {
      return [start, ...pointsUp(start, up), { x: last.x, y }, { x: to.x + to.width, y }];
    }
    const down = to.column === null ? [] : this.#climb(to, null);
    const meeting = up.findIndex(({ column }) => down.some((step) => step.column === column));
    const shared = up[meeting];
    if (shared !== undefined) {
      const back = down.slice(0, down.findIndex(({ column }) => column === shared.column) + 1).map((step) => (step.column === shared.column ? { ...step, x: shared.x } : step));
      const above = pointsUp({ x: to.x + to.width, y }, back);
      return [start, ...pointsUp(start, up.slice(0, meeting + 1)), ...above.toReversed(), { x: to.x + to.width, y }];
    }
    return [start, ...this.#over(start, up, from, to, down, y)];
  }

  /** By way of the strips below the roots' cards. */
  #over(start: Point, up: readonly Step[], from: PlacedCard, to: PlacedCard, down: readonly Step[], y: number): readonly Point[] {
    const rise = pointsUp(start, up);
    const leave = rise.at(-1) ?? start;
    const channel = this.#channelLane(from.shelf, up.at(-1)?.column ?? null, from);
    const first = { x: leave.x, y: channel };
    const end = { x: to.x + to.width, y };
    const target = down.length === 0 ? null : pointsUp(end, down);
    const landing = target === null ? Math.min(Math.max(leave.x, to.x + 24), to.x + to.width - 24) : target.at(-1)?.x ?? end.x;
    const tail = target === null ? [{ x: landing, y: to.y + to.height }] : [...target.toReversed(), end];
    if (from.shelf === to.shelf) return [...rise, first, { x: landing, y: channel }, ...tail];
    this.#outside += 1;
    const outside = -LANE * (1 + (this.#outside - 1) % OUTSIDE_LANES) - 2;
    const other = this.#channelLane(to.shelf, down.at(-1)?.column ?? null, to);
    return [...rise, first, { x: outside, y: channel }, { x: outside, y: other }, { x: landing, y: other }, ...tail];
  }

  /** The columns that a card stands in, from the innermost out to one that is asked for, each with a lane right of it. */
  #climb(card: PlacedCard, until: Column | null): readonly Step[] {
    const steps: Step[] = [];
    for (let column = card.column; column !== null; column = column.outer) {
      const lane = this.#lane(column);
      steps.push({ column, x: column.x + column.width + 6 + LANE * (lane % MARGIN_LANES), y: column.channel.y + (column.outer === null ? 8 : column.channel.height / 2 + lane % 2 * 4) });
      if (column === until) break;
    }
    return steps;
  }

  #channelLane(shelf: number, column: Column | null, card: PlacedCard): number {
    const strip = column?.channel ?? { y: card.y + card.height, height: MARGIN };
    const lanes = Math.max(1, Math.floor((strip.height - 16) / LANE));
    return strip.y + 9 + LANE * (this.#lane(shelf) % lanes);
  }

  /** The number of edges that have run there before. */
  #lane(strip: Column | number): number {
    const used = this.#used.get(strip) ?? 0;
    this.#used.set(strip, used + 1);
    return used;
  }
}

/** A column on the way out, with the lane right of it, and the height of the strip above it. */
interface Step {
  readonly column: Column;
  readonly x: number;
  readonly y: number;
}

/** Out of a card and up beside its columns; the last step ends beside its column, at the height at which it was come to. */
function pointsUp(start: Point, steps: readonly Step[]): readonly Point[] {
  const points: Point[] = [];
  let { y } = start;
  for (const [index, step] of steps.entries()) {
    points.push({ x: step.x, y });
    if (index === steps.length - 1) break;
    points.push({ x: step.x, y: step.y });
    ({ y } = step);
  }
  return points;
}

/** A way as the `d` of a path, with round corners; straight pieces in one line are joined. */
export function pathOf(points: readonly Point[], radius = 6): string {
  const corners = points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) return true;
    if (same(before, point)) return false;
    return after === undefined || !((same(after, point)) || (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
  const parts: string[] = [];
  for (const [index, point] of corners.entries()) {
    const before = corners[index - 1];
    const after = corners[index + 1];
    if (before === undefined) parts.push(`M${xy(point)}`);
    else if (after === undefined) parts.push(`L${xy(point)}`);
    else {
      const reach = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
      parts.push(`L${xy(towards(point, before, reach))}Q${xy(point)} ${xy(towards(point, after, reach))}`);
    }
  }
  return parts.join('');
}

function same(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  return whole === 0 ? from : { x: from.x + (to.x - from.x) * length / whole, y: from.y + (to.y - from.y) * length / whole };
}

function xy({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** A head at the end of a way, pointing along its last piece. */
export function headOf(points: readonly Point[], size = 6): string {
  const end = points.at(-1);
  const before = points.findLast((point) => end !== undefined && !same(point, end));
  if (end === undefined || before === undefined) return '';
  const back = towards(end, before, size);
  const across = { x: (end.y - back.y) * 0.55, y: (back.x - end.x) * 0.55 };
  return `M${xy(end)}L${xy({ x: back.x + across.x, y: back.y + across.y })}L${xy({ x: back.x - across.x, y: back.y - across.y })}Z`;
}
