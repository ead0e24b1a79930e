/** The measure of a key result: its target, start, metric and segment. */

import { measureText } from '../../model/measure-words.ts';
import type { KeyResult } from '../../model/strategy.ts';
import { segmentKey } from '../../rules/segments.ts';
import { spanOf } from '../spans.ts';
import { propertyText, textOf } from '../text.ts';
import type { View } from '../view.ts';
import { measureOf } from '../worked-measure.ts';
import { recordMeasure, type MeasuredPair } from './measure.ts';

/** Records what changed; true where it is another measure, which `now` then belongs to. */
export function compareMeasure(view: View<KeyResult>): boolean {
  const { base, head, comparing } = view;
  if (!view.differs('measure', 'metric', 'segment')) return false;
  const [before, after] = [measureOf(base), measureOf(head)];
  const isMeasured = before !== null || after !== null;
  const other = isMeasured ? otherMetric(view) ?? otherSegment(view) : null;
  // Of a kr without a measure metric and segment are left to `property-changed`, and so is what is spelled otherwise.
  if (other !== null) view.take('metric', 'segment');
  if (!view.take('measure') && other === null) return false;
  const entries = recordMeasure({ base, head, property: 'measure', before, after, other, by: '', texts: [wholeText(base), wholeText(head)] }, comparing);
  return entries.some(({ found }) => found.kind === 'measure-changed');
}

function otherMetric(view: View<KeyResult>): MeasuredPair['other'] {
  if (!view.differs('metric')) return null;
  const [base, head] = [view.base, view.head];
  return {
    property: 'metric',
    before: base.metricLink === null ? null : textOf(base, base.metricLink.reference),
    after: head.metricLink === null ? null : textOf(head, head.metricLink.reference),
    spans: [base.metricLink?.reference ?? null, head.metricLink?.reference ?? null],
  };
}

function otherSegment(view: View<KeyResult>): MeasuredPair['other'] {
  const { base, head } = view;
  if (!view.differs('segment') || segmentKey(base) === segmentKey(head)) return null;
  return {
    property: 'segment', before: propertyText(base, 'segment'), after: propertyText(head, 'segment'),
    spans: [spanOf(base, 'segment'), spanOf(head, 'segment')],
  };
}

/** Metric, measure and segment on one line; null without a measure. */
function wholeText(keyResult: KeyResult): string | null {
  if (keyResult.reading === null) return null;
  const metric = keyResult.metricLink === null ? [] : [textOf(keyResult, keyResult.metricLink.reference)];
  const segment = propertyText(keyResult, 'segment');
  return [...metric, measureText(keyResult.reading.measure), ...segment === null ? [] : [`segment ${segment}`]].join(' ');
}
