/** What a metric is, what it drives and where it comes from. */

import { label } from '../../model/naming.ts';
import type { Metric } from '../../model/strategy.ts';
import { unitKey } from '../keys.ts';
import { inPlace, midLabel } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import { propertyText } from '../text.ts';
import type { View } from '../view.ts';

/** Records another unit or direction, and other things that it drives or rests on. */
export function compareMetric(view: View<Metric>): void {
  const { base, head } = view;
  const bound = isBound(base) || isBound(head);
  const unitsAgree = base.unit !== null && head.unit !== null && unitKey(base.unit) === unitKey(head.unit);
  // `d` for `h` is the same time shown otherwise: left to `property-changed`.
  if (!unitsAgree) record(view, 'unit', 'metric-redefined', bound);
  record(view, 'better', 'metric-redefined', bound);
  record(view, 'drives', 'metric-changed', false);
  record(view, 'source', 'metric-changed', false);
}

function isBound(metric: Metric): boolean {
  return metric.usedBy.some((link) => link.kind === 'metric');
}

function record(view: View<Metric>, name: 'unit' | 'better' | 'drives' | 'source', kind: 'metric-redefined' | 'metric-changed', bound: boolean): void {
  if (!view.take(name)) return;
  const { base, head, comparing } = view;
  const [before, after] = [propertyText(base, name), propertyText(head, name)];
  const what = kind === 'metric-redefined' ? `${label(head)} means something else now` : `What ${midLabel(head)} ${name === 'drives' ? 'drives' : 'rests on'} changed`;
  comparing.ledger.record({
    kind, base, head, property: name, before, after, spans: [spanOf(base, name), spanOf(head, name)],
    ...kind === 'metric-redefined' && bound ? { risk: 'high' as const } : {},
    message: `${what}: \`${name}\` is ${inPlace(before, after)}.`,
  });
}
