/** The map: goals on top, what supports them below, initiatives at the leaves. */

import { percent } from '../../model/figures.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import { pictureAttributes } from '../document.ts';
import { strategyTitle } from '../strategy-title.ts';
import { findingsOf, type FindingsOf } from '../findings-of.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import type { View, ViewOptions, ViewPicture } from '../view.ts';
import { drawCard, drawLines } from './card.ts';
import { cardShape, laneShape, type CardShape } from './card-shape.ts';
import { conflictWords } from './conflict-words.ts';
import { headOf, pathOf, routesOf, type ConflictRoute, type Holding, type Route } from './routes.ts';
import { largest, type Block } from './block.ts';
import { layoutMap, type PlacedCard } from './layout.ts';
import { drawLegend } from './legend.ts';
import { mapModel, type MapElement, type MapLane, type MapModel, type MapNode } from './model.ts';
import { mapOutline } from './outline.ts';
import { mapStyle } from './style.ts';
import { mapSummary } from './summary.ts';

const PADDING = 28;
/** Above the picture, for its title. */
const HEADING = 46;
/** Below it, for what the signs mean. */
const LEGEND = 44;

export const mapView: View = { name: 'map', title: 'Map', style: mapStyle, draw: drawMap };

/** Draws the map of a strategy. */
export function drawMap(strategy: Strategy, diagnostics: readonly Diagnostic[], options: ViewOptions): ViewPicture {
  const model = mapModel(strategy, options);
  const findings = findingsOf(strategy, diagnostics);
  const shapes = new Shapes(findings);
  const lanes = new Map<Block, MapLane>();
  const blocks = [
    ...model.roots.map((node) => shapes.block(node)),
    ...model.lanes.map((lane) => {
      const block = { key: `lane:${lane.kind}`, element: null, children: lane.nodes.map((node) => shapes.block(node)), heightAt: (width: number) => laneShape(lane, width).height };
      lanes.set(block, lane);
      return block;
    }),
  ];
  const layout = layoutMap(blocks, options.aspect, options.hints?.view === 'map' ? options.hints.choices : null);
  const widths = new Map(layout.cards.flatMap(({ block, width }) => (block.element === null ? [] : [[block.element, width] as const])));
  const routes = routesOf(model, layout, (keyResult) => {
    const { objective } = keyResult;
    const node = model.nodes.get(objective);
    const row = node === undefined ? undefined : shapes.at(node, widths.get(objective) ?? 0).rows.find((shape) => shape.row.keyResult === keyResult);
    return row === undefined ? null : row.y + row.height / 2;
  });
  const left = PADDING + routes.outside;
  const size = { width: Math.ceil(left + layout.width + PADDING), height: Math.ceil(HEADING + layout.height + LEGEND + PADDING) };
  const title = `Map of ${strategyTitle(strategy)}`;
  const body = h('svg', pictureAttributes({ view: 'map', title }, size),
    h('g', { class: 'canvas', 'data-key': 'canvas' },
      h('rect', { class: 'ground', width: size.width, height: size.height }),
      drawHeading(model, size.width),
      h('g', { class: 'plan', transform: `translate(${left} ${HEADING})` },
        h('g', { class: 'lanes', 'data-key': 'lanes' }, layout.cards.map((card) => drawLane(card, lanes, layout.cards))),
        h('g', { class: 'edges', 'data-key': 'edges' }, routes.edges.filter(({ hangs }) => !hangs).map(drawEdge), routes.holdings.map(drawHolding)),
        h('g', { class: 'cards', 'data-key': 'cards' }, layout.cards.map((card) => drawPlaced(card, model, shapes, findings, options))),
        h('g', { class: 'rails', 'data-key': 'rails' }, routes.edges.filter(({ hangs }) => hangs).map(drawEdge)),
        h('g', { class: 'conflicts', 'data-key': 'conflicts' }, routes.conflicts.map(drawConflict)),
      ),
      drawLegend(model, { x: left, y: size.height - LEGEND - 4, width: size.width - left - PADDING }),
    ));
  return {
    view: 'map', title, summary: mapSummary(model), body, size, text: mapOutline(model, findings, options),
    hints: { view: 'map', choices: layout.choices },
  };
}

/** Cards with their text broken into lines, worked out once for each width. */
class Shapes {
  readonly #findings: FindingsOf;
  readonly #shapes = new Map<MapElement, CardShape>();
  readonly #blocks = new Map<MapNode, Block>();

  constructor(findings: FindingsOf) {
    this.#findings = findings;
  }

