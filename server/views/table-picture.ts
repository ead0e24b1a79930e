/** Tables as an SVG picture, for slides and documents that take no HTML. */

import { percent } from '../model/figures.ts';
import { HEALTH_WORDS } from '../model/health-words.ts';
import type { Health } from '../model/strategy.ts';
import { pictureAttributes } from './document.ts';
import { healthMark } from './health-mark.ts';
import { h, type Markup, type MarkupElement } from './markup.ts';
import { SPARKLINE, sparklineShapes, sparklineStyle } from './sparkline.ts';
import { fitText } from './text-fit.ts';
import type { Trend } from './trend.ts';
import type { ViewName } from './view.ts';

export interface TableColumn {
  readonly title: string;
  /** In pixels. */
  readonly width: number;
}

export type TableCell =
  | { readonly type: 'text'; readonly text: string; readonly look?: 'strong' | 'muted' | 'alarm'; readonly indent?: number; readonly detail?: string }
  | { readonly type: 'health'; readonly health: Health }
  | { readonly type: 'marks'; readonly marks: readonly Health[]; readonly text: string; readonly detail?: string }
  | { readonly type: 'progress'; readonly score: number; readonly expected: number | null; readonly health: Health | null }
  | { readonly type: 'trend'; readonly trend: Trend }
  | null;

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** `head`: stands out, as the first of what follows. */
  readonly look: 'head' | 'plain';
}

