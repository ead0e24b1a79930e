/** Health by colour and by shape, so that it is read in print and by those who do not tell the colours apart. */

import { HEALTH_WORDS } from '../model/health-words.ts';
import type { Health } from '../model/strategy.ts';
import { h, type MarkupElement } from './markup.ts';

/** Health, and the status of an initiative that is under way, which has none. */
export type MarkName = Health | 'active';

/**
 * What is drawn of each health within a square of 16: a filled shape, and a sign in it that is cut out in the colour of
 * the ground. Round is well, pointed needs a look, square has stopped, open has not begun.
 */
const SHAPES: Readonly<Record<MarkName, { readonly shape: string; readonly sign: string; readonly open: boolean }>> = {
  'on-track': { shape: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z', sign: 'M4.8 10.4L8 5.6l3.2 4.8', open: false },
  'at-risk': { shape: 'M8 1.2L15.6 14.6H.4z', sign: 'M8 6v4M8 12.1v.6', open: false },
  'off-track': { shape: 'M8 .2L15.8 8L8 15.8L.2 8z', sign: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8', open: false },
  done: { shape: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z', sign: 'M4.6 8.2l2.4 2.5l4.5-5', open: false },
  'not-started': { shape: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', sign: '', open: true },
  unknown: { shape: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', sign: 'M6.2 6.6a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2M8 11.2v.5', open: true },
  paused: { shape: 'M2 2h12v12H2z', sign: 'M6 5v6M10 5v6', open: false },
  draft: { shape: 'M2 2h12v12H2z', sign: 'M5 8h6', open: true },
  dropped: { shape: 'M2 2h12v12H2z', sign: 'M5 5l6 6M11 5l-6 6', open: false },
  active: { shape: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', sign: 'M6.6 5.4v5.2L10.6 8z', open: true },
};

/** The mark of a health as a part of an SVG picture, its upper left corner at (x, y). */
export function healthMark(health: MarkName, x: number, y: number, size = 16): MarkupElement {
  const { shape, sign, open } = SHAPES[health];
  return h('g', { class: `health ${health}${open ? ' open' : ''}`, transform: `translate(${place(x)} ${place(y)})${size === 16 ? '' : ` scale(${place(size / 16)})`}`, 'aria-hidden': 'true' },
    h('path', { class: 'health-shape', d: shape }),
    sign === '' ? null : h('path', { class: 'health-sign', d: sign }),
  );
}

function place(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The mark of a health in HTML. */
export function healthIcon(health: Health): MarkupElement {
  return h('svg', { class: 'health-icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' }, healthMark(health, 0, 0));
}

/** The mark of a health in HTML, with its words. */
export function healthBadge(health: Health): MarkupElement {
  return h('span', { class: 'health-badge' },
    healthIcon(health),
    h('span', { class: 'health-word' }, HEALTH_WORDS[health]),
  );
}
