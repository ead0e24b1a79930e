/** The metrics as a table for a spreadsheet. */

import { csv, names } from '../text/csv.ts';
import type { MetricsModel } from './model.ts';

/** A row for each metric, in the order written. */
export function metricsCsv({ metrics, edges }: MetricsModel): string {
  const title = new Map(metrics.map((metric) => [metric.id, metric.title]));
  const driven = new Map<string, { readonly title: string }[]>(metrics.map(({ id }) => [id, []]));
  for (const { from, to } of edges) driven.get(from)?.push({ title: title.get(to) ?? to });
  return csv(
    ['id', 'title', 'place', 'current', 'unit', 'better', 'drives', 'goals', 'moved by', 'owner'],
    metrics.map((metric) => [
      metric.id, metric.title, metric.place, metric.current, metric.unit, metric.better,
      names(driven.get(metric.id) ?? []),
      names(metric.goals.map(({ goal }) => goal)), names(metric.movers.map(({ keyResult }) => keyResult)), names(metric.owners),
    ]),
  );
}
