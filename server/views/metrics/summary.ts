/** What a driver tree comes to, in words. */

import type { MetricNode, MetricsModel } from './model.ts';

/** In one or two sentences. */
export function metricsSummary({ asOf, metrics }: MetricsModel): string {
  if (metrics.length === 0) return `No metric to show as of ${asOf}.`;
  const count = (place: MetricNode['place']): number => metrics.filter((metric) => metric.place === place).length;
  const random = metrics.filter(isRandom).length;
  const still = metrics.filter(({ place, movers }) => place !== 'apart' && movers.length === 0).length;
  const parts = ([['goal', 'of goals'], ['driver', 'that drive them'], ['apart', 'that lead to no goal']] as const).flatMap(([place, words]) => (count(place) === 0 ? [] : [`${count(place)} ${words}`]));
  return [
    `${metrics.length === 1 ? '1 metric' : `${metrics.length} metrics`} as of ${asOf}: ${parts.join(', ')}`,
    random === 0 ? '' : `${random === 1 ? '1 is' : `${random} are`} random: moved by key results, and leading to no goal`,
    still === 0 ? '' : `No key result moves ${still} of those that lead to a goal`,
  ].filter((part) => part !== '').join('. ').concat('.');
}

/** Moved by a kr, and leading to no metric of a goal. */
export function isRandom({ place, movers }: MetricNode): boolean {
  return place === 'apart' && movers.length > 0;
}

/** Why a metric stands apart. */
export function apartReason(metric: MetricNode): string {
  return isRandom(metric) ? 'Random: it leads to no goal’s metric' : 'No goal, no key result and no driver of a goal';
}
