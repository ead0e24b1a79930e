/**
 * The map as data: goals on top, below each what supports it most, at the leaves initiatives; what serves no goal in
 * lanes of its own. Every element stands once, below the one thing that it hangs on; its other supports are edges.
 */

import { formatDay } from '../../../grammar/calendar.ts';
import type { Goal, Initiative, KeyResult, Objective, Strategy } from '../../model/strategy.ts';
import { TargetConflicts, type ConflictReason } from '../../rules/target-conflicts.ts';
import type { ChangeMark, ViewOptions } from '../view.ts';
import { hangings, type Hanging } from './hanging.ts';
import { laneOf, reasonOf, LANES, type LaneKind } from './lanes.ts';
import { sidesOf, type Sides } from './sides.ts';
import { visibilityOf, type Visibility } from './visibility.ts';

/** What has a card of its own. */
export type MapElement = Goal | Objective | Initiative;
/** What an edge leads to. */
export type MapTarget = Goal | Objective | KeyResult;

/** A key result within its objective's card. */
export interface MapRow {
  readonly keyResult: KeyResult;
  readonly mark: ChangeMark | null;
}

export interface MapEdge {
  /** Stable and unique: the ids of both ends. */
  readonly key: string;
  readonly kind: 'supports' | 'advances';
  readonly from: MapElement;
  readonly to: MapTarget;
  /** How much of `from` counts there, 0 … 1; null where shares say nothing. */
  readonly share: number | null;
  readonly change: 'added' | 'removed' | null;
}

export interface MapNode {
  readonly element: MapElement;
  readonly rows: readonly MapRow[];
  /** What hangs on it, in the order of its key results, then as written; initiatives last. */
  readonly children: readonly MapNode[];
  /** The edge by which it hangs on its parent; null for a root. */
  readonly hangs: MapEdge | null;
  /** What else it supports or advances. */
  readonly others: readonly MapEdge[];
  /** Not asked for by the filter, but on the way from what is. */
  readonly context: boolean;
  /** How many elements are folded away in it. */
  readonly folded: number;
  readonly mark: ChangeMark | null;
  /** Why it stands in a lane; null elsewhere. */
  readonly reason: string | null;
}

export interface MapLane {
  readonly kind: LaneKind;
  readonly title: string;
  /** In a sentence. */
  readonly meaning: string;
  readonly nodes: readonly MapNode[];
}

export interface MapConflict {
  readonly key: string;
  readonly a: KeyResult;
  readonly b: KeyResult;
  readonly reason: ConflictReason;
}

export interface MapModel {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Goals that support no other one. */
  readonly roots: readonly MapNode[];
  readonly lanes: readonly MapLane[];
  /** Every edge between what is shown, those by which things hang included. */
  readonly edges: readonly MapEdge[];
  readonly conflicts: readonly MapConflict[];
  /** Everything with a card, by the element. */
  readonly nodes: ReadonlyMap<MapElement, MapNode>;
  /** Elements that are left out because they are past or dropped. */
  readonly history: number;
}

/** The map that the options ask for. */
export function mapModel(strategy: Strategy, options: ViewOptions): MapModel {
  return new MapBuilder(strategy, options).build();
}

class MapBuilder {
  readonly #strategy: Strategy;
  readonly #options: ViewOptions;
  readonly #sides: Sides;
  readonly #visibility: Visibility;
  readonly #hangings: ReadonlyMap<MapElement, Hanging>;
  readonly #children = new Map<MapElement, MapElement[]>();
  readonly #nodes = new Map<MapElement, MapNode>();
  readonly #edges: MapEdge[] = [];
  readonly #rows = new Set<KeyResult>();

  constructor(strategy: Strategy, options: ViewOptions) {
    this.#strategy = strategy;
    this.#options = options;
    this.#sides = sidesOf(strategy, options.changes);
    this.#hangings = hangings(this.#sides, strategy.cycles);
    this.#visibility = visibilityOf(strategy, options, this.#sides, this.#hangings);
  }

