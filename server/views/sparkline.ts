/** A trend as a small picture: a line through the check-ins, a dashed one at the target, a dot at the latest. */

import { h, type Markup } from './markup.ts';
import { amountShown } from './titles.ts';
import type { Trend } from './trend.ts';

const WIDTH = 84;
const HEIGHT = 22;
const MARGIN = 3;
/** More points than pixels say nothing: every so-many-th is drawn. */
const MOST = WIDTH;

/** The picture in HTML, with its values for a screen reader; nothing without a trend. */
export function sparkline(trend: Trend | null): Markup {
  const last = trend?.points.at(-1);
  if (trend === null || last === undefined) return null;
  const x = (at: number): number => MARGIN + at * (WIDTH - 2 * MARGIN);
  const y = (height: number): number => HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN);
  const step = Math.ceil(trend.points.length / MOST);
  const drawn = trend.points.filter((point, index) => point === last || index % step === 0);
  const told = drawn.slice(-LISTED).map(({ day, text }) => `${day} ${amountShown(text)}`).join(', ');
  return [
    h('svg', { class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true', focusable: 'false' },
      h('title', {}, told),
      trend.targets.map((target) => h('line', { class: 'trend-target', x1: 0, x2: WIDTH, y1: y(target), y2: y(target) })),
      h('line', { class: 'trend-today', x1: x(trend.asOf), x2: x(trend.asOf), y1: 0, y2: HEIGHT }),
      drawn.length < 2 ? null : h('polyline', { class: 'trend-line', points: drawn.map(({ at, height }) => `${round(x(at))},${round(y(height))}`).join(' ') }),
      drawn.map((point) => h('circle', { class: point === last ? 'trend-last' : 'trend-point', cx: x(point.at), cy: y(point.height), r: point === last ? 2.6 : 1.4 })),
    ),
    h('span', { class: 'visually-hidden' }, `Check-ins: ${told}`),
  ];
}

/** As many check-ins as are told. */
const LISTED = 12;

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
