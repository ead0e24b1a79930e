/** The driver graph as a tree to read: outcomes first, what drives each below it, each with its drivers once. */

import type { MetricNode, MetricsModel } from './model.ts';

export interface TreeItem {
  readonly metric: MetricNode;
  readonly below: readonly TreeItem[];
  /** It stands elsewhere with what drives it. */
  readonly again: boolean;
}

/** A chain deeper than this goes on at the top. */
const DEEPEST = 24;

/** Metrics of goals and what drives them as a tree, and what leads to none. */
export function orderedTree({ metrics, edges }: MetricsModel): { readonly leading: readonly TreeItem[]; readonly apart: readonly MetricNode[] } {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const drivers = new Map<string, MetricNode[]>();
  const driving = new Set<string>();
  for (const { from, to } of edges) {
    const driver = byId.get(from);
    if (driver === undefined || driver.place === 'apart') continue;
    driving.add(from);
    const known = drivers.get(to);
    if (known === undefined) drivers.set(to, [driver]);
    else known.push(driver);
  }
  const told = new Set<string>();
  const item = (metric: MetricNode, depth: number): TreeItem => {
    if (told.has(metric.id)) return { metric, below: [], again: true };
    told.add(metric.id);
    return { metric, below: depth >= DEEPEST ? [] : (drivers.get(metric.id) ?? []).map((driver) => item(driver, depth + 1)), again: false };
  };
  const leadingMetrics = metrics.filter(({ place }) => place !== 'apart');
  const tops = [...leadingMetrics.filter(({ id }) => !driving.has(id)), ...leadingMetrics];
  const leading: TreeItem[] = [];
  for (const metric of tops) if (!told.has(metric.id)) leading.push(item(metric, 0));
  return { leading, apart: metrics.filter(({ place }) => place === 'apart') };
}
