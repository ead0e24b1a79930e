/** A strategy to its driver tree. */

import { formatDay } from '../../../grammar/calendar.ts';
import { describeUnit } from '../../../grammar/quantity.ts';
import { currentText, measureText } from '../../model/measure-words.ts';
import { scoreOf } from '../../model/progress.ts';
import { reachable } from '../../model/reachability.ts';
import type { Goal, GoalMetric, KeyResult, Metric, Strategy } from '../../model/strategy.ts';
import { matcherOf, type Matcher, type PlannedElement } from '../filter.ts';
import { mention, mentions } from '../mention.ts';
import { metricTrend } from '../trend.ts';
import type { ViewOptions } from '../view.ts';
import type { MetricGoal, MetricMover, MetricNode, MetricsModel } from './model.ts';

type MetricsOptions = Pick<ViewOptions, 'filter' | 'history'>;

interface Uses {
  readonly goals: { readonly goal: Goal; readonly of: GoalMetric }[];
  readonly movers: KeyResult[];
}

/** Metrics with what names them; with a filter those that what it asks for names, and what they lead through. */
export function metrics(strategy: Strategy, { filter, history }: MetricsOptions): MetricsModel {
  const matches = matcherOf(strategy, filter);
  const all = strategy.metrics.filter(({ laterThan }) => laterThan === null);
  const uses = usesOf(strategy, (element) => element.laterThan === null && (history || (!element.past && element.status.value !== 'dropped')));
  const asked = matches === null ? new Set(all) : askedFor(uses, matches, all, filter.text);
  const shown = matches === null ? asked : reachable<Metric>([...asked], ({ drives }) => drives);
  const leading = reachable<Metric>(all.filter((metric) => (uses.get(metric)?.goals.length ?? 0) > 0), driversOf(all));
  const nodes = all.filter((metric) => shown.has(metric));
  return {
    asOf: formatDay(strategy.asOf),
    metrics: nodes.map((metric) => nodeOf(metric, uses.get(metric) ?? { goals: [], movers: [] }, strategy, { leads: leading.has(metric), context: !asked.has(metric) })),
    edges: nodes.flatMap((metric) => [...new Set(metric.drives)].filter((driven) => shown.has(driven)).map((driven) => ({ from: metric.id, to: driven.id }))),
  };
}

function usesOf(strategy: Strategy, isShown: (element: PlannedElement) => boolean): ReadonlyMap<Metric, Uses> {
  const uses = new Map<Metric, Uses>();
  const entry = (metric: Metric): Uses => {
    const known = uses.get(metric) ?? { goals: [], movers: [] };
    uses.set(metric, known);
    return known;
  };
  for (const goal of strategy.goals) if (isShown(goal)) for (const of of goal.metrics) if (of.metric !== null) entry(of.metric).goals.push({ goal, of });
  for (const keyResult of strategy.keyResults) if (keyResult.metric !== null && isShown(keyResult)) entry(keyResult.metric).movers.push(keyResult);
  return uses;
}

/** The metrics of what a filter asks for; those of which the words are in the name count as asked for themselves. */
function askedFor(uses: ReadonlyMap<Metric, Uses>, matches: Matcher, all: readonly Metric[], text: string): ReadonlySet<Metric> {
  const asked = new Set<Metric>();
  for (const [metric, { goals, movers }] of uses) if (goals.some(({ goal }) => matches(goal)) || movers.some(matches)) asked.add(metric);
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length > 0) {
    for (const metric of all) if (words.every((word) => `${metric.title ?? ''} ${metric.id}`.toLowerCase().includes(word))) asked.add(metric);
  }
  return asked;
}

function driversOf(all: readonly Metric[]): (metric: Metric) => readonly Metric[] {
  const drivers = new Map<Metric, Metric[]>();
  for (const metric of all) {
    for (const driven of metric.drives) {
      const known = drivers.get(driven);
      if (known === undefined) drivers.set(driven, [metric]);
      else known.push(metric);
    }
  }
  return (metric) => drivers.get(metric) ?? [];
}

function nodeOf(metric: Metric, { goals, movers }: Uses, { asOf }: Strategy, { leads, context }: { readonly leads: boolean; readonly context: boolean }): MetricNode {
  const targets = goals.flatMap(({ of: { reading } }) => [reading?.target ?? null, reading?.low ?? null, reading?.high ?? null]).filter((target) => target !== null);
  return {
    id: metric.id, title: metric.title ?? metric.id,
    unit: metric.unit === null ? null : describeUnit(metric.unit),
    better: metric.better,
    current: metric.current === null ? null : currentText(metric.current),
    trend: metricTrend(metric, targets, asOf),
    owners: mentions(metric.links.flatMap(({ kind, target }) => (kind === 'owner' && target !== null ? [target] : []))),
    goals: goals.map(goalOf), movers: movers.map(moverOf),
    place: goals.length > 0 ? 'goal' : leads ? 'driver' : 'apart',
    context,
  };
}

function goalOf({ goal, of: { reading, progress } }: Uses['goals'][number]): MetricGoal {
  return {
    goal: mention(goal), health: goal.health,
    measure: reading === null ? null : measureText(reading.measure),
    score: scoreOf(progress), expected: reading === null ? null : goal.expected,
  };
}

function moverOf(keyResult: KeyResult): MetricMover {
  const { reading, score, expected, health, traced } = keyResult;
  return {
    keyResult: mention(keyResult), objective: mention(keyResult.objective), owners: mentions(keyResult.owners),
    measure: reading === null ? null : measureText(reading.measure),
    score, expected, health, traced,
  };
}
