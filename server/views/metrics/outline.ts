/** The driver tree as a nested list, for those who cannot see the picture. */

import { percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import type { Strategy } from '../../model/strategy.ts';
import { elementAttributes } from '../element.ts';
import type { FindingsOf } from '../findings-of.ts';
import { h, type Markup, type MarkupElement } from '../markup.ts';
import { amountShown, titleText } from '../titles.ts';
import type { ViewOptions } from '../view.ts';
import type { MetricNode, MetricsModel } from './model.ts';
import { orderedTree, type TreeItem } from './tree.ts';

/** Metrics of goals with what drives them below; each is told once. */
export function metricsOutline(model: MetricsModel, strategy: Strategy, findings: FindingsOf, options: ViewOptions): Markup {
  const { leading, apart } = orderedTree(model);
  const writer = { strategy, findings, options };
  return [
    leading.length === 0 ? null : h('ul', {}, leading.map((item) => listItem(item, writer))),
    apart.length === 0 ? null : [h('p', {}, 'Lead to no goal:'), h('ul', {}, apart.map((metric) => listItem({ metric, below: [], again: false }, writer)))],
  ];
}

interface Writer {
  readonly strategy: Strategy;
  readonly findings: FindingsOf;
  readonly options: ViewOptions;
}

function listItem({ metric, below, again }: TreeItem, writer: Writer): MarkupElement {
  const entity = writer.strategy.byId.get(metric.id);
  const name = titleText(metric.title);
  if (again || entity === undefined) return h('li', {}, name, again ? ' (told above)' : null);
  return h('li', {},
    h('span', { ...elementAttributes(entity, writer.findings, writer.options, 'outline'), role: null, 'aria-label': null }, name), details(metric),
    below.length === 0 ? null : h('ul', {}, below.map((item) => listItem(item, writer))),
  );
}

function details({ current, goals, movers, place }: MetricNode): Markup {
  return [
    current === null ? ', no value yet' : [', now ', amountShown(current)],
    goals.map(({ goal, measure, score }) => ['; goal ', titleText(goal.title), measure === null ? null : [': ', amountShown(measure)], score === null ? null : `, ${percent(score)} done`]),
    movers.map(({ keyResult, owners, health }) => ['; moved by ', titleText(keyResult.title), ` (${owners.map(({ title }) => title).join(', ')}${owners.length === 0 ? '' : ', '}${HEALTH_WORDS[health]})`]),
    place === 'apart' ? '; leads to no goal' : null,
  ];
}

