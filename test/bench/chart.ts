/** The charts of docs/benchmarks: how far ahead each row is, and how a keystroke grows with the strategy. */

import { h, serialize, type Markup, type MarkupElement } from '../../server/views/markup.ts';
import { ratio, type Row } from './table.ts';
import type { Growth } from './workspace.ts';

const WIDTH = 860;
const BAR = 24;
const LABELS = 400;
const OURS = '#0b7a75';
const THEIRS = '#b3541e';

function chart(height: number, title: string, ...content: readonly Markup[]): string {
  const drawing: MarkupElement = h('svg', { 'xmlns': 'http://www.w3.org/2000/svg', 'viewBox': `0 0 ${WIDTH} ${height}`, 'width': WIDTH, height, 'role': 'img', 'aria-label': title, 'font-family': 'system-ui, sans-serif', 'font-size': 13 },
    h('rect', { width: WIDTH, height, fill: '#ffffff' }),
    h('text', { 'x': 16, 'y': 28, 'font-size': 16, 'font-weight': 600, 'fill': '#1f2328' }, title),
    content);
  return `${serialize(drawing)}\n`;
}

/** Bars on a logarithmic scale around 1x. */
export function ratioChart(rows: readonly Row[]): string {
  const shown = rows.flatMap((row) => (row.ahead === null ? [] : [{ work: row.work.trim(), ahead: row.ahead }]));
  const reach = Math.max(10, ...shown.map(({ ahead }) => Math.max(ahead, 1 / ahead)));
  const half = (WIDTH - LABELS - 90) / 2;
  const middle = LABELS + half;
  const length = (ahead: number): number => (Math.log(Math.max(ahead, 1 / ahead)) / Math.log(reach)) * half;
  const bars = shown.map(({ work, ahead }, index) => {
    const y = 56 + index * BAR;
    const size = length(ahead);
    const isAhead = ahead >= 1;
    return h('g', {},
      h('text', { 'x': LABELS - 8, 'y': y + 13, 'text-anchor': 'end', 'fill': '#1f2328' }, work),
      h('rect', { x: isAhead ? middle : middle - size, y, width: Math.max(size, 1), height: BAR - 8, fill: isAhead ? OURS : THEIRS }),
      h('text', { 'x': middle + (isAhead ? size : 0) + 6, 'y': y + 13, 'fill': '#1f2328' }, ratio(ahead)));
  });
  const height = 72 + shown.length * BAR;
  return chart(height, 'Rival by Throughline: to the right we are ahead (logarithmic)',
    h('line', { x1: middle, x2: middle, y1: 48, y2: height - 16, stroke: '#8c959f' }), bars);
}

/** p99 of a keystroke by the number of files, both axes logarithmic. */
export function growthChart(growth: readonly Growth[]): string {
  const values = growth.flatMap(({ own, rival }) => (rival === null ? [own] : [own, rival]));
  const files = growth.map((point) => point.files);
  const [low, high] = [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(Math.max(...values)))];
  const [fewest, most] = [Math.min(...files), Math.max(...files)];
  const x = (count: number): number => 90 + (most === fewest ? 0 : Math.log(count / fewest) / Math.log(most / fewest)) * (WIDTH - 260);
  const y = (value: number): number => 320 - (Math.log(value / low) / Math.log(high / low)) * 250;
  const decades = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, index) => low * 10 ** index);
  const curve = (name: string, colour: string, points: readonly (readonly [number, number])[]): Markup => {
    const last = points.at(-1);
    return h('g', {},
      h('polyline', { 'points': points.map(([count, value]) => `${x(count).toFixed(1)},${y(value).toFixed(1)}`).join(' '), 'fill': 'none', 'stroke': colour, 'stroke-width': 2.5 }),
      points.map(([count, value]) => h('circle', { cx: x(count), cy: y(value), r: 4, fill: colour })),
      last === undefined ? null : h('text', { x: x(last[0]) + 10, y: y(last[1]) + 4, fill: colour }, `${name}, ${last[1].toFixed(last[1] < 10 ? 1 : 0)} ms`));
  };
  return chart(370, 'One keystroke to its findings, p99, by the number of files of the strategy',
    decades.map((value) => h('g', {},
      h('line', { x1: 90, x2: WIDTH - 170, y1: y(value), y2: y(value), stroke: '#d0d7de' }),
      h('text', { 'x': 82, 'y': y(value) + 4, 'text-anchor': 'end', 'fill': '#59636e' }, `${value} ms`))),
    growth.map((point) => h('text', { 'x': x(point.files), 'y': 345, 'text-anchor': 'middle', 'fill': '#59636e' }, point.files.toLocaleString('en'))),
    curve('Throughline', OURS, growth.map(({ files: count, own }) => [count, own])),
    curve('Langium', THEIRS, growth.flatMap(({ files: count, rival }) => (rival === null ? [] : [[count, rival] as const]))));
}
