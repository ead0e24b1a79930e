/** Declared periods whose own days changed. */

import type { Period } from '../../model/strategy.ts';
import { label } from '../../model/naming.ts';
import { inPlace } from '../sentences.ts';
import { textOf } from '../text.ts';
import type { View } from '../view.ts';

/** Records other days of a declared period. */
export function compareDays(view: View<Period>): void {
  if (!view.take('range')) return;
  const { base, head, comparing } = view;
  const [was, is] = [base.declaration.range, head.declaration.range];
  const [before, after] = [was === null ? null : textOf(base, was), is === null ? null : textOf(head, is)];
  comparing.ledger.record({
    kind: 'period-redefined', base, head, property: 'days', before, after, spans: [was, is],
    message: `${label(head)} now means other days: ${inPlace(before, after)}.`,
  });
}