  build(): MapModel {
    const roots: MapElement[] = [];
    for (const element of this.#sides.elements) {
      if (!this.#visibility.shown.has(element)) continue;
      const parent = this.#hangings.get(element)?.parent ?? null;
      if (parent === null) roots.push(element);
      else this.#childrenOf(parent).push(element);
    }
    const goals = roots.filter(({ kind }) => kind === 'goal').map((goal) => this.#node(goal));
    const lanes = LANES.map((lane) => ({ ...lane, nodes: roots.filter((root) => laneOf(root) === lane.kind).map((root) => this.#node(root)) })).filter(({ nodes }) => nodes.length > 0);
    return {
      title: this.#strategy.header?.title ?? 'Strategy',
      asOf: formatDay(this.#strategy.asOf),
      roots: goals, lanes,
      edges: this.#edges.filter(({ to }) => this.#isDrawn(to)),
      conflicts: this.#conflicts(),
      nodes: this.#nodes,
      history: this.#visibility.history,
    };
  }

  #childrenOf(parent: MapElement): MapElement[] {
    let children = this.#children.get(parent);
    if (children === undefined) this.#children.set(parent, children = []);
    return children;
  }

  /** The node of a root with all below it; without recursion, since a cascade may be as deep as a strategy is long. */
  #node(root: MapElement): MapNode {
    const order: { readonly element: MapElement; readonly within: boolean }[] = [];
    const open = [{ element: root, within: false }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      order.push(next);
      const folded = next.within || this.#options.collapsed.has(next.element.id);
      for (const child of this.#childrenOf(next.element)) open.push({ element: child, within: folded });
    }
    const hidden = new Map<MapElement, number>();
    for (const { element, within } of order.reverse()) {
      const rows = this.#visibility.rows(element);
      const below = this.#childrenOf(element).reduce((sum, child) => sum + 1 + (hidden.get(child) ?? 0), rows.length);
      hidden.set(element, below);
      if (!within) this.#nodes.set(element, this.#shape(element, rows, below, element === root));
    }
    const node = this.#nodes.get(root);
    if (node === undefined) throw new Error(`No node of ${root.id}`);
    return node;
  }

  #shape(element: MapElement, rows: readonly KeyResult[], below: number, isRoot: boolean): MapNode {
    const hanging = this.#hangings.get(element) ?? null;
    const isFolded = this.#options.collapsed.has(element.id);
    const shownRows = isFolded ? [] : rows;
    for (const row of shownRows) this.#rows.add(row);
    const edges = hanging === null ? [] : hanging.edges;
    for (const edge of edges) this.#edges.push(edge);
    const hangs = isRoot ? null : hanging?.edge ?? null;
    return {
      element,
      rows: shownRows.map((keyResult) => ({ keyResult, mark: this.#sides.markOf(keyResult) })),
      children: isFolded ? [] : this.#ordered(element, rows),
      hangs,
      others: edges.filter((edge) => edge !== hangs),
      context: this.#visibility.context.has(element),
      folded: isFolded ? below : 0,
      mark: this.#sides.markOf(element),
      reason: isRoot ? reasonOf(element) : null,
    };
  }

  /** Children by the key result that they hang on, then as written; initiatives last. */
  #ordered(element: MapElement, rows: readonly KeyResult[]): readonly MapNode[] {
    const places = new Map<MapTarget, number>(rows.map((row, index) => [row, index]));
    const place = (child: MapElement): number => {
      if (child.kind === 'initiative') return rows.length;
      const target = this.#hangings.get(child)?.edge?.to;
      return target === undefined ? -1 : places.get(target) ?? -1;
    };
    return this.#childrenOf(element)
      .toSorted((a, b) => place(a) - place(b))
      .map((child) => this.#nodes.get(child))
      .filter((child) => child !== undefined);
  }

  #isDrawn(target: MapTarget): boolean {
    return target.kind === 'kr' ? this.#rows.has(target) || this.#nodes.has(target.objective) : this.#nodes.has(target);
  }

  #conflicts(): readonly MapConflict[] {
    const found = new Map<string, MapConflict>();
    const conflicts = new TargetConflicts(this.#strategy);
    for (const a of this.#rows) {
      for (const { keyResult: b, reason } of conflicts.of(a)?.others ?? []) {
        if (!this.#rows.has(b)) continue;
        const key = JSON.stringify([a.id, b.id].sort());
        if (!found.has(key)) found.set(key, { key: `conflict:${key}`, a, b, reason });
      }
    }
    return [...found.values()];
  }
}
