/** The driver tree in Markdown: a nested list. */

import { percent } from '../../model/figures.ts';
import { HEALTH_WORDS } from '../../model/health-words.ts';
import { paragraphs, plain, titles } from '../text/markdown.ts';
import { amountShown } from '../titles.ts';
import type { MetricNode, MetricsModel } from './model.ts';
import { metricsSummary } from './summary.ts';
import { orderedTree, type TreeItem } from './tree.ts';

/** Outcomes first, what drives each below it. */
export function metricsMarkdown(model: MetricsModel, title: string): string {
  const { leading, apart } = orderedTree(model);
  return paragraphs([
    `# ${plain(title)}`,
    plain(metricsSummary(model)),
    leading.flatMap((item) => lines(item, 0)).join('\n'),
    apart.length === 0 ? '' : '## Lead to no goal',
    apart.map((metric) => `- ${metricLine(metric)}`).join('\n'),
  ]);
}

function lines({ metric, below, again }: TreeItem, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  if (again) return [`${indent}- **${plain(metric.title)}** (see above)`];
  return [`${indent}- ${metricLine(metric)}`, ...below.flatMap((item) => lines(item, depth + 1))];
}

function metricLine({ title, current, goals, movers }: MetricNode): string {
  return [
    `**${plain(title)}**: ${current === null ? 'no value yet' : plain(amountShown(current))}`,
    ...goals.map(({ goal, measure, score }) => `goal *${plain(goal.title)}*${measure === null ? '' : ` ${plain(amountShown(measure))}`}${score === null ? '' : ` (${percent(score)})`}`),
    ...movers.map(({ keyResult, owners, health }) => `moved by ${plain(keyResult.title)} (${[titles(owners), HEALTH_WORDS[health]].filter((part) => part !== '').join(', ')})`),
  ].join('; ');
}
