/** The timeline: periods, objectives with what stands in them, due dates, check-ins and dependencies on an axis of days. */

import { formatDay, type DayRange } from '../../../grammar/calendar.ts';
import { strategyTitle } from '../strategy-title.ts';
import { pictureAttributes } from '../document.ts';
import { findingsOf } from '../findings-of.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { fitLine, textWidth } from '../text-fit.ts';
import type { View } from '../view.ts';
import { drawDependencies } from './draw-dependencies.ts';
import { drawRow, ROW_HEIGHT, type RowPlace } from './draw-row.ts';
import { drawTimelineLegend } from './legend.ts';
import { timelineModel, type TimelineElement, type TimelineModel } from './model.ts';
import { scaleOf, type Scale } from './scale.ts';
import { timelineStyle } from './style.ts';
import { timelineSummary } from './summary.ts';
import { timelineTable } from './table.ts';

const PADDING = 28;
const HEADING = 44;
const BAND = 22;
const AXIS = 24;
const GROUP = 26;
const LEGEND = 40;
/** Of what stands left of the axis. */
const LABELS = 340;
/** Right of the axis, for what is written beside the last bars. */
const RIGHT = 90;
const AXIS_WIDTH = 1060;
const TALL = 900;

export const timelineView: View = {
  name: 'timeline',
  title: 'Timeline',
  style: timelineStyle,
  draw(strategy, diagnostics, options) {
    const model = timelineModel(strategy, options);
    const findings = findingsOf(strategy, diagnostics);
    const title = `Timeline of ${strategyTitle(strategy)}`;
    const scale = scaleOf(widened(model.days ?? { start: model.asOf, end: model.asOf }), AXIS_WIDTH);
    const head = HEADING + model.bands.length * BAND + AXIS;
    const places = new Map<TimelineElement, RowPlace>();
    const groups: Markup[] = [];
    let y = head;
    for (const group of model.groups) {
      groups.push(drawGroup(group.key, group.title, group.days, y));
      y += GROUP;
      for (const row of group.rows) {
        const height = ROW_HEIGHT[row.element.kind];
        const place = { y, middle: y + height / 2, height };
        places.set(row.element, place);
        y += height;
      }
    }
    const size = { width: PADDING + LABELS + AXIS_WIDTH + RIGHT + PADDING, height: Math.ceil(y + 16 + LEGEND + PADDING / 2) };
    const body = h('svg', pictureAttributes({ view: 'timeline', title }, size),
      h('g', { class: 'canvas', 'data-key': 'canvas' },
        h('rect', { class: 'ground', width: size.width, height: size.height }),
        h('g', { class: 'heading', 'data-key': 'heading' },
          h('text', { class: 'picture-title', x: PADDING, y: 26 }, fitLine(model.title, size.width - 2 * PADDING - 120, 18, true)),
          h('text', { class: 'muted', x: size.width - PADDING, y: 26, 'text-anchor': 'end' }, `as of ${formatDay(model.asOf)}`)),
        groups,
        h('g', { class: 'axis', 'data-key': 'axis', transform: `translate(${PADDING + LABELS} 0)`, 'aria-hidden': 'true' }, drawBands(model, scale), drawTicks(scale, head, y)),
        h('g', { class: 'rows', 'data-key': 'rows' }, model.groups.flatMap(({ rows }) => rows.map((row) => {
          const place = places.get(row.element);
          return place === undefined ? null : drawRow(row, place, { left: PADDING, labels: LABELS, scale, asOf: model.asOf }, findings, options);
        }))),
        h('g', { class: 'dependencies', 'data-key': 'dependencies', transform: `translate(${PADDING + LABELS} 0)` }, drawDependencies(model.dependencies, places, scale)),
        drawAsOf(model, scale, head, y),
        drawTimelineLegend(model, { x: PADDING, y: y + 22 }),
      ));
    return { view: 'timeline', title, summary: timelineSummary(model), body, size, text: timelineTable(model), hints: null };
  },
};

/** A day on both sides at least, so that a single day is a stretch. */
function widened({ start, end }: DayRange): DayRange {
  const room = Math.max(1, Math.round((end - start) * 0.01));
  return { start: start - room, end: end + room } as DayRange;
}

function drawGroup(key: string, title: string, days: DayRange | null, y: number): MarkupElement {
  const words = days === null ? title : title.includes('..') ? title : `${title}, ${formatDay(days.start)} .. ${formatDay(days.end)}`;
  return h('g', { class: 'group', 'data-key': key, transform: `translate(0 ${y})` },
    h('rect', { class: 'group-ground', x: PADDING - 8, y: 4, width: LABELS + AXIS_WIDTH + RIGHT + 16, height: GROUP - 6, rx: 3 }),
    h('text', { class: 'group-title', x: PADDING, y: 18 }, fitLine(words, LABELS + 100, 12.5, true)));
}

function drawBands({ bands, asOf }: TimelineModel, scale: Scale): Markup {
  return bands.flatMap((row, level) => row.map(({ ids, days }) => {
    const left = scale.at(days.start);
    const width = Math.max(1, scale.at(days.end + 1) - left);
    const all = ids.join(', ');
    const name = [all, ids[0] ?? ''].find((words) => textWidth(words, 11.5, true) <= width - 6) ?? '';
    return h('g', { class: 'period', 'data-key': `band:${level}:${all}`, 'data-id': ids[0], 'data-kind': 'period', transform: `translate(${Math.round(left * 10) / 10} ${HEADING + level * BAND})` },
      h('title', {}, `${all}, ${formatDay(days.start)} .. ${formatDay(days.end)}`),
      h('rect', { class: asOf >= days.start && asOf <= days.end ? 'band now' : 'band', width, height: BAND - 3, rx: 2 }),
      name === '' ? null : h('text', { class: 'band-name', x: width / 2, y: 14 }, name));
  }));
}

function drawTicks(scale: Scale, top: number, bottom: number): Markup {
  return scale.ticks.map(({ day, label, strong }, index) => {
    const x = scale.at(day);
    return h('g', { 'data-key': `tick:${index}` },
      h('line', { class: strong ? 'tick strong' : 'tick', x1: x, x2: x, y1: top - AXIS + 6, y2: bottom }),
      h('text', { class: 'tick-label', x: x + 4, y: top - 7 }, label));
  });
}

/** The day as of which it is judged, with its flag; nothing where it lies outside. */
function drawAsOf({ asOf, days }: TimelineModel, scale: Scale, top: number, bottom: number): Markup {
  if (days === null || asOf < days.start || asOf > days.end) return null;
  const x = PADDING + LABELS + scale.at(asOf + 1);
  const words = `as of ${formatDay(asOf)}`;
  const width = textWidth(words, 11, true) + 12;
  return h('g', { class: 'today', 'data-key': 'as-of' },
    h('line', { class: 'as-of', x1: x, x2: x, y1: top - 4, y2: bottom + 6 }),
    // Where the picture is higher than a screen, the flag stands at both ends.
    [bottom + 4, ...bottom - top > TALL ? [top - AXIS + 2] : []].map((y) => [
      h('rect', { class: 'as-of-flag', x: x - width / 2, y, width, height: 17, rx: 3 }),
      h('text', { class: 'as-of-words', x, y: y + 12, 'text-anchor': 'middle' }, words),
    ]));
}
