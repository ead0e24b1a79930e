/** A trend as a small picture: a line through the check-ins, a dashed one at the target, a dot at the latest. */

import { h, type Markup } from './markup.ts';
import { amountShown } from './titles.ts';
import type { Trend, TrendPoint } from './trend.ts';

export const SPARKLINE = { width: 84, height: 22 };
const MARGIN = 3;
/** More points than pixels say nothing: every so-many-th is drawn. */
const MOST = SPARKLINE.width;

/** As many check-ins as are told. */
const LISTED = 12;

/** Its rules in the style sheet. */
export const sparklineStyle = `
.throughline .trend-line { fill: none; stroke: var(--tl-accent); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
.throughline .trend-point { fill: var(--tl-accent); }
.throughline .trend-last { fill: var(--tl-accent); stroke: var(--tl-ground); stroke-width: 1; }
.throughline .trend-target { stroke: var(--tl-line); stroke-width: 1; stroke-dasharray: 3 2; }
.throughline .trend-today { stroke: var(--tl-track); stroke-width: 1; }
`;

/** The picture in HTML, with its values for a screen reader; nothing without a trend. */
export function sparkline(trend: Trend | null): Markup {
  if (trend === null || trend.points.length === 0) return null;
  const { width, height } = SPARKLINE;
  return [
    h('svg', { class: 'sparkline', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true', focusable: 'false' }, sparklineShapes(trend)),
    h('span', { class: 'visually-hidden' }, `Check-ins: ${toldValues(trend)}`),
  ];
}

/** Its parts, for an SVG picture, in a box of the size of `SPARKLINE`. */
export function sparklineShapes(trend: Trend): Markup {
  const { width, height } = SPARKLINE;
  const x = (at: number): number => MARGIN + at * (width - 2 * MARGIN);
  const y = (level: number): number => height - MARGIN - level * (height - 2 * MARGIN);
  const drawn = drawnPoints(trend);
  const last = drawn.at(-1);
  return [
    h('title', {}, toldValues(trend)),
    trend.targets.map((target) => h('line', { class: 'trend-target', x1: 0, x2: width, y1: y(target), y2: y(target) })),
    h('line', { class: 'trend-today', x1: x(trend.asOf), x2: x(trend.asOf), y1: 0, y2: height }),
    drawn.length < 2 ? null : h('polyline', { class: 'trend-line', points: drawn.map(({ at, height: level }) => `${round(x(at))},${round(y(level))}`).join(' ') }),
    drawn.map((point) => h('circle', { class: point === last ? 'trend-last' : 'trend-point', cx: x(point.at), cy: y(point.height), r: point === last ? 2.6 : 1.4 })),
  ];
}

function drawnPoints({ points }: Trend): readonly TrendPoint[] {
  const step = Math.ceil(points.length / MOST);
  return points.filter((point, index) => point === points.at(-1) || index % step === 0);
}

/** The latest of the values, with their days. */
function toldValues(trend: Trend): string {
  return drawnPoints(trend).slice(-LISTED).map(({ day, text }) => `${day} ${amountShown(text)}`).join(', ');
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
