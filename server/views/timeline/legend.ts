/** What the signs of a timeline mean: those that occur in it. */

import { h, type Markup, type MarkupElement } from '../markup.ts';
import { textWidth } from '../text-fit.ts';
import type { TimelineModel } from './model.ts';

interface Entry {
  readonly words: string;
  readonly sign: Markup;
  readonly width: number;
}

/** The legend in a row. */
export function drawTimelineLegend({ groups, dependencies }: TimelineModel, { x, y }: { readonly x: number; readonly y: number }): MarkupElement {
  const rows = groups.flatMap((group) => group.rows);
  const entries: Entry[] = [];
  const add = (holds: boolean, words: string, width: number, sign: Markup): void => {
    if (holds) entries.push({ words, width, sign });
  };
  add(rows.some(({ element }) => element.kind === 'objective'), 'objective, filled as far as it has come', 34, [
    h('rect', { class: 'span', y: -6, width: 34, height: 12, rx: 3 }), h('rect', { class: 'span-value', y: -6, width: 15, height: 12, rx: 3 })]);
  add(rows.some(({ element }) => element.kind === 'initiative'), 'initiative', 34, h('rect', { class: 'work', y: -4.5, width: 34, height: 9, rx: 4.5 }));
  add(rows.some(({ checkins }) => checkins.length > 0), 'check-in', 8, h('circle', { class: 'checkin', cx: 4, cy: 0, r: 3.75 }));
  add(rows.some(({ due }) => due !== null), 'due', 11, h('path', { class: 'due', d: 'M5.5 -5.5L11 0L5.5 5.5L0 0Z' }));
  add(rows.some(({ overdueSince }) => overdueSince !== null), 'late', 26, h('line', { class: 'late-line', x1: 0, x2: 26, y1: 0, y2: 0 }));
  for (const [state, words] of [['open', 'needs'], ['met', 'needed and done'], ['late', 'needed, and ends later']] as const) {
    add(dependencies.some((dependency) => dependency.state === state), words, 26, h('g', { class: `needs ${state}` },
      h('path', { class: 'needs-line', d: 'M26 0H6' }), h('path', { class: 'needs-head', d: 'M0 0L7 -3.5L7 3.5Z' })));
  }
  let left = 0;
  const drawn = entries.map(({ words, sign, width }) => {
    const place = left;
    left += Math.round(width + 6 + textWidth(words, 11.5) + 22);
    return h('g', { transform: `translate(${place} 0)` }, sign, h('text', { class: 'muted legend-words', x: width + 6, y: 4 }, words));
  });
  return h('g', { class: 'legend on-track', 'data-key': 'legend', transform: `translate(${x} ${y + 10})`, 'aria-hidden': 'true' }, drawn);
}
