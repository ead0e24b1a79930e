/** How sure the owners are: the last confidence that was stated. */

import { allProperties, firstProperty, type Quantity } from '../../../grammar/tree.ts';
import { shortLabel } from '../../model/naming.ts';
import type { KeyResult } from '../../model/strategy.ts';
import { isBelow, readConfidence } from '../../model/values.ts';
import { wasIs } from '../sentences.ts';
import { spanOf } from '../spans.ts';
import type { View } from '../view.ts';

/** Records a lower or higher confidence; saying so is no risk, being under the limit is. */
export function compareConfidence(view: View<KeyResult>): void {
  if (!view.differs('confidence', 'checkin')) return;
  const { base, head, comparing } = view;
  const [was, is] = [lastStated(base), lastStated(head)];
  const [before, after] = [readConfidence(was), readConfidence(is)];
  if (was === null || is === null || before === null || after === null) return;
  if (!isBelow(after, before) && !isBelow(before, after)) return;
  view.take('confidence');
  const drops = isBelow(after, before);
  const limit = limitOf(view);
  const isLow = drops && isBelow(after, limit);
  comparing.ledger.record({
    kind: drops ? 'confidence-dropped' : 'confidence-raised', base, head, property: 'confidence', before: was.text, after: is.text, spans: [was, is],
    delta: { value: Number(((after - before) * 100).toFixed(6)), unit: 'pp' },
    ...isLow ? { risk: 'medium' as const } : {},
    message: `Confidence in ${shortLabel(head)} ${drops ? 'dropped' : 'rose'}${wasIs(was.text, is.text)}${isLow ? `, below ${Math.round(limit * 100)}%` : ''}.`,
  });
}

/** That of the latest check-in that states one, whatever the day, of one day the last written; else its own. */
function lastStated({ declaration }: KeyResult): Quantity | null {
  let latest: Quantity | null = null;
  let latestDay = -Infinity;
  for (const { value } of allProperties(declaration, 'checkin')) {
    const day = value.date?.day ?? null;
    if (day === null || day < latestDay || readConfidence(value.confidence) === null) continue;
    latest = value.confidence;
    latestDay = day;
  }
  return latest ?? firstProperty(declaration, 'confidence')?.value ?? null;
}

/** Where the rule `low-confidence` begins. */
function limitOf({ head, comparing }: View<KeyResult>): number {
  const options = comparing.head.settings.rules.get('low-confidence')?.options ?? {};
  const least = Number(options.min ?? 0);
  return head.objective.type === 'committed' ? Math.max(least, Number(options.committed ?? 0)) : least;
}

/** Records a confidence where there was none, or none where there was one, and one that check-ins have overtaken. */
export function compareOwnConfidence(view: View<KeyResult>): void {
  if (!view.take('confidence')) return;
  const { base, head, comparing } = view;
  const [was, is] = [firstProperty(base.declaration, 'confidence')?.value ?? null, firstProperty(head.declaration, 'confidence')?.value ?? null];
  comparing.ledger.record({
    kind: 'property-changed', base, head, property: 'confidence', before: was?.text ?? null, after: is?.text ?? null,
    spans: [spanOf(base, 'confidence'), spanOf(head, 'confidence')],
    message: `The confidence written at ${shortLabel(head)} changed${wasIs(was?.text ?? null, is?.text ?? null)}.`,
  });
}
