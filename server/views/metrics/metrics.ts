/** The driver tree as a picture: inputs on the left, the metrics of goals on the right, what leads to none below. */

import { percent } from '../../model/figures.ts';
import type { Strategy } from '../../model/strategy.ts';
import { pictureAttributes } from '../document.ts';
import { elementAttributes } from '../element.ts';
import { findingBadge } from '../finding-badge.ts';
import { findingsOf, type FindingsOf } from '../findings-of.ts';
import { healthMark } from '../health-mark.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { SPARKLINE, sparklineShapes } from '../sparkline.ts';
import { strategyTitle } from '../strategy-title.ts';
import type { View, ViewOptions } from '../view.ts';
import { metrics } from './build.ts';
import { CARD_WIDTH, MARK, PAD, SCORE, type CardShape } from './card-shape.ts';
import { layoutMetrics, type MetricsLayout, type PlacedMetric } from './layout.ts';
import type { MetricGoal, MetricsModel } from './model.ts';
import { metricsOutline } from './outline.ts';
import { metricsStyle } from './style.ts';
import { isRandom, metricsSummary } from './summary.ts';

const PADDING = 28;
/** Above the picture, for its title. */
const HEADING = 46;

/** The view. */
export const metricsView: View = {
  name: 'metrics',
  title: 'Metrics',
  style: metricsStyle,
  draw(strategy, diagnostics, options) {
    const model = metrics(strategy, options);
    const findings = findingsOf(strategy, diagnostics);
    const layout = layoutMetrics(model, options.aspect);
    const size = { width: Math.ceil(layout.width + 2 * PADDING), height: Math.ceil(HEADING + layout.height + PADDING) };
    const title = `Metrics of ${strategyTitle(strategy)}`;
    const body = h('svg', pictureAttributes({ view: 'metrics', title }, size),
      h('g', { class: 'canvas', 'data-key': 'canvas' },
        h('rect', { class: 'ground', width: size.width, height: size.height }),
        heading(title, model, size.width),
        h('g', { class: 'plan', transform: `translate(${PADDING} ${HEADING})` }, drawPlan(layout, strategy, findings, options)),
      ));
    return {
      view: 'metrics', title, summary: metricsSummary(model), body, size, text: metricsOutline(model, strategy, findings, options), hints: null,
    };
  },
};

function heading(title: string, { asOf }: MetricsModel, width: number): MarkupElement {
  return h('g', { class: 'heading', 'data-key': 'heading' },
    h('text', { class: 'picture-title', x: PADDING, y: 26 }, title.length > 120 ? `${title.slice(0, 120)}…` : title),
    h('text', { class: 'muted', x: width - PADDING, y: 26, 'text-anchor': 'end' }, `as of ${asOf}`));
}

function drawPlan({ edges, cards, lane }: MetricsLayout, strategy: Strategy, findings: FindingsOf, options: ViewOptions): Markup {
  return [
    lane === null ? null : h('g', { class: 'lane', 'data-key': 'lane:apart', role: 'group', 'aria-label': 'Metrics that lead to no goal' },
      h('rect', { class: 'lane-box', x: lane.x, y: lane.y, width: lane.width, height: lane.height, rx: 10 }),
      h('path', { class: 'lane-sign', d: `M${lane.x + 16} ${lane.y + 16}l10 10m0 -10l-10 10` }),
      h('text', { class: 'lane-title', x: lane.x + 36, y: lane.y + 26 }, 'Lead to no goal')),
    h('g', { class: 'edges', 'data-key': 'edges' }, edges.map(({ from, to, path, head }) => h('g', {
      class: 'edge drives', 'data-key': `drives:${from}:${to}`, 'data-from': from, 'data-to': to, 'data-edge': 'drives',
    }, h('path', { class: 'edge-line', d: path }), h('path', { class: 'edge-head', d: head })))),
    h('g', { class: 'cards', 'data-key': 'cards' }, cards.map((card) => drawCard(card, strategy, findings, options))),
  ];
}