export interface TableBlock {
  /** null for the only one. */
  readonly title: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Rules of its own in the style sheet. */
export const tablePictureStyle = `${sparklineStyle}
.table-picture .ground { fill: var(--tl-ground); }
.table-picture .picture-title { font-size: 18px; font-weight: 600; }
.table-picture text.block-title { font-size: 14px; font-weight: 600; }
.table-picture text.column { font-size: 11px; font-weight: 600; fill: var(--tl-muted); }
.table-picture text.detail { font-size: 11px; fill: var(--tl-muted); }
.table-picture text.alarm { font-weight: 600; fill: var(--tl-off-track); }
.table-picture .head-box { fill: var(--tl-card-head); }
.table-picture .rule { stroke: var(--tl-track); stroke-width: 1; }
.table-picture .head-rule { stroke: var(--tl-border); stroke-width: 1.5; }
`;

const PADDING = 28;
const HEADING = 46;
const CELL = 8;
const LINE = 16;
const DETAIL_LINE = 14;
const COLUMN_HEAD = 28;
const SIZE = 12;
const MARKS = 12;

/** One `svg` element with the tables below each other. */
export function tablePicture({ view, title, asOf }: { readonly view: ViewName; readonly title: string; readonly asOf: string }, blocks: readonly TableBlock[]): MarkupElement {
  const width = Math.max(480, ...blocks.map(({ columns }) => columns.reduce((sum, column) => sum + column.width, 0))) + 2 * PADDING;
  const parts: Markup[] = [];
  let y = HEADING;
  for (const block of blocks) {
    const drawn = drawBlock(block, y);
    parts.push(drawn.markup);
    y = drawn.bottom + 28;
  }
  const size = { width, height: y };
  return h('svg', { ...pictureAttributes({ view, title }, size), class: `throughline picture table-picture ${view}` },
    h('rect', { class: 'ground', width: size.width, height: size.height }),
    h('text', { class: 'picture-title', x: PADDING, y: 26 }, title.length > 120 ? `${title.slice(0, 120)}…` : title),
    h('text', { class: 'muted', x: width - PADDING, y: 26, 'text-anchor': 'end' }, `as of ${asOf}`),
    parts,
  );
}

function drawBlock({ title, columns, rows }: TableBlock, top: number): { readonly markup: Markup; readonly bottom: number } {
  const lefts = columns.map((_, index) => PADDING + columns.slice(0, index).reduce((sum, { width }) => sum + width, 0));
  const right = PADDING + columns.reduce((sum, { width }) => sum + width, 0);
  const headTop = title === null ? top : top + 26;
  const parts: Markup[] = [
    title === null ? null : h('text', { class: 'block-title', x: PADDING, y: top + 14 }, title),
    columns.map((column, index) => h('text', { class: 'column', x: (lefts[index] ?? 0) + CELL, y: headTop + 18 }, fitText(column.title, column.width - CELL, 1, 11, true).lines)),
    h('line', { class: 'head-rule', x1: PADDING, x2: right, y1: headTop + COLUMN_HEAD, y2: headTop + COLUMN_HEAD }),
  ];
  let y = headTop + COLUMN_HEAD;
  for (const { cells, look } of rows) {
    const drawn = cells.map((cell, index) => drawCell(cell, (lefts[index] ?? 0) + CELL, y + 6, (columns[index]?.width ?? 0) - 2 * CELL));
    const height = Math.max(LINE, ...drawn.map((cell) => cell.height)) + 12;
    if (look === 'head') parts.push(h('rect', { class: 'head-box', x: PADDING, y, width: right - PADDING, height }));
    parts.push(drawn.map(({ markup }) => markup), h('line', { class: 'rule', x1: PADDING, x2: right, y1: y + height, y2: y + height }));
    y += height;
  }
  return { markup: parts, bottom: y };
}

interface DrawnCell {
  readonly markup: Markup;
  readonly height: number;
}

function drawCell(cell: TableCell, x: number, y: number, width: number): DrawnCell {
  switch (cell?.type) {
    case undefined: return { markup: null, height: 0 };
    case 'text': return drawText(cell.text, x + (cell.indent ?? 0) * 16, y, width - (cell.indent ?? 0) * 16, cell.look ?? null, cell.detail);
    case 'health': return { markup: [healthMark(cell.health, x, y), h('text', { x: x + 22, y: y + 12 }, HEALTH_WORDS[cell.health])], height: LINE };
    case 'marks': {
      const marks = cell.marks.slice(0, MARKS);
      const room = marks.length * 19;
      const text = drawText(cell.text, x + room + (room > 0 ? 5 : 0), y, width - room - 5, null, cell.detail);
      return { markup: [marks.map((health, index) => healthMark(health, x + index * 19, y)), text.markup], height: Math.max(LINE, text.height) };
    }
    case 'progress': return { markup: drawProgress(cell, x, y, width), height: LINE };
    case 'trend': return { markup: h('g', { class: 'sparkline', transform: `translate(${x} ${y - 3})` }, sparklineShapes(cell.trend)), height: SPARKLINE.height - 4 };
    default: return cell satisfies never;
  }
}

function drawText(text: string, x: number, y: number, width: number, look: 'strong' | 'muted' | 'alarm' | null, detail = ''): DrawnCell {
  const { lines } = fitText(text, width, 3, SIZE, look === 'strong' || look === 'alarm');
  const details = detail === '' ? [] : fitText(detail, width, 2, 11).lines;
  return {
    markup: [
      lines.map((line, index) => h('text', { class: look, x, y: y + 12 + index * LINE }, line)),
      details.map((line, index) => h('text', { class: 'detail', x, y: y + 11 + lines.length * LINE + index * DETAIL_LINE }, line)),
    ],
    height: lines.length * LINE + details.length * DETAIL_LINE,
  };
}

function drawProgress({ score, expected, health }: { readonly score: number; readonly expected: number | null; readonly health: Health | null }, x: number, y: number, width: number): Markup {
  const bar = width - 44;
  const tick = x + Math.min(bar - 1, Math.max(1, (expected ?? 0) * bar));
  return h('g', { class: health ?? 'no-health' },
    h('rect', { class: 'bar-track', x, y: y + 4, width: bar, height: 8, rx: 2 }),
    score === 0 ? null : h('rect', { class: 'bar-value', x, y: y + 4, width: Math.max(2, score * bar), height: 8, rx: 2 }),
    expected === null ? null : h('line', { class: 'bar-expected', x1: tick, x2: tick, y1: y + 1, y2: y + 15 }),
    h('text', { x: x + width, y: y + 12, 'text-anchor': 'end' }, percent(score)),
  );
}
