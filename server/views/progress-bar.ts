/** A score as a bar, with a tick where it should be by now. */

import { percent } from '../model/figures.ts';
import type { Health } from '../model/strategy.ts';
import { h, type Markup } from './markup.ts';

const WIDTH = 88;
const HEIGHT = 14;
const THICKNESS = 8;

/** The bar with its percentage in HTML; a dash where the score is unknown. Scores are 0 … 1. */
export function progressBar(score: number | null, expected: number | null, health: Health | null): Markup {
  if (score === null) return h('span', { class: 'muted' }, '–', h('span', { class: 'visually-hidden' }, ' unknown'));
  const top = (HEIGHT - THICKNESS) / 2;
  return h('span', { class: 'progress-bar', title: `${percent(score)} done${expected === null ? '' : `, ${percent(expected)} expected by now`}` },
    h('svg', { class: `bar ${health ?? 'no-health'}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true', focusable: 'false' },
      h('rect', { class: 'bar-track', x: 0, y: top, width: WIDTH, height: THICKNESS, rx: 2 }),
      score === 0 ? null : h('rect', { class: 'bar-value', x: 0, y: top, width: Math.max(2, score * WIDTH), height: THICKNESS, rx: 2 }),
      expected === null ? null : h('line', { class: 'bar-expected', x1: tick(expected), x2: tick(expected), y1: 0, y2: HEIGHT }),
    ),
    h('span', { class: 'progress-value' }, percent(score)),
    expected === null ? null : h('span', { class: 'visually-hidden' }, `, ${percent(expected)} expected by now`),
  );
}

/** Within the bar, however thick the tick is. */
function tick(expected: number): number {
  return Math.min(WIDTH - 0.75, Math.max(0.75, expected * WIDTH));
}
