/** Where everything in a map stands: model, cards with their text, places, and the ways of edges. */

import type { KeyResult, Strategy } from '../../model/strategy.ts';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import { findingsOf, type FindingsOf } from '../findings-of.ts';
import type { ViewOptions } from '../view.ts';
import type { Block } from './block.ts';
import { cardShape, laneShape, type CardShape } from './card-shape.ts';
import { layoutMap, type MapLayout } from './layout.ts';
import { mapModel, type MapElement, type MapLane, type MapModel, type MapNode } from './model.ts';
import { routesOf, type Routes } from './routes.ts';

export interface MapPlan {
  readonly model: MapModel;
  readonly findings: FindingsOf;
  readonly shapes: Shapes;
  /** By the block of its heading. */
  readonly lanes: ReadonlyMap<Block, MapLane>;
  readonly layout: MapLayout;
  readonly routes: Routes;
}

/** Plans the map that the options ask for. */
export function planMap(strategy: Strategy, diagnostics: readonly Diagnostic[], options: ViewOptions): MapPlan {
  const model = mapModel(strategy, options);
  const findings = findingsOf(strategy, diagnostics);
  const shapes = new Shapes(findings);
  const lanes = new Map(model.lanes.map((lane) => [laneBlock(lane, shapes), lane] as const));
  const blocks = [...model.roots.map((node) => shapes.block(node)), ...lanes.keys()];
  const layout = layoutMap(blocks, options.aspect, options.hints?.view === 'map' ? options.hints.choices : null);
  const middles = new Map<KeyResult, number>();
  for (const { block: { element }, width } of layout.cards) {
    const node = element === null ? undefined : model.nodes.get(element);
    if (node !== undefined) for (const { row, y, height } of shapes.at(node, width).rows) middles.set(row.keyResult, y + height / 2);
  }
  const routes = routesOf(model, layout, (keyResult) => middles.get(keyResult) ?? null);
  return { model, findings, shapes, lanes, layout, routes };
}

/** The heading of a lane, with what stands in it. */
function laneBlock(lane: MapLane, shapes: Shapes): Block {
  return {
    key: `lane:${lane.kind}`, element: null, children: lane.nodes.map((node) => shapes.block(node)),
    heightAt: (width) => laneShape(lane, width).height,
  };
}

/** Cards with their text broken into lines, worked out once for each width. */
export class Shapes {
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
