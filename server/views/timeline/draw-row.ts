/** One row of the timeline: what it is about on the left, its bar, line and marks on the axis. */

import { formatDay, type Day } from '../../../grammar/calendar.ts';
import { dayCount, percent } from '../../model/figures.ts';
import { elementAttributes, nameOf } from '../element.ts';
import { findingBadge } from '../finding-badge.ts';
import type { FindingsOf } from '../findings-of.ts';
import { healthMark } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { fitLine } from '../text-fit.ts';
import type { ViewOptions } from '../view.ts';
import type { CheckinMark, TimelineElement, TimelineRow } from './model.ts';
import type { Scale } from './scale.ts';

/** By kind, in pixels. */
export const ROW_HEIGHT: Readonly<Record<TimelineElement['kind'], number>> = { objective: 36, kr: 21, initiative: 21 };

export interface RowPlace {
  readonly y: number;
  readonly middle: number;
  readonly height: number;
}

/** What all rows have in common. */
export interface RowFrame {
  readonly left: number;
  /** The width left of the axis. */
  readonly labels: number;
  readonly scale: Scale;
  readonly asOf: Day;
}

/** A row at its place. */
export function drawRow(row: TimelineRow, place: RowPlace, frame: RowFrame, findings: FindingsOf, options: ViewOptions): MarkupElement {
  const { element, folded } = row;
  const { left, labels, scale } = frame;
  const health = element.kind === 'initiative' ? element.status.value : element.health;
  return h('g', {
    ...elementAttributes(element, findings, options),
    class: `row moves ${element.kind} ${health}`,
    transform: `translate(0 ${place.y})`,
    'data-overdue': row.overdueSince !== null || null,
    'aria-expanded': element.kind === 'objective' && folded > 0 ? 'false' : null,
  },
  h('rect', { class: 'row-ground', x: left - 8, width: labels + scale.width + 16, height: place.height }),
  element.kind === 'objective' ? h('line', { class: 'row-rule', x1: left, x2: left + labels + scale.width, y1: 0, y2: 0 }) : null,
  drawLabel(row, place.height, frame, findings),
  h('g', { transform: `translate(${left + labels} ${place.height / 2})` }, drawTime(row, frame)));
}

function drawLabel({ element, depth, folded }: TimelineRow, height: number, { left, labels }: RowFrame, findings: FindingsOf): Markup {
  const found = findings(element);
  const x = left + depth * 22;
  const right = left + labels - 14 - (found.length > 0 ? 26 : 0);
  const size = depth === 0 ? 16 : 12;
  const text = x + size + 7;
  const name = nameOf(element);
  const isTwoLines = element.kind === 'objective';
  const width = right - text;
  const bold = depth === 0;
  const shown = fitLine(name, width, bold ? 12.5 : 11.5, bold);
  const owners = element.owners.map(nameOf).join(', ') + (folded > 0 ? ` · ${folded} folded` : '');
  return [
    shown.endsWith('…') ? h('title', {}, name) : null,
    healthMark(element.kind === 'initiative' ? element.status.value : element.health, x, (isTwoLines ? 13 : height / 2) - size / 2, size),
    h('text', { class: bold ? 'title' : 'sub', x: text, y: isTwoLines ? 17 : height / 2 + 4 }, shown),
    isTwoLines ? h('text', { class: 'meta', x: text, y: 30 }, fitLine(owners, width, 11)) : null,
    found.length === 0 ? null : findingBadge(found, left + labels - 14, (isTwoLines ? 13 : height / 2) - 6),
  ];
}

function drawTime(row: TimelineRow, frame: RowFrame): Markup {
  switch (row.element.kind) {
    case 'objective': return drawObjective(row, row.element.score, frame);
    case 'kr': return drawKeyResult(row, frame);
    case 'initiative': return drawInitiative(row, frame);
    default: return row.element satisfies never;
  }
}

/** The bar of a period, filled as far as the objective has come, so that what reaches the line of the day is where it should be. */
function drawObjective({ days, overdueSince }: TimelineRow, score: number | null, { scale, asOf }: RowFrame): Markup {
  if (days === null) return h('text', { class: 'meta', x: 0, y: 4 }, 'no period');
  const left = scale.at(days.start);
  const width = Math.max(3, scale.at(days.end + 1) - left);
  const value = score ?? 0;
  return [
    h('rect', { class: 'span', x: left, y: -7, width, height: 14, rx: 3 }),
    value > 0 ? h('rect', { class: 'span-value', x: left, y: -7, width: Math.max(3, width * value), height: 14, rx: 3 }) : null,
    overdueSince === null
      ? h('text', { class: 'score', x: left + width + 7, y: 4 }, score === null ? '–' : percent(score))
      : drawLate(overdueSince, scale, asOf, score === null ? '' : `${percent(score)}, `),
  ];
}

function drawKeyResult({ days, due, overdueSince, checkins }: TimelineRow, { scale, asOf }: RowFrame): Markup {
  const end = due ?? days?.end ?? null;
  const start = days?.start ?? checkins[0]?.day ?? end;
  if (start === null || end === null) return null;
  const left = scale.at(Math.min(start, end));
  const right = scale.at(end + 1);
  return [
    h('line', { class: 'line', x1: left, x2: Math.max(right, left + 1), y1: 0, y2: 0 }),
    drawCheckins(checkins, scale),
    due === null ? null : h('path', { class: 'due', d: `M${round(right)} -5.5L${round(right + 5.5)} 0L${round(right)} 5.5L${round(right - 5.5)} 0Z`, 'data-due': end },
      h('title', {}, `due ${formatDay(due)}`)),
    overdueSince === null ? null : drawLate(overdueSince, scale, asOf, ''),
  ];
}

function drawInitiative({ days, overdueSince }: TimelineRow, { scale, asOf }: RowFrame): Markup {
  if (days === null) return h('text', { class: 'meta', x: 0, y: 4 }, 'no period');
  const left = scale.at(days.start);
  return [
    h('rect', { class: 'work', x: left, y: -4.5, width: Math.max(3, scale.at(days.end + 1) - left), height: 9, rx: 4.5 }),
    overdueSince === null ? null : drawLate(overdueSince, scale, asOf, ''),
  ];
}

/** Check-ins nearer to each other than this, in pixels, are one mark. */
const ONE_SPOT = 8;

function drawCheckins(checkins: readonly CheckinMark[], scale: Scale): Markup {
  const spots: { readonly x: number; readonly words: string[] }[] = [];
  for (const { day, words } of checkins) {
    const x = scale.at(day + 0.5);
    const last = spots.at(-1);
    if (last !== undefined && x - last.x < ONE_SPOT) last.words.push(words);
    else spots.push({ x, words: [words] });
  }
  return spots.map(({ x, words }) => h('circle', { class: 'checkin', cx: x, cy: 0, r: words.length > 1 ? 4.5 : 3.75 }, h('title', {}, words.slice(-6).join('\n'))));
}

/** From the day on which it was to be done to the day as of which it is judged. */
function drawLate(since: Day, scale: Scale, asOf: Day, before: string): Markup {
  const left = scale.at(since + 1);
  const right = Math.max(left, scale.at(asOf + 1));
  return [
    right > left + 4 ? h('line', { class: 'late-line', x1: left + 3, x2: right, y1: 0, y2: 0 }) : null,
    h('text', { class: 'late-words', x: right + 7, y: 4 }, `${before}${dayCount(asOf - since)} late`),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