function drawCard({ metric, shape, x, y }: PlacedMetric, strategy: Strategy, findings: FindingsOf, options: ViewOptions): Markup {
  const entity = strategy.byId.get(metric.id);
  if (entity === undefined) return null;
  const found = findings(entity);
  const right = CARD_WIDTH - PAD;
  return h('g', {
    ...elementAttributes(entity, findings, options),
    class: `card moves metric ${metric.place}${isRandom(metric) ? ' random' : ''}${metric.context ? ' context' : ''}`,
    transform: `translate(${round(x)} ${round(y)})`, 'data-context': metric.context || null,
  },
  h('title', {}, metric.title.slice(0, 400)),
  h('rect', { class: 'card-box', width: CARD_WIDTH, height: shape.height, rx: 6 }),
  metric.place === 'goal' ? h('path', { class: 'card-strip', d: `M${CARD_WIDTH - 6} 0h2a4 4 0 0 1 4 4V${round(shape.height - 4)}a4 4 0 0 1 -4 4h-2z` }) : null,
  shape.title.map((line, index) => h('text', { class: 'title', x: PAD, y: 21 + index * 17 }, line)),
  found.length === 0 ? null : findingBadge(found, right, 10, true),
  h('text', { class: metric.current === null ? 'muted' : shape.isLong ? 'value long' : 'value', x: PAD, y: shape.valueY }, shape.value),
  metric.trend === null ? null : h('g', { class: 'sparkline', transform: `translate(${right - SPARKLINE.width} ${shape.valueY - SPARKLINE.height + 5})` }, sparklineShapes(metric.trend)),
  shape.reason === null ? null : h('text', { class: 'reason', x: PAD, y: shape.valueY + 20 }, shape.reason),
  shape.goals.map((goal) => drawGoal(goal, strategy, findings, options)),
  shape.movers.map((mover) => drawMover(mover, metric.id, strategy, findings, options)),
  shape.more === null ? null : h('text', { class: 'muted', x: PAD + MARK, y: shape.more.y + 14 }, shape.more.text));
}

/** What a goal wants of the metric. */
function drawGoal({ goal, y, title, measure }: CardShape['goals'][number], strategy: Strategy, findings: FindingsOf, options: ViewOptions): Markup {
  const entity = strategy.byId.get(goal.goal.id);
  const right = CARD_WIDTH - PAD;
  const attributes = entity === undefined ? {} : elementAttributes(entity, findings, options, title);
  return h('g', { ...attributes, class: `row goal ${goal.health}`, transform: `translate(0 ${y})` },
    h('title', {}, goal.goal.title.slice(0, 400)),
    h('rect', { class: 'row-box', x: 4, width: CARD_WIDTH - 8, height: 38 }),
    h('line', { class: 'row-rule', x1: PAD, x2: right, y1: 0, y2: 0 }),
    h('path', { class: 'target', d: `M${PAD + 6} 7a6 6 0 1 1 0 12a6 6 0 1 1 0-12zm0 3.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z` }),
    h('text', { class: 'goal-title', x: PAD + MARK, y: 16 }, title),
    h('text', { class: 'detail', x: PAD + MARK, y: 31 }, measure),
    score(goal.score, 31),
    goalBar(goal, right));
}

function goalBar({ score: done, expected }: MetricGoal, right: number): Markup {
  if (done === null) return null;
  const width = SCORE - 8;
  const left = right - width;
  return h('g', { class: 'bar', 'aria-hidden': 'true' },
    h('rect', { class: 'bar-track', x: left, y: 9, width, height: 4, rx: 2 }),
    done === 0 ? null : h('rect', { class: 'bar-value', x: left, y: 9, width: Math.max(2, done * width), height: 4, rx: 2 }),
    expected === null ? null : h('line', { class: 'bar-expected', x1: left + expected * width, x2: left + expected * width, y1: 6.5, y2: 15.5 }));
}

function drawMover({ mover, y, title, detail }: CardShape['movers'][number], part: string, strategy: Strategy, findings: FindingsOf, options: ViewOptions): Markup {
  const entity = strategy.byId.get(mover.keyResult.id);
  if (entity === undefined) return null;
  const untraced = mover.traced === false;
  return h('g', {
    ...elementAttributes(entity, findings, options, part), class: `row kr ${mover.health}${untraced ? ' untraced' : ''}`, transform: `translate(0 ${y})`,
    'data-objective': mover.objective.id,
  },
  h('title', {}, `${mover.keyResult.title.slice(0, 400)}${untraced ? '\nThe metric leads to none of a goal that this key result serves.' : ''}`),
  h('rect', { class: 'row-box', x: 4, width: CARD_WIDTH - 8, height: 36 }),
  h('line', { class: 'row-rule', x1: PAD, x2: CARD_WIDTH - PAD, y1: 0, y2: 0 }),
  healthMark(mover.health, PAD, 7, 12),
  h('text', { class: 'mover', x: PAD + MARK, y: 16 }, title),
  h('text', { class: 'detail', x: PAD + MARK, y: 30 }, detail),
  score(mover.score, 16));
}

function score(value: number | null, y: number): MarkupElement {
  return h('text', { class: 'score', x: CARD_WIDTH - PAD, y, 'text-anchor': 'end' }, value === null ? '–' : percent(value));
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