  at(node: MapNode, width: number): CardShape {
    const known = this.#shapes.get(node.element);
    if (known?.width === width) return known;
    const shape = cardShape(node, width, this.#findings);
    this.#shapes.set(node.element, shape);
    return shape;
  }

  /** The block of a node with all below it; without recursion. */
  block(root: MapNode): Block {
    const order: MapNode[] = [root];
    for (const node of order) for (const child of node.children) order.push(child);
    for (const node of order.toReversed()) {
      this.#blocks.set(node, {
        key: `${node.element.kind}:${node.element.id}`, element: node.element,
        children: node.children.flatMap((child) => this.#blocks.get(child) ?? []),
        heightAt: (width) => this.at(node, width).height,
      });
    }
    const block = this.#blocks.get(root);
    if (block === undefined) throw new Error(`No block of ${root.element.id}`);
    return block;
  }
}

function drawHeading({ title, asOf }: MapModel, width: number): MarkupElement {
  return h('g', { class: 'heading', 'data-key': 'heading' },
    h('text', { class: 'picture-title', x: PADDING, y: 26 }, title.length > 120 ? `${title.slice(0, 120)}…` : title),
    h('text', { class: 'muted', x: width - PADDING, y: 26, 'text-anchor': 'end' }, `as of ${asOf}`));
}

function drawPlaced(card: PlacedCard, model: MapModel, shapes: Shapes, findings: FindingsOf, options: ViewOptions): Markup {
  const { element } = card.block;
  const node = element === null ? undefined : model.nodes.get(element);
  return node === undefined ? null : drawCard(node, shapes.at(node, card.width), card, findings, options);
}

function drawLane(card: PlacedCard, lanes: ReadonlyMap<Block, MapLane>, cards: readonly PlacedCard[]): Markup {
  const lane = lanes.get(card.block);
  if (lane === undefined) return null;
  const { children } = card.block;
  const within = cards.filter(({ x, shelf }) => shelf === card.shelf && x >= card.x && x < card.x + card.width);
  const bottom = largest(within.map(({ y, height }) => y + height));
  return h('g', { class: `lane ${lane.kind}`, 'data-key': `lane:${lane.kind}`, role: 'group', 'aria-label': `${lane.title}, ${children.length}` },
    h('rect', { class: 'lane-box', x: card.x - 10, y: card.y - 6, width: card.width + 20, height: bottom - card.y + 20, rx: 10 }),
    h('g', { transform: `translate(${card.x} ${card.y})` }, h('path', { class: 'lane-sign', d: 'M14 14l12 12M26 14L14 26' }), drawLines(laneShape(lane, card.width).lines)));
}

function drawEdge({ points, edge, hangs, label }: Route): Markup {
  if (points.length === 0) return null;
  const { key, kind, from, to, share, change } = edge;
  return h('g', {
    class: `edge ${kind}${hangs ? ' hangs' : ' other'}${change === null ? '' : ` change ${change}`}`, 'data-key': key,
    'data-from': from.id, 'data-to': to.id, 'data-edge': kind, 'data-share': share, 'data-change': change,
  },
  h('path', { class: 'edge-line', d: pathOf(points) }),
  hangs && to.kind === 'kr' ? h('circle', { class: 'edge-dot', cx: points[0]?.x ?? 0, cy: points[0]?.y ?? 0, r: 3 }) : null,
  hangs ? null : h('path', { class: 'edge-head', d: headOf(points) }),
  share === null ? null : h('text', { class: 'edge-label', x: label.x, y: label.y }, percent(share)));
}

function drawHolding({ points, element }: Holding): Markup {
  if (points.length === 0) return null;
  return h('g', { class: 'edge holds hangs', 'data-key': `holds:${element.id}`, 'data-from': element.id }, h('path', { class: 'edge-line', d: pathOf(points) }));
}

function drawConflict({ points, conflict }: ConflictRoute): Markup {
  const ends = [points[0], points.at(-1)];
  return h('g', { class: 'conflict', 'data-key': conflict.key, 'data-from': conflict.a.id, 'data-to': conflict.b.id, 'data-edge': 'conflict', role: 'img', 'aria-label': conflictWords(conflict) },
    h('title', {}, conflictWords(conflict)),
    h('path', { class: 'conflict-line', d: pathOf(points) }),
    ends.map((end) => (end === undefined ? null : h('g', { transform: `translate(${end.x} ${end.y})` },
      h('circle', { class: 'conflict-end', r: 7.5 }), h('path', { class: 'conflict-bolt', d: 'M1 -5L-3 1H-.4L-1 5L3 -1H.4z' })))));
}
