/** What makes one believe that something is worth doing: evidence that came, and evidence that went. */

import type { PropertyNamed } from '../../../grammar/tree.ts';
import { allProperties } from '../../../grammar/tree.ts';
import type { Goal, Objective } from '../../model/strategy.ts';
import { evidenceKey } from '../keys.ts';
import { midLabel } from '../sentences.ts';
import { valueSpan } from '../spans.ts';
import { valueText } from '../text.ts';
import type { View } from '../view.ts';

type Evidence = PropertyNamed<'evidence'>;
const FIRST_HAND: ReadonlySet<string> = new Set(['interview', 'data', 'experiment']);

/** Records each piece of evidence that is on one side only. */
export function compareEvidence(view: View<Goal | Objective>): void {
  if (!view.take('evidence')) return;
  const { base, head, comparing } = view;
  const [before, after] = [allProperties(base.declaration, 'evidence'), allProperties(head.declaration, 'evidence')];
  const losesLast = base.kind === 'goal' && base.goalKind === 'customer' && !after.some(isFirstHand);
  if (view.isWhole.head()) {
    for (const evidence of missing(before, after).filter(isRead)) {
      comparing.ledger.record({
        kind: 'evidence-removed', base, head, property: 'evidence', before: valueText(base, evidence), spans: [valueSpan(evidence), null],
        ...losesLast && isFirstHand(evidence) ? { risk: 'high' as const } : {},
        message: `Evidence for ${midLabel(head)} removed: ${valueText(base, evidence)}${losesLast && isFirstHand(evidence) ? '. No first-hand evidence is left for what customers are to get' : ''}.`,
      });
    }
  }
  if (view.isWhole.base()) {
    for (const evidence of missing(after, before).filter(isRead)) {
      comparing.ledger.record({
        kind: 'evidence-added', base, head, property: 'evidence', after: valueText(head, evidence), spans: [null, valueSpan(evidence)],
        message: `Evidence for ${midLabel(head)} added: ${valueText(head, evidence)}.`,
      });
    }
  }
}

function isRead({ broken }: Evidence): boolean {
  return !broken;
}

function isFirstHand({ value }: Evidence): boolean {
  return value.word !== null && FIRST_HAND.has(value.word.text);
}

/** What is in the one list and not, or less often, in the other. */
function missing(evidence: readonly Evidence[], others: readonly Evidence[]): readonly Evidence[] {
  const counts = new Map<string, number>();
  for (const { value } of others) counts.set(evidenceKey(value), (counts.get(evidenceKey(value)) ?? 0) + 1);
  return evidence.filter(({ value }) => {
    const count = counts.get(evidenceKey(value)) ?? 0;
    counts.set(evidenceKey(value), count - 1);
    return count <= 0;
  });
}
