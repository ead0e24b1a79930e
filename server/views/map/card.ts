/** The card of an element in the map, drawn. */

import type { Diagnostic } from '../../rules/diagnostic.ts';
import type { KeyResult } from '../../model/strategy.ts';
import { elementAttributes, nameOf } from '../element.ts';
import type { FindingsOf } from '../findings-of.ts';
import { findingBadge } from '../finding-badge.ts';
import { healthMark, type MarkName } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { shortened } from '../titles.ts';
import type { ViewOptions } from '../view.ts';
import { MARK, PAD, SCORE, type CardShape, type RowShape, type TextLine } from './card-shape.ts';
import { scoreWords } from './card-words.ts';
import type { MapElement, MapNode } from './model.ts';

/** A card at its place in the picture. */
export function drawCard(node: MapNode, shape: CardShape, place: { readonly x: number; readonly y: number; readonly height: number }, findings: FindingsOf, options: ViewOptions): MarkupElement {
  const { element, mark, context, folded } = node;
  const health = markOf(element);
  const { width } = shape;
  const isLead = node.hangs === null && element.kind === 'goal';
  const found = findings(element);
  return h('g', {
    ...elementAttributes(element, findings, options),
    class: classes('card', 'moves', element.kind, health, isLead && 'lead', context && 'context', mark !== null && `change ${mark.change}`, folded > 0 && 'folded'),
    transform: `translate(${at(place.x)} ${at(place.y)})`,
    'data-context': context || null,
    'data-change': mark?.change,
    'aria-expanded': node.children.length > 0 || node.rows.length > 0 ? 'true' : folded > 0 ? 'false' : null,
  },
  wholeTitle(element, shape.lines),
  h('rect', { class: 'card-box', width, height: place.height, rx: 6 }),
  h('path', { class: 'card-strip', d: `M6 0H4A4 4 0 0 0 0 4V${at(place.height - 4)}A4 4 0 0 0 4 ${at(place.height)}H6z` }),
  healthMark(health, PAD, shape.lines[0]?.style.name === 'lead' ? 13 : 11, MARK),
  drawLines(shape.lines),
  shape.bar === null || element.kind === 'initiative' ? null : drawBar(element, PAD, isLead ? place.height - 18 : shape.bar, width - PAD - SCORE, width - PAD),
  found.length === 0 ? null : findingBadge(found, width - PAD, 10),
  folded === 0 ? null : foldedBadge(folded, width - PAD, found.length > 0 ? 28 : 10),
  shape.rows.map((row) => drawRow(row, width, findings, options)),
  node.children.length === 0 && folded === 0 ? null : foldToggle(element.id, folded > 0, place.height));
}

/** What folds away what hangs on it: at the card's lower edge, in pages that can fold. */
function foldToggle(id: string, folded: boolean, height: number): MarkupElement {
  return h('g', { class: 'fold-toggle', 'data-fold': id, transform: `translate(32 ${at(height)})`, 'aria-hidden': 'true' },
    h('circle', { r: 7 }),
    h('path', { d: folded ? 'M-3.5 0H3.5M0 -3.5V3.5' : 'M-3.5 0H3.5' }));
}

function drawRow({ row, y, height, lines }: RowShape, width: number, findings: FindingsOf, options: ViewOptions): MarkupElement {
  const { keyResult, mark } = row;
  const found: readonly Diagnostic[] = findings(keyResult);
  const right = width - PAD;
  return h('g', {
    ...elementAttributes(keyResult, findings, options),
    class: classes('row', keyResult.health, mark !== null && `change ${mark.change}`),
    transform: `translate(0 ${at(y)})`,
    'data-objective': keyResult.objective.id,
    'data-change': mark?.change,
  },
  wholeTitle(keyResult, lines),
  h('rect', { class: 'row-box', x: 4, width: width - 5, height }),
  h('line', { class: 'row-rule', x1: PAD, x2: right, y1: 0, y2: 0 }),
  healthMark(keyResult.health, PAD, 8, 12),
  drawLines(lines),
  h('text', { class: 'score', x: found.length > 0 ? right - 14 : right, y: 18, 'text-anchor': 'end' }, scoreWords(keyResult)),
  found.length === 0 ? null : findingBadge(found, right, 8, true),
  keyResult.score === null ? null : progress(keyResult.score, keyResult.expected, right - SCORE + 10, 24, right, 3));
}

/** The bar of progress with what is expected by now, and the score beside it. */
function drawBar({ score, expected }: { readonly score: number | null; readonly expected: number | null }, left: number, y: number, right: number, end: number): Markup {
  return [
    progress(score ?? 0, score === null ? null : expected, left, y, right, 5),
    h('text', { class: 'score strong', x: end, y: y + 7, 'text-anchor': 'end' }, scoreWords({ score })),
  ];
}

function progress(score: number, expected: number | null, left: number, y: number, right: number, height: number): MarkupElement {
  const width = right - left;
  const tick = left + width * Math.min(1, Math.max(0, expected ?? 0));
  return h('g', { class: 'bar', 'aria-hidden': 'true' },
    h('rect', { class: 'bar-track', x: left, y, width, height, rx: height / 2 }),
    score > 0 ? h('rect', { class: 'bar-value', x: left, y, width: Math.max(height, width * score), height, rx: height / 2 }) : null,
    expected === null ? null : h('line', { class: 'bar-expected', x1: tick, x2: tick, y1: y - 2.5, y2: y + height + 2.5 }));
}

function foldedBadge(count: number, right: number, y: number): MarkupElement {
  return h('text', { class: 'folded-count', x: right, y: y + 12, 'text-anchor': 'end' }, `+${count}`);
}

/** Lines of text, each in the style of its part. What a double click edits says which field it is. */
export function drawLines(lines: readonly TextLine[]): readonly MarkupElement[] {
  return lines.map(({ style, x, y, text }) => h('text', { class: style.name, x, y, 'data-field': TITLES.has(style.name) ? 'title' : style.name === 'value' ? 'value' : null }, text));
}

const TITLES: ReadonlySet<string> = new Set(['lead', 'title', 'row']);

/** The title in full, where the card could not hold it: shown by browsers on hovering. */
function wholeTitle(element: MapElement | KeyResult, lines: readonly TextLine[]): Markup {
  const title = nameOf(element);
  return lines.some(({ text, style }) => text.endsWith('…') && TITLES.has(style.name)) ? h('title', {}, shortened(title, 4000)) : null;
}

/** The mark that a card shows: its health; of an initiative, what its status says. */
function markOf(element: MapElement): MarkName {
  return element.kind === 'initiative' ? element.status.value : element.health;
}

/** Class names, those that do not hold left out. */
export function classes(...names: readonly (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ');
}

function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}

