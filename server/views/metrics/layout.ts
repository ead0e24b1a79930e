/** Where the cards of the driver tree stand. */

import { CARD_WIDTH, cardShape, PORT, type CardShape } from './card-shape.ts';
import { layers } from './layers.ts';
import type { MetricNode, MetricsModel } from './model.ts';

/** Between columns, for the edges; between cards of a column. */
const CHANNEL = 84;
const GAP = 22;
/** Around the cards of the lane, and above them for its title. */
const LANE_PAD = 16;
const LANE_HEAD = 44;

export interface PlacedMetric {
  readonly metric: MetricNode;
  readonly shape: CardShape;
  readonly x: number;
  readonly y: number;
}

export interface MetricsLayout {
  readonly cards: readonly PlacedMetric[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly path: string; readonly head: string }[];
  /** Around what leads to no goal; null where there is nothing of the kind. */
  readonly lane: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly width: number;
  readonly height: number;
}

/** Inputs left, outcomes right; below, side by side, what leads to no goal. */
export function layoutMetrics({ metrics, edges }: MetricsModel, aspect: number): MetricsLayout {
  const shapes = new Map(metrics.map((metric) => [metric.id, cardShape(metric)]));
  const leading = metrics.filter(({ place }) => place !== 'apart');
  const layered = layers(leading.map(({ id }) => ({ id, height: shapes.get(id)?.height ?? 0 })), edges, GAP);
  const columnX = (layer: number): number => (layered.layers - 1 - layer) * (CARD_WIDTH + CHANNEL);
  const cards: PlacedMetric[] = leading.flatMap((metric) => {
    const shape = shapes.get(metric.id);
    const place = layered.places.get(metric.id);
    return shape === undefined || place === undefined ? [] : [{ metric, shape, x: columnX(place.layer), y: place.y }];
  });
  const treeWidth = Math.max(0, layered.layers * (CARD_WIDTH + CHANNEL) - CHANNEL);
  const apart = metrics.filter(({ place }) => place === 'apart');
  const lane = apart.length === 0 ? null : layoutLane(apart, shapes, {
    top: layered.height === 0 ? 0 : layered.height + 36, width: Math.max(treeWidth, laneWidth(apart, shapes, aspect)),
  });
  const placed = [...cards, ...lane?.cards ?? []];
  const at = new Map(placed.map((card) => [card.metric.id, card]));
  const routes = new Map(layered.routes.map(({ edge, through }) => [`${edge.from}\n${edge.to}`, through]));
  return {
    cards: placed,
    edges: edges.flatMap(({ from, to }) => {
      const start = at.get(from);
      const end = at.get(to);
      if (start === undefined || end === undefined || start === end) return [];
      return [{ from, to, ...drawnEdge(start, end, routes.get(`${from}\n${to}`) ?? []) }];
    }),
    lane: lane?.box ?? null,
    width: Math.max(treeWidth, lane?.box.width ?? 0, CARD_WIDTH),
    height: lane === null ? layered.height : lane.box.y + lane.box.height,
  };
}

/** A width that makes the lane about as wide as a page. */
function laneWidth(apart: readonly MetricNode[], shapes: ReadonlyMap<string, CardShape>, aspect: number): number {
  const area = apart.reduce((sum, { id }) => sum + (CARD_WIDTH + GAP) * ((shapes.get(id)?.height ?? 0) + GAP), 0);
  return Math.min(apart.length, Math.ceil(Math.sqrt(area * aspect) / (CARD_WIDTH + GAP))) * (CARD_WIDTH + GAP) - GAP + 2 * LANE_PAD;
}

/** Cards in columns, each where the shortest column is. */
function layoutLane(apart: readonly MetricNode[], shapes: ReadonlyMap<string, CardShape>, { top, width }: { readonly top: number; readonly width: number }) {
  const columns = Array.from({ length: Math.max(1, Math.floor((width - 2 * LANE_PAD + GAP) / (CARD_WIDTH + GAP))) }, () => top + LANE_HEAD);
  const cards = apart.flatMap((metric): PlacedMetric[] => {
    const shape = shapes.get(metric.id);
    if (shape === undefined) return [];
    let shortest = 0;
    for (const [index, bottom] of columns.entries()) if (bottom < (columns[shortest] ?? Infinity)) shortest = index;
    const y = columns[shortest] ?? top;
    columns[shortest] = y + shape.height + GAP;
    return [{ metric, shape, x: LANE_PAD + shortest * (CARD_WIDTH + GAP), y }];
  });
  return { cards, box: { x: 0, y: top, width, height: Math.max(...columns) - GAP + LANE_PAD - top } };
}

/** A line from the right edge of a card to the left edge of another, along the lanes between; back around where it closes a circle. */
function drawnEdge(start: PlacedMetric, end: PlacedMetric, through: readonly number[]): { readonly path: string; readonly head: string } {
  const from = { x: start.x + CARD_WIDTH, y: start.y + PORT };
  const to = { x: end.x - 7, y: end.y + PORT };
  const points = [from];
  for (const [index, y] of through.entries()) {
    const x = start.x + (index + 1) * (CARD_WIDTH + CHANNEL);
    points.push({ x, y }, { x: x + CARD_WIDTH, y });
  }
  points.push(to);
  const parts = [`M${round(from.x)} ${round(from.y)}`];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const bend = before.x < point.x ? (point.x - before.x) / 2 : CHANNEL / 2;
    parts.push(`C${round(before.x + bend)} ${round(before.y)} ${round(point.x - bend)} ${round(point.y)} ${round(point.x)} ${round(point.y)}`);
  }
  return { path: parts.join(''), head: `M${round(to.x + 7)} ${round(to.y)}l-9 -4.5v9z` };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
