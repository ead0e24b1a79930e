/** What the signs of a map mean: those that occur in it. */

import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Health } from '../../model/strategy.ts';
import { healthMark } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { textWidth } from '../text-fit.ts';
import type { MapModel } from './model.ts';

const ORDER: readonly Health[] = ['on-track', 'at-risk', 'off-track', 'done', 'not-started', 'unknown', 'paused', 'draft', 'dropped'];

interface Entry {
  readonly words: string;
  readonly sign: (x: number) => MarkupElement;
  readonly width: number;
}

const LINE = 20;

/** The legend in a row, on the next one where the width is not enough. */
export function drawLegend(model: MapModel, { x, y, width }: { readonly x: number; readonly y: number; readonly width: number }): { readonly markup: MarkupElement; readonly height: number } {
  const placed: Markup[] = [];
  let left = 0;
  let top = 0;
  for (const { words, sign, width: signWidth } of entriesOf(model)) {
    const entryWidth = signWidth + 6 + textWidth(words, 11.5) + 18;
    if (left + entryWidth > width && left > 0) {
      left = 0;
      top += LINE;
    }
    placed.push(h('g', { transform: `translate(${left} ${top})` }, sign(0), h('text', { class: 'muted legend-words', x: signWidth + 6, y: 11 }, words)));
    left += Math.round(entryWidth);
  }
  const markup = h('g', { class: 'legend', 'data-key': 'legend', transform: `translate(${x} ${y})`, 'aria-hidden': 'true' }, placed);
  return { markup, height: top + LINE };
}

function entriesOf({ nodes, edges, conflicts }: MapModel): readonly Entry[] {
  const found = new Set<Health>();
  for (const { element, rows } of nodes.values()) {
    if (element.kind !== 'initiative') found.add(element.health);
    for (const { keyResult } of rows) found.add(keyResult.health);
  }
  const hanging = new Set([...nodes.values()].map(({ hangs }) => hangs));
  const others = edges.filter((edge) => !hanging.has(edge));
  return [
    ...ORDER.filter((health) => found.has(health)).map((health): Entry => ({ words: HEALTH_WORDS[health], width: 13, sign: (x) => healthMark(health, x, 0, 13) })),
    ...[...nodes.keys()].some(({ kind }) => kind === 'initiative') ? [{ words: 'initiative', width: 13, sign: (x: number) => healthMark('active', x, 0, 13) }] : [],
    { words: 'progress, and what is expected by now', width: 36, sign: () => h('g', { class: 'bar' },
      h('rect', { class: 'bar-track', y: 5, width: 36, height: 4, rx: 2 }), h('rect', { class: 'bar-value', y: 5, width: 16, height: 4, rx: 2 }), h('line', { class: 'bar-expected', x1: 24, x2: 24, y1: 2, y2: 12 })) },
    ...others.some(({ change }) => change === null) ? [line('also counts for', 'edge other')] : [],
    ...conflicts.length > 0 ? [line('conflict', 'conflict')] : [],
    ...edges.some(({ change }) => change === 'added') ? [line('new', 'edge change added')] : [],
    ...edges.some(({ change }) => change === 'removed') ? [line('no longer', 'edge change removed')] : [],
  ];
}

function line(words: string, name: string): Entry {
  const part = name === 'conflict' ? 'conflict-line' : 'edge-line';
  return { words, width: 30, sign: () => h('g', { class: name }, h('path', { class: part, d: 'M0 7H30' })) };
}
