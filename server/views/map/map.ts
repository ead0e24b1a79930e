/** The map: goals on top, what supports them below, initiatives at the leaves. */

import { percent } from '../../model/figures.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import { pictureAttributes } from '../document.ts';
import { strategyTitle } from '../strategy-title.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import type { View, ViewOptions, ViewPicture } from '../view.ts';
import { drawCard, drawLines } from './card.ts';
import { laneShape } from './card-shape.ts';
import { conflictWords } from './conflict-words.ts';
import { headOf, pathOf, type ConflictRoute, type Holding, type Route } from './routes.ts';
import { largest } from './block.ts';
import type { PlacedCard } from './layout.ts';
import { drawLegend } from './legend.ts';
import type { MapModel } from './model.ts';
import { mapOutline } from './outline.ts';
import { planMap, type MapPlan } from './plan.ts';
import { mapStyle } from './style.ts';
import { mapSummary } from './summary.ts';

const PADDING = 28;
/** With more cards than this, nothing glides to its new place: it would cost more than it shows. */
const MOVING = 400;
/** Above the picture, for its title. */
const HEADING = 46;

export const mapView: View = { name: 'map', title: 'Map', style: mapStyle, draw: drawMap };

/** Draws the map of a strategy. */
export function drawMap(strategy: Strategy, diagnostics: readonly Diagnostic[], options: ViewOptions): ViewPicture {
  const plan = planMap(strategy, diagnostics, options);
  const { model, findings, layout, routes } = plan;
  const left = PADDING + routes.outside;
  const legend = drawLegend(model, { x: left, y: HEADING + layout.height + PADDING, width: layout.width });
  const size = { width: Math.ceil(left + layout.width + PADDING), height: Math.ceil(HEADING + layout.height + PADDING + legend.height + PADDING / 2) };
  const title = `Map of ${strategyTitle(strategy)}`;
  const attributes = pictureAttributes({ view: 'map', title }, size);
  const body = h('svg', { ...attributes, class: layout.cards.length > MOVING ? `${String(attributes.class)} still` : attributes.class },
    h('g', { class: 'canvas', 'data-key': 'canvas' },
      h('rect', { class: 'ground', width: size.width, height: size.height }),
      drawHeading(model, size.width),
      h('g', { class: 'plan', transform: `translate(${left} ${HEADING})` },
        h('g', { class: 'lanes', 'data-key': 'lanes' }, layout.cards.map((card) => drawLane(card, plan))),
        h('g', { class: 'edges', 'data-key': 'edges' }, routes.edges.filter(({ hangs }) => !hangs).map(drawEdge), routes.holdings.map(drawHolding)),
        h('g', { class: 'cards', 'data-key': 'cards' }, layout.cards.map((card) => drawPlaced(card, plan, options))),
        h('g', { class: 'rails', 'data-key': 'rails' }, routes.edges.filter(({ hangs }) => hangs).map(drawEdge)),
        h('g', { class: 'conflicts', 'data-key': 'conflicts' }, routes.conflicts.map(drawConflict)),
      ),
      legend.markup,
    ));
  return {
    view: 'map', title, summary: mapSummary(model), body, size, text: mapOutline(model, findings, options),
    hints: { view: 'map', choices: layout.choices },
  };
}

function drawHeading({ title, asOf }: MapModel, width: number): MarkupElement {
  return h('g', { class: 'heading', 'data-key': 'heading' },
    h('text', { class: 'picture-title', x: PADDING, y: 26 }, title.length > 120 ? `${title.slice(0, 120)}…` : title),
    h('text', { class: 'muted', x: width - PADDING, y: 26, 'text-anchor': 'end' }, `as of ${asOf}`));
}

function drawPlaced(card: PlacedCard, { model, shapes, findings }: MapPlan, options: ViewOptions): Markup {
  const { element } = card.block;
  const node = element === null ? undefined : model.nodes.get(element);
  return node === undefined ? null : drawCard(node, shapes.at(node, card.width), card, findings, options);
}

function drawLane(card: PlacedCard, { lanes, layout: { cards } }: MapPlan): Markup {
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
