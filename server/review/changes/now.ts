/** The current value as it is written, without a check-in. */

import type { NowClause } from '../../../grammar/tree.ts';
import { firstProperty } from '../../../grammar/tree.ts';
import { nowClause } from '../../model/references.ts';
import { shortLabel } from '../../model/naming.ts';
import type { KeyResult, Metric } from '../../model/strategy.ts';
import { textOf } from '../text.ts';
import type { View } from '../view.ts';

/** Records another `now`; where another measure was set, it belongs to that. */
export function compareNow(view: View<KeyResult | Metric>, measureChanged: boolean): void {
  if (!view.take('now') || measureChanged) return;
  const { base, head, comparing } = view;
  const [was, is] = [clauseOf(base), clauseOf(head)];
  const [before, after] = [textAt(base, was), textAt(head, is)];
  const isUndone = isStarted(was) && is?.value?.type === 'done' && !is.value.done;
  comparing.ledger.record({
    kind: 'now-changed', base, head, property: 'now', before, after, spans: [was?.span ?? null, is?.span ?? null],
    ...isUndone ? { risk: 'medium' as const } : {},
    message: `Current value of ${shortLabel(head)}: ${before ?? 'none'} became ${after ?? 'none'}${isUndone ? '. What was told as done is not' : ''}.`,
  });
}

function clauseOf({ kind, declaration }: KeyResult | Metric): NowClause | undefined {
  return kind === 'kr' ? nowClause(declaration) : firstProperty(declaration, 'now')?.value;
}

function textAt(entity: KeyResult | Metric, clause: NowClause | undefined): string | null {
  return clause === undefined ? null : textOf(entity, { start: clause.word.end, end: clause.span.end });
}

/** A milestone that was done, or part of it. */
function isStarted(clause: NowClause | undefined): boolean {
  const value = clause?.value;
  if (value?.type === 'done') return value.done;
  return value?.type === 'quantity' && value.quantity.value !== 0;
}
