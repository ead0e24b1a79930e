/**
 * A layered layout for graphs that mostly run one way (Sugiyama, Tagawa and Toda, 1981): layers by longest path, order by
 * barycentres, places by the nearest that keep order and distance (pool adjacent violators). Linear in nodes and edges
 * but for sorting; circles are cut where they close.
 */

export interface LayerNode {
  readonly id: string;
  readonly height: number;
}

export interface LayerEdge {
  readonly from: string;
  readonly to: string;
}

export interface Layered {
  /** Of each node its layer (0 leads nowhere) and the upper edge of its box. */
  readonly places: ReadonlyMap<string, { readonly layer: number; readonly y: number }>;
  /** Of each edge the heights at which it passes the layers between its ends, from its start on. */
  readonly routes: readonly { readonly edge: LayerEdge; readonly through: readonly number[] }[];
  readonly layers: number;
  readonly height: number;
}

/** An edge that spans more layers runs behind what lies between. */
const LONGEST_ROUTE = 12;
/** Room for an edge that passes a layer. */
const LANE = 14;
const SWEEPS = 6;

interface Box {
  readonly id: string | null;
  readonly layer: number;
  readonly height: number;
  readonly before: Box[];
  readonly after: Box[];
  order: number;
  y: number;
}

/** Lays out nodes with `gap` between them; edges to what is no node are left out. */
export function layers(nodes: readonly LayerNode[], edges: readonly LayerEdge[], gap: number): Layered {
  const known = new Set(nodes.map(({ id }) => id));
  const drawn = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const depth = depths(nodes, drawn);
  const boxes = new Map<string, Box>();
  const columns: Box[][] = [];
  const add = (id: string | null, layer: number, height: number): Box => {
    const box: Box = { id, layer, height, before: [], after: [], order: 0, y: 0 };
    (columns[layer] ??= []).push(box);
    return box;
  };
  for (const { id, height } of nodes) boxes.set(id, add(id, depth.get(id) ?? 0, height));
  const lanes = drawn.map((edge) => route(edge, boxes, add));
  for (let layer = 0; layer < columns.length; layer += 1) columns[layer] ??= [];
  arrange(columns);
  place(columns, gap);
  const all = columns.flat();
  const top = all.reduce((least, { y }) => Math.min(least, y), Infinity);
  for (const box of all) box.y -= top;
  return {
    places: new Map([...boxes].map(([id, { layer, y }]) => [id, { layer, y }])),
    routes: drawn.map((edge, index) => ({ edge, through: (lanes[index] ?? []).map(({ y, height }) => y + height / 2) })),
    layers: columns.length,
    height: all.reduce((most, { y, height }) => Math.max(most, y + height), 0),
  };
}

/** The longest path from each node to one that leads nowhere. What is left on a circle when nothing else is goes as it comes. */
function depths(nodes: readonly LayerNode[], edges: readonly LayerEdge[]): ReadonlyMap<string, number> {
  const open = new Map(nodes.map(({ id }) => [id, 0]));
  const into = new Map<string, string[]>();
  for (const { from, to } of edges) {
    open.set(from, (open.get(from) ?? 0) + 1);
    const sources = into.get(to);
    if (sources === undefined) into.set(to, [from]);
    else sources.push(from);
  }
  const depth = new Map<string, number>();
  const ready = nodes.filter(({ id }) => open.get(id) === 0).map(({ id }) => id);
  const done = new Set<string>();
  for (let cut = 0; done.size < nodes.length;) {
    const id = ready.pop() ?? nextOf(nodes, done, () => cut++);
    if (id === null) break;
    if (done.has(id)) continue;
    done.add(id);
    const next = (depth.get(id) ?? 0) + 1;
    for (const source of into.get(id) ?? []) {
      if (done.has(source)) continue;
      depth.set(source, Math.max(depth.get(source) ?? 0, next));
      const left = (open.get(source) ?? 0) - 1;
      open.set(source, left);
      if (left === 0) ready.push(source);
    }
  }
  return depth;
}

/** The next node that is not done, in order; `advance` gives and moves the index. */
function nextOf(nodes: readonly LayerNode[], done: ReadonlySet<string>, advance: () => number): string | null {
  for (;;) {
    const node = nodes[advance()];
    if (node === undefined) return null;
    if (!done.has(node.id)) return node.id;
  }
}

/** Links the ends of an edge through a lane in each layer between; the lanes from its start on. */
function route({ from, to }: LayerEdge, boxes: ReadonlyMap<string, Box>, add: (id: null, layer: number, height: number) => Box): readonly Box[] {
  const start = boxes.get(from);
  const end = boxes.get(to);
  if (start === undefined || end === undefined) return [];
  const between: Box[] = [];
  // An edge that closes a circle leads back to a layer before; it is drawn, and orders nothing.
  if (start.layer <= end.layer) return between;
  if (start.layer - end.layer <= LONGEST_ROUTE) for (let layer = start.layer - 1; layer > end.layer; layer -= 1) between.push(add(null, layer, LANE));
  const path = [start, ...between, end];
  for (const [index, box] of path.entries()) {
    const next = path[index + 1];
    if (next === undefined) continue;
    box.after.push(next);
    next.before.push(box);
  }
  return between;
}

/** Orders each column by the mean place of what it is linked to, from one side and then the other. */
function arrange(columns: readonly Box[][]): void {
  for (const column of columns) number(column);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const outward = sweep % 2 === 0;
    for (const column of outward ? columns : columns.toReversed()) {
      const wanted = new Map(column.map((box) => [box, mean(outward ? box.after : box.before, ({ order }) => order) ?? box.order]));
      column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a.order - b.order);
      number(column);
    }
  }
}

/** Orders are shares of a column, so that long and short ones compare. */
function number(column: readonly Box[]): void {
  for (const [index, box] of column.entries()) box.order = (index + 0.5) / column.length;
}

/** Moves boxes to where their links pull them, as far as order and distance allow. */
function place(columns: readonly Box[][], gap: number): void {
  for (const column of columns) settle(column, gap, (_, index) => index * gap);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const outward = sweep % 2 === 0;
    for (const column of outward ? columns : columns.toReversed()) {
      settle(column, gap, (box) => (mean(outward ? box.after : box.before, middle) ?? middle(box)) - box.height / 2);
    }
  }
}

function middle({ y, height }: Box): number {
  return y + height / 2;
}

/** The places nearest to those wanted (least squares) that keep the order and the gap: pool adjacent violators. */
function settle(column: readonly Box[], gap: number, wanted: (box: Box, index: number) => number): void {
  const pools: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, box] of column.entries()) {
    offsets.push(offset);
    pools.push({ sum: wanted(box, index) - offset, count: 1 });
    offset += box.height + (box.id === null && column[index + 1]?.id === null ? gap / 4 : gap);
    for (let last = pools.at(-1), before = pools.at(-2); last !== undefined && before !== undefined && before.sum / before.count > last.sum / last.count; last = pools.at(-1), before = pools.at(-2)) {
      before.sum += last.sum;
      before.count += last.count;
      pools.pop();
    }
  }
  let index = 0;
  for (const { sum, count } of pools) {
    for (let within = 0; within < count; within += 1, index += 1) {
      const box = column[index];
      if (box !== undefined) box.y = sum / count + (offsets[index] ?? 0);
    }
  }
}

function mean(boxes: readonly Box[], value: (box: Box) => number): number | null {
  return boxes.length === 0 ? null : boxes.reduce((sum, box) => sum + value(box), 0) / boxes.length;
}
